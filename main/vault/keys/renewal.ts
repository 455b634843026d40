import {
  auditHead,
  type FoundOutcome,
  insertHolder,
  keepFormerKeys,
  listHolders,
  markHolderRemoved,
  openStore,
  openStoreAsFound,
  rekeyStore,
  rowCounts,
} from '#db'
import { subjectText } from '#domain/audit/entry.ts'
import type { IsoInstant } from '#domain/dates.ts'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { appendAudit } from '../audit.ts'
import { STORE_FILE } from '../keeping/place.ts'
import { writeWitness } from '../keeping/witness.ts'
import type { KeyDesk } from './desk.ts'
import { doCopiesAgree, readKeyFile, syncFile, syncFolder, writeKeyFile } from './key-file-store.ts'
import type { PreparedChange } from './prepared-change.ts'
import { subkey } from './slots.ts'

/** The store under its new key, until it takes the place of the old one. */
const RENEWED_STORE = 'caseboard.store.renewed'

type Renewal = Extract<PreparedChange, { kind: 'renewal' }>

/**
 * Encrypts the whole store anew and ends the session. The new store is written and checked aside first; writing the key file is the moment from
 * which the new key counts, and a crash after it is finished by `openSettled`. Before it, everything stays as it was. Throws what the disk throws.
 */
export function renewDataKey(desk: KeyDesk, renewal: Renewal, now: IsoInstant): void {
  const { session, folder } = desk
  const path = join(folder, RENEWED_STORE)
  const before = desk.readKeyFile()
  try {
    removeRenewed(folder)
    session.store.copyTo(path)
    encryptAnew(desk, renewal, path, now)
    syncFile(path)
    syncFolder(folder)
  } catch (error) {
    removeRenewed(folder)
    throw error
  }
  try {
    desk.writeKeyFile(renewal.keyFile)
  } catch (error) {
    // Both copies must be the old one again before the new store may go; where even that fails, the next unlock sees to it.
    desk.writeKeyFile(before)
    removeRenewed(folder)
    throw error
  }
  // Closing wipes what was prepared.
  const newStoreKey = subkey(renewal.newDataKey, 'store')
  const witness = { vaultId: renewal.keyFile.vaultId, key: subkey(renewal.newDataKey, 'witness') }
  desk.closeStore()
  putInPlace(folder)
  const opened = openStore(join(folder, STORE_FILE), newStoreKey)
  newStoreKey.fill(0)
  if (!opened.ok) throw new Error('a store just renewed does not open')
  const head = auditHead(opened.store)
  opened.store.close()
  writeWitness(folder, witness, head)
}

/** Brings the copy under the new key, and writes into it what the renewal changed. */
function encryptAnew({ session }: KeyDesk, { keyFile, oldDataKey, newDataKey }: Renewal, path: string, now: IsoInstant): void {
  const oldKey = subkey(oldDataKey, 'store')
  const newKey = subkey(newDataKey, 'store')
  rekeyStore(path, oldKey, newKey)
  const opened = openStore(path, newKey)
  oldKey.fill(0)
  newKey.fill(0)
  if (!opened.ok) throw new Error('the copy does not open under its new key')
  const { store } = opened
  try {
    if (store.problems().length > 0 || JSON.stringify(rowCounts(store)) !== JSON.stringify(rowCounts(session.store)))
      throw new Error('the copy is not what the store is')
    store.write((db) => {
      keepFormerKeys(db, session, now)
      for (const { slotId } of listHolders(db)) if (!keyFile.slots.some(({ id }) => id === slotId)) markHolderRemoved(db, slotId, now)
      for (const { id, kind, role } of keyFile.slots)
        if (kind === 'recovery') insertHolder(db, { slotId: id, kind, role, name: '', addedAt: now })
      appendAudit(db, subkey(newDataKey, 'audit'), {
        at: now,
        actor: session.actor,
        operation: 'keys.confirm',
        subject: subjectText({ change: 'renewal' }),
        outcome: 'done',
        slot: session.slot.id,
      })
    })
  } finally {
    store.close()
  }
}

function putInPlace(folder: string): void {
  const store = join(folder, STORE_FILE)
  // What the old store's journal holds must never be played back into the new one.
  rmSync(`${store}-journal`, { force: true })
  renameSync(join(folder, RENEWED_STORE), store)
  syncFolder(folder)
}

function removeRenewed(folder: string): void {
  for (const name of [RENEWED_STORE, `${RENEWED_STORE}-journal`]) rmSync(join(folder, name), { force: true })
}

/**
 * Opens the store of a folder as it is found, and finishes a renewal of the data key that was cut off after the key file had been written: the old store
 * no longer opens then, and the renewed one beside it does.
 */
export function openSettled(folder: string, storeKey: Uint8Array): FoundOutcome {
  const path = join(folder, STORE_FILE)
  const opened = openStoreAsFound(path, storeKey)
  if (opened.ok || opened.failure.kind !== 'damaged' || !existsSync(join(folder, RENEWED_STORE))) return opened
  const renewed = openStoreAsFound(join(folder, RENEWED_STORE), storeKey)
  if (!renewed.ok) return opened
  renewed.store.close()
  putInPlace(folder)
  return openStoreAsFound(path, storeKey)
}

/** After an unlock: both copies of the key file are made the one that opened, and only then a renewal that came to nothing is cleared away. */
export function tidyKeyFiles(folder: string): void {
  const reading = readKeyFile(folder)
  if (reading.kind !== 'read') return
  if (!doCopiesAgree(folder)) writeKeyFile(folder, reading.keyFile)
  removeRenewed(folder)
}
