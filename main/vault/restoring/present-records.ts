import type { PresentRecords } from '#contract'
import { auditHead, auditMacAt, openForReading, type ReadDb, storeSummary, whatLacks } from '#db'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { STORE_FILE } from '../keeping/place.ts'
import { readKeyFile } from '../keys/key-file-store.ts'
import { scratchPath } from './replace-files.ts'
import { hideFromSlot } from '../keys/hide-from-slot.ts'
import { subkey, type Unwrapped } from '../keys/slots.ts'
import { openWith, type Secret } from './secret.ts'

/** Whether one store is an earlier state of the other, by their logs: entries are chained, so one shared entry shares all before it. */
function standingOf(backup: ReadDb, present: ReadDb): 'same' | 'earlier' | 'later' | 'apart' {
  const [theirs, ours] = [auditHead(backup), auditHead(present)]
  if (!theirs || !ours) return theirs === ours ? 'same' : theirs ? 'later' : 'earlier'
  const shared =
    theirs.seq <= ours.seq ? auditMacAt(present, theirs.seq)?.equals(theirs.mac) : auditMacAt(backup, ours.seq)?.equals(ours.mac)
  if (shared !== true) return 'apart'
  return theirs.seq === ours.seq ? 'same' : theirs.seq < ours.seq ? 'earlier' : 'later'
}

function compare(backup: ReadDb, present: ReadDb): PresentRecords {
  return { kind: 'read', holds: storeSummary(present), backupIs: standingOf(backup, present), lacking: whatLacks(backup, present) }
}

type Opened = Pick<Unwrapped, 'dataKey' | 'slot'> & { readonly vaultId: string; readonly secret: Secret }

/**
 * The records of this computer, as seen from an opened backup. At the lock they are read with the same secret, without a byte being changed;
 * damaged ones are said to be unreadable, and other people's to be that.
 */
export async function presentRecords(
  folder: string,
  session: { readonly store: ReadDb; readonly vaultId: string } | null,
  backup: ReadDb,
  opened: Opened,
): Promise<PresentRecords> {
  if (session) return session.vaultId === opened.vaultId ? tried(() => compare(backup, session.store)) : { kind: 'others' }
  const reading = readKeyFile(folder)
  if (!existsSync(join(folder, STORE_FILE))) return reading.kind === 'missing' ? { kind: 'none' } : { kind: 'unreadable' }
  if (reading.kind !== 'read') return { kind: 'unreadable' }
  if (reading.keyFile.vaultId !== opened.vaultId) return { kind: 'others' }
  const records = tried(() => withPresent(folder, opened, backup))
  return records.kind === 'read' ? records : bySecret(folder, reading.keyFile, opened.secret, backup)
}

function withPresent(folder: string, { dataKey, slot }: Pick<Unwrapped, 'dataKey' | 'slot'>, backup: ReadDb): PresentRecords {
  const key = subkey(dataKey, 'store')
  const path = join(folder, STORE_FILE)
  try {
    const present = openForReading(path, key, scratchPath(folder)).store
    try {
      hideFromSlot(present, slot)
      return compare(backup, present)
    } finally {
      present.close()
    }
  } finally {
    key.fill(0)
  }
}

/** After the data key was renewed, the backup's key no longer opens the present store; the same passphrase may. */
async function bySecret(folder: string, keyFile: Parameters<typeof openWith>[0], secret: Secret, backup: ReadDb): Promise<PresentRecords> {
  const unwrapped = await openWith(keyFile, secret)
  if (!unwrapped) return { kind: 'unreadable' }
  const records = tried(() => withPresent(folder, unwrapped, backup))
  unwrapped.dataKey.fill(0)
  return records
}

function tried(read: () => PresentRecords): PresentRecords {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) return { kind: 'unreadable' }
    throw error
  }
}
