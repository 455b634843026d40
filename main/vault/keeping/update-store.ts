import {
  checkPages,
  type FoundOutcome,
  newestSchema,
  openStore,
  type OpenOutcome,
  type OpenStore,
  UnsoundMigration,
  type WriteDb,
} from '#db'
import { subjectText } from '#domain/audit/entry.ts'
import { IsoInstant } from '#domain/dates.ts'
import { accept, refuse, type Refusal, type Result } from '#domain/refusal.ts'
import { closeSync, openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { appendAudit } from '../audit.ts'
import { type FinishedBackup, makeBackup } from '../backups/make-backup.ts'
import { refusalOfPlaceError } from '../backups/place-errors.ts'
import { recordBackup } from '../backups/record-backup.ts'
import { refusalOfFileError } from '../file-errors.ts'
import { actorOf } from '../keys/actor.ts'
import { encodeKeyFile, type KeyFile, type KeySlot } from '../keys/key-file.ts'
import { makeFolder } from '../keys/key-file-store.ts'
import { subkey } from '../keys/slots.ts'
import { BACKUPS_FOLDER, STORE_FILE } from './place.ts'

type Opened = Extract<FoundOutcome, { ok: true }>

type UpdateOptions = {
  readonly folder: string
  readonly dataKey: Uint8Array
  readonly keyFile: KeyFile
  readonly slot: KeySlot
  readonly clock?: Date
}

/**
 * Brings a store that was opened as it was found up to this version. An older one is backed up first, verified, beside itself (security requirement
 * 56); list and log say so from the same moment on, since a backup that is in no list is neither spared nor named. Where that cannot be done, or the update itself fails, the store is closed and is as it was, and the refusal says what to do next. Throws on bugs.
 */
export async function updateStore(
  { store, schema }: Opened,
  { folder, dataKey, keyFile, slot, clock = new Date() }: UpdateOptions,
): Promise<Result<OpenOutcome>> {
  if (schema === newestSchema) return accept({ ok: true, store })
  const keys = { store: subkey(dataKey, 'store'), backup: subkey(dataKey, 'backup'), audit: subkey(dataKey, 'audit') }
  try {
    const made = await backUpAsFound(store, { folder, keys, keyFile, clock })
    if (!made.ok) return refuse(notUpdated(made.refusal))
    const note = (db: WriteDb): void => {
      recordBackup(db, { ...made.value, place: 'beforeUpdate', folder: '', isElsewhere: false, removed: [] })
      appendAudit(db, keys.audit, {
        at: IsoInstant.parse(clock.toISOString()),
        actor: actorOf(db, slot),
        operation: 'vault.update',
        subject: subjectText({ from: schema, to: newestSchema }),
        outcome: 'done',
        slot: slot.id,
      })
    }
    return accept(openStore(join(folder, STORE_FILE), keys.store, note))
  } catch (error) {
    const refusal = refusalOfUpdate(error)
    if (refusal === null) throw error
    return refuse(refusal)
  } finally {
    for (const key of Object.values(keys)) key.fill(0)
  }
}

type Backing = {
  readonly folder: string
  readonly keys: { readonly store: Uint8Array; readonly backup: Uint8Array }
  readonly keyFile: KeyFile
  readonly clock: Date
}

/** Makes the backup, and closes the store whatever comes of it. */
async function backUpAsFound(store: OpenStore, { folder, keys, keyFile, clock }: Backing): Promise<Result<FinishedBackup>> {
  const path = join(folder, STORE_FILE)
  let file: number | null = null
  try {
    const backups = join(folder, BACKUPS_FOLDER)
    const missing = folderRefusal(backups)
    if (missing !== null) return refuse(missing)
    const pages = openSync(path, 'r')
    file = pages
    const source = {
      store,
      keys,
      vaultId: keyFile.vaultId,
      storeBytes: () => statSync(path).size,
      isSound: async () => (await checkPages(pages, keys.store)).damaged.length === 0,
      keyFile: () => encodeKeyFile(keyFile),
    }
    return await makeBackup(source, backups, clock)
  } finally {
    store.close()
    // Only now: closing any descriptor of the file gives up the locks that the store holds on it.
    if (file !== null) closeSync(file)
  }
}

function folderRefusal(path: string): Refusal | null {
  try {
    makeFolder(path)
    return null
  } catch (error) {
    // Systems differ in what they say of a folder that cannot be made; but for a full disk it comes to the same.
    const refusal = refusalOfPlaceError(error, 0)
    return refusal?.code === 'backupPlaceFull' ? refusal : { code: 'backupPlaceReadOnly' }
  }
}

function notUpdated(refusal: Refusal): Refusal {
  switch (refusal.code) {
    case 'storeDamaged':
      return refusal
    case 'backupPlaceFull':
      return { code: 'notUpdated', why: 'full', neededMegabytes: refusal.neededMegabytes }
    case 'backupPlaceReadOnly':
      return { code: 'notUpdated', why: 'readOnly', neededMegabytes: 0 }
    default:
      return { code: 'notUpdated', why: 'disk', neededMegabytes: 0 }
  }
}

/** Why the update did not come to its end, or null for a bug. */
function refusalOfUpdate(error: unknown): Refusal | null {
  const refusal = refusalOfFileError(error)
  switch (refusal?.code) {
    case 'diskFull':
      return { code: 'notUpdated', why: 'full', neededMegabytes: 0 }
    case 'folderReadOnly':
      return { code: 'notUpdated', why: 'readOnly', neededMegabytes: 0 }
    case 'diskFails':
      return { code: 'notUpdated', why: 'disk', neededMegabytes: 0 }
    case undefined:
      return isAboutRecords(error) ? { code: 'notUpdated', why: 'records', neededMegabytes: 0 } : null
    default:
      return refusal
  }
}

/** The records do not fit into the new form: nothing that the person can mend, and no reason to keep them from the older version. */
function isAboutRecords(error: unknown): boolean {
  if (error instanceof UnsoundMigration) return true
  return error instanceof Error && 'code' in error && /^SQLITE_(?:CONSTRAINT|ERROR|MISMATCH)/.test(String(error.code))
}
