import { auditHead, type OpenStore, PAGE_SIZE, rowCounts } from '#db'
import { backupFileName } from '#domain/backup/file-name.ts'
import { ClockTime, isoDate, IsoInstant } from '#domain/dates.ts'
import { accept, refuse, type Refusal, type Result } from '#domain/refusal.ts'
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { completeBackup } from './container.ts'
import { clearUnfinished, freeBytes, syncFolder, unfinishedName } from './folder.ts'
import { refusalOfPlaceError } from './place-errors.ts'
import { isBackupSound } from './verify-backup.ts'

/** What a backup is made of. */
export type BackupSource = {
  readonly store: OpenStore
  /** How large the file of the store is, in bytes. */
  readonly storeBytes: () => number
  /** Reads every page of the store; true when all fit. */
  readonly isSound: () => Promise<boolean>
  readonly keys: { readonly store: Uint8Array; readonly backup: Uint8Array }
  readonly vaultId: string
  /** The text of the key file, so that the passphrases of today open the backup. */
  readonly keyFile: () => string
}

export type BackupPhase = 'checking' | 'copying' | 'verifying'
export type OnPhase = (phase: BackupPhase, done: number, total: number) => void

export type FinishedBackup = { readonly fileName: string; readonly bytes: number; readonly madeAt: IsoInstant; readonly auditSeq: number }

/** Room for the copy, for what the drive needs beside it, and for the next one (security requirement 54). */
const ROOM = 3
const MEGABYTE = 1_000_000

/**
 * Makes a verified backup in a folder: the store is checked page by page, copied by VACUUM INTO under a name that is no backup's, completed, synced, read
 * back and compared, and only then renamed. Whatever happens, a file with a backup's name is a whole one. Refuses what the place cannot do;
 * throws on bugs.
 */
export async function makeBackup(
  source: BackupSource,
  folder: string,
  clock: Date,
  onPhase: OnPhase = () => undefined,
): Promise<Result<FinishedBackup>> {
  const room = ROOM * source.storeBytes()
  const megabytes = Math.ceil(room / MEGABYTE)
  let part: string | null = null
  try {
    await clearUnfinished(folder)
    if (freeBytes(folder) < room) return refuse({ code: 'backupPlaceFull', neededMegabytes: megabytes })
    onPhase('checking', 0, 1)
    if (!(await source.isSound())) return refuse({ code: 'storeDamaged' })

    part = join(folder, unfinishedName(randomBytes(8)))
    onPhase('copying', 0, 1)
    // In one turn of the event loop, so that the counts are those of the copy.
    const head = auditHead(source.store)
    const counts = rowCounts(source.store)
    source.store.copyTo(part)

    const file = await open(part, 'r+')
    const madeAt = IsoInstant.parse(clock.toISOString())
    try {
      // Sticks that know no owners refuse this, and are no less safe for it: the copy is encrypted.
      await file.chmod(0o600).catch(() => undefined)
      await completeBackup(file, source.keys.backup, { vaultId: source.vaultId, madeAt, keyFile: source.keyFile() })
    } finally {
      await file.close()
    }
    const expected = { counts, auditSeq: head?.seq ?? 0, auditMac: head?.mac ?? null }
    const bytes = await verifiedBytes(part, source.keys, expected, onPhase)
    if (bytes === null) return refuse({ code: 'backupUnsound' })
    const fileName = freeName(folder, clock)
    await rename(part, join(folder, fileName))
    part = null
    await syncFolder(folder)
    return accept({ fileName, bytes, madeAt, auditSeq: expected.auditSeq })
  } catch (error) {
    const refusal = refusalOf(error, folder, megabytes)
    if (refusal === null) throw error
    return refuse(refusal)
  } finally {
    if (part !== null) for (const path of [part, `${part}-journal`]) await rm(path, { force: true }).catch(() => undefined)
  }
}

/**
 * Why the place would not take the backup, or null for a bug. SQLite says of a folder that is gone and of one that is read-only that it cannot open
 * the file there, and its binding has an error of its own for the former; so the folder is asked.
 */
function refusalOf(error: unknown, folder: string, megabytes: number): Refusal | null {
  if (!existsSync(folder)) return { code: 'backupPlaceGone' }
  const refusal = refusalOfPlaceError(error, megabytes)
  if (refusal?.code !== 'backupPlaceGone') return refusal
  try {
    accessSync(folder, constants.W_OK)
    return refusal
  } catch (denied) {
    return refusalOfPlaceError(denied, megabytes) ?? refusal
  }
}

/** The size of the backup when it reads back as it should, or null. */
async function verifiedBytes(
  path: string,
  keys: BackupSource['keys'],
  expected: Parameters<typeof isBackupSound>[3],
  onPhase: OnPhase,
): Promise<number | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    onPhase('verifying', 0, Math.ceil(size / PAGE_SIZE))
    const isSound = await isBackupSound(file, path, keys, expected, (done, total) => onPhase('verifying', done, total))
    return isSound ? size : null
  } finally {
    await file.close()
  }
}

/** A name of this minute that is still free in the folder. */
function freeName(folder: string, clock: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = isoDate(`${String(clock.getFullYear())}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`)
  const time = ClockTime.parse(`${two(clock.getHours())}:${two(clock.getMinutes())}`)
  for (let turn = 1; turn < 1000; turn += 1) {
    const name = backupFileName(date, time, turn)
    if (!existsSync(join(folder, name))) return name
  }
  throw new Error('a thousand backups in one minute')
}
