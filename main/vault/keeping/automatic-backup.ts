import { latestBackup, type OpenStore, type ReadDb } from '#db'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { appendAudit } from '../audit.ts'
import { placeBackup, recordBackup, recordFailure } from '../backups/record-backup.ts'
import { contextOf } from '../context.ts'
import type { Session } from '../session.ts'
import { BACKUPS_FOLDER } from './place.ts'
import type { StoreFiles } from './store-files.ts'

const RETRY_MS = 60 * 60_000

/**
 * Whether the day has had no automatic backup yet. After a failure another is tried an hour later. Days are compared, not counted: a clock
 * that stood ten years ahead must not put backups off for ten years.
 */
export function isAutomaticBackupDue(db: ReadDb, clock: Date): boolean {
  const last = latestBackup(db, 'automatic')
  if (last === null) return true
  const at = new Date(last.madeAt)
  if (last.problem !== '') return Math.abs(clock.getTime() - at.getTime()) >= RETRY_MS
  return at.toDateString() !== clock.toDateString()
}

/** Makes the day's backup beside the store, where it is due. A failure is written down and shown, never thrown. */
export async function backUpAutomatically(session: Session & { readonly files: StoreFiles }, clock = new Date()): Promise<void> {
  const { store, files } = session
  if (files.mustDecide() || files.progress() !== null || !isAutomaticBackupDue(store, clock)) return
  const folder = join(files.folder, BACKUPS_FOLDER)
  const placed = await tryMaking(files, folder, clock)
  const { now, actor, slot } = contextOf(session, clock)
  const entry = { at: now, actor, operation: 'backups.automatic', subject: '', slot: slot.id }
  write(store, (db) => {
    if (placed.ok) recordBackup(db, placed.value)
    else recordFailure(db, 'automatic', placed.refusal.code, clock)
    appendAudit(db, session.auditKey, { ...entry, outcome: placed.ok ? 'done' : `refused:${placed.refusal.code}` })
  })
}

async function tryMaking(files: StoreFiles, folder: string, clock: Date): ReturnType<typeof placeBackup> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    return { ok: false, refusal: { code: 'backupPlaceReadOnly' } }
  }
  return placeBackup(files, 'automatic', folder, clock)
}

/** A disk too full for the backup is too full for the note of it: then nothing is written, and the next attempt says so again. */
function write(store: OpenStore, work: Parameters<OpenStore['write']>[0]): void {
  try {
    store.write(work)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^SQLITE_(FULL|READONLY|IOERR|CORRUPT)/.test(String(error.code)))) throw error
  }
}
