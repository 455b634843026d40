import { newestSchema, openStoreAsFound } from '#db'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstBrokenEntry } from '../../../main/vault/audit.ts'
import { backupNamesIn } from '../../../main/vault/backups/folder.ts'
import { updateStore } from '../../../main/vault/keeping/update-store.ts'
import { readKeyFile } from '../../../main/vault/keys/key-file-store.ts'
import { subkey, unwrapDataKey } from '../../../main/vault/keys/slots.ts'
import { vaultOf } from '../../../main/vault/vault.ts'
import { madePassphrase, quickCost } from '../../fixtures/made-profile.ts'
import { dumpOf } from '../../fixtures/stores/dump.ts'
import { openStored, storedDump, unpackStored } from '../../fixtures/stores/stored.ts'
import { temporaryFolder } from '../../support/open-vault.ts'

async function folderOfSchema(schema: number): Promise<string> {
  const folder = temporaryFolder()
  await unpackStored(schema, folder)
  return folder
}

const storeHash = (folder: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'caseboard.store')))
    .digest('hex')

test('an older store is backed up before it is changed, and the list of backups and the log say so', async () => {
  const folder = await folderOfSchema(1)
  const vault = vaultOf(folder, quickCost)
  expect(await vault.unlock(madePassphrase)).toEqual({ ok: true, value: null })
  const { reply } = await vault.run('backups.overview', undefined)
  vault.close()
  const [name = ''] = backupNamesIn(join(folder, 'backups'))
  expect(reply).toMatchObject({ ok: true, value: { recent: [{ place: 'beforeUpdate', fileName: name, problem: '', isRemoved: false }] } })
  const store = openStored(folder)
  const log = store.all('SELECT operation, subject, outcome FROM audit_entries WHERE seq > 3 ORDER BY seq')
  store.close()
  expect(log.slice(0, 2)).toEqual([
    { operation: 'vault.update', subject: `from=1 to=${String(newestSchema)}`, outcome: 'done' },
    expect.objectContaining({ operation: 'vault.unlock' }),
  ])
})

test('a stop right after the update leaves no backup that is in no list: list and log say so with the first row that is changed', async () => {
  const folder = await folderOfSchema(1)
  const reading = readKeyFile(folder)
  const unwrapped = reading.kind === 'read' ? await unwrapDataKey(reading.keyFile, 'passphrase', madePassphrase) : null
  if (reading.kind !== 'read' || !unwrapped) throw new Error('the key file does not open')
  const { dataKey, slot } = unwrapped
  const found = openStoreAsFound(join(folder, 'caseboard.store'), subkey(dataKey, 'store'))
  if (!found.ok) throw new Error(found.failure.kind)
  // All of an unlock but the opening itself, which is what a kill at this moment leaves.
  const updated = await updateStore(found, { folder, dataKey, keyFile: reading.keyFile, slot })
  if (!updated.ok || !updated.value.ok) throw new Error('not updated')
  updated.value.store.close()
  const [name] = backupNamesIn(join(folder, 'backups'))
  const store = openStored(folder)
  expect(store.all('SELECT place, file_name AS name, removed_at AS removedAt FROM backups')).toEqual([
    { place: 'beforeUpdate', name, removedAt: null },
  ])
  expect(store.all('SELECT operation FROM audit_entries WHERE seq > 3')).toEqual([{ operation: 'vault.update' }])
  expect(firstBrokenEntry(store, subkey(dataKey, 'audit'))).toBe(null)
  store.close()
})

test('a store of this version is not backed up again at every unlock', async () => {
  const folder = await folderOfSchema(2)
  for (let turn = 0; turn < 3; turn += 1) {
    const vault = vaultOf(folder, quickCost)
    await vault.unlock(madePassphrase)
    vault.close()
  }
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
})

test('a store is not changed where the backup cannot be made; once it can be, the next unlock changes it', async () => {
  const folder = await folderOfSchema(1)
  writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
  const before = storeHash(folder)
  const vault = vaultOf(folder, quickCost)
  expect(await vault.unlock(madePassphrase)).toEqual({ ok: false, refusal: { code: 'notUpdated', why: 'readOnly', neededMegabytes: 0 } })
  expect(storeHash(folder)).toBe(before)
  const store = openStored(folder)
  expect(dumpOf(store)).toEqual(storedDump(1))
  store.close()

  // The refusal is about the disk, not about who asks: it costs no wait.
  rmSync(join(folder, 'backups'))
  expect(await vault.unlock(madePassphrase)).toEqual({ ok: true, value: null })
  vault.close()
})

test('records that do not fit into the new form stay as they are, with their backup, and are told so in words', async () => {
  const folder = await folderOfSchema(1)
  const spoilt = openStored(folder)
  spoilt.write((db) => db.run('CREATE TABLE key_holders (slot_id TEXT)'))
  const golden = dumpOf(spoilt)
  spoilt.close()
  const vault = vaultOf(folder, quickCost)
  expect(await vault.unlock(madePassphrase)).toEqual({ ok: false, refusal: { code: 'notUpdated', why: 'records', neededMegabytes: 0 } })
  expect(backupNamesIn(join(folder, 'backups'))).toHaveLength(1)
  const store = openStored(folder)
  // Not half-way to the new form either: the version of before opens them.
  expect(dumpOf(store)).toEqual(golden)
  store.close()

  // The way back: the backup from before the update, under the version of before, holds what was there.
  const backup = join(folder, 'backups', backupNamesIn(join(folder, 'backups'))[0] ?? '')
  expect((await vault.restoring.choose({ path: backup })).ok).toBe(true)
})

test('a damaged older store is told to be damaged, and not changed', async () => {
  const folder = await folderOfSchema(1)
  const path = join(folder, 'caseboard.store')
  const bytes = readFileSync(path)
  bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const before = storeHash(folder)
  const vault = vaultOf(folder, quickCost)
  expect(await vault.unlock(madePassphrase)).toEqual({ ok: false, refusal: { code: 'storeDamaged' } })
  expect(storeHash(folder)).toBe(before)
})

test('the last backup from before an update outlives the day’s own', async () => {
  const folder = await folderOfSchema(1)
  const vault = vaultOf(folder, quickCost)
  await vault.unlock(madePassphrase)
  const [name = ''] = backupNamesIn(join(folder, 'backups'))
  await vault.leave()
  await vault.leave()
  vault.close()
  expect(backupNamesIn(join(folder, 'backups'))).toHaveLength(2)
  expect(backupNamesIn(join(folder, 'backups'))).toContain(name)
})
