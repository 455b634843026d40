import type { PresentRecords } from '#contract'
import { auditHead, auditMacAt, type KnownBackup, madeBackups, openForReading, type ReadDb, storeSummary, whatLacks } from '#db'
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

/** The present records as the person is told of them, and the backups that their list has. */
export type PresentReading = { readonly records: PresentRecords; readonly backups: readonly KnownBackup[] }

function unread(kind: Exclude<PresentRecords['kind'], 'read'>): PresentReading {
  return { records: { kind }, backups: [] }
}

function compare(backup: ReadDb, present: ReadDb): PresentReading {
  return {
    records: { kind: 'read', holds: storeSummary(present), backupIs: standingOf(backup, present), lacking: whatLacks(backup, present) },
    backups: madeBackups(present),
  }
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
): Promise<PresentReading> {
  if (session) return session.vaultId === opened.vaultId ? tried(() => compare(backup, session.store)) : unread('others')
  const keys = readKeyFile(folder)
  if (!existsSync(join(folder, STORE_FILE))) return keys.kind === 'missing' ? unread('none') : unread('unreadable')
  if (keys.kind !== 'read') return unread('unreadable')
  if (keys.keyFile.vaultId !== opened.vaultId) return unread('others')
  const reading = tried(() => withPresent(folder, opened, backup))
  return reading.records.kind === 'read' ? reading : bySecret(folder, keys.keyFile, opened.secret, backup)
}

function withPresent(folder: string, { dataKey, slot }: Pick<Unwrapped, 'dataKey' | 'slot'>, backup: ReadDb): PresentReading {
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
async function bySecret(folder: string, keyFile: Parameters<typeof openWith>[0], secret: Secret, backup: ReadDb): Promise<PresentReading> {
  const unwrapped = await openWith(keyFile, secret)
  if (!unwrapped) return unread('unreadable')
  const reading = tried(() => withPresent(folder, unwrapped, backup))
  unwrapped.dataKey.fill(0)
  return reading
}

function tried(read: () => PresentReading): PresentReading {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) return unread('unreadable')
    throw error
  }
}
