import { openStore } from '#db'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type AuditWatch, auditWatch } from '../../../../main/vault/audit/watch.ts'
import { historyOf } from '../../../../main/vault/keeping/witness.ts'
import { readKeyFile } from '../../../../main/vault/keys/key-file-store.ts'
import { subkey, unwrapDataKey } from '../../../../main/vault/keys/slots.ts'
import { keysOf } from '../../../support/inside-store.ts'
import { refer } from '../../../support/meeting-room.ts'
import { doorOf, openVault, type OpenVault, passphrase, reopen, valueOf } from '../../../support/open-vault.ts'

const cleanUp: (() => void)[] = []
afterEach(() => {
  for (const step of cleanUp.splice(0).toReversed()) step()
})

/** The store of a vault that was locked, and a watch on it that begins at once. */
async function watched(folder: string) {
  const keys = await keysOf(folder)
  const opened = openStore(join(folder, 'caseboard.store'), keys.store)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { store } = opened
  const watch = auditWatch(store, keys.audit, 0)
  cleanUp.push(
    () => store.close(),
    () => watch.stop(),
  )
  return { store, watch }
}

async function settled(watch: Pick<AuditWatch, 'standing'>) {
  for (let tries = 0; tries < 500; tries += 1) {
    const standing = watch.standing()
    if (standing.kind === 'sound' || standing.kind === 'broken') return standing
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the check does not end')
}

async function lived(): Promise<OpenVault> {
  const opened = await openVault()
  for (let number = 1; number <= 3; number += 1) await refer(opened, number)
  opened.vault.close()
  return opened
}

/** Does something to the log past the vault and past its triggers. */
async function tamper(folder: string, ...statements: readonly string[]): Promise<void> {
  const keys = await keysOf(folder)
  const opened = openStore(join(folder, 'caseboard.store'), keys.store)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { store } = opened
  store.write((db) => {
    db.run('DROP TRIGGER IF EXISTS audit_entries_keep')
    db.run('DROP TRIGGER IF EXISTS audit_entries_stay')
    for (const statement of statements) db.run(statement)
  })
  store.close()
}

test('a log that holds is found to hold, all of it', async () => {
  const { folder } = await lived()
  const { watch, store } = await watched(folder)
  expect(watch.standing()).toEqual({ kind: 'waiting' })
  const entries = store.get<{ n: number }>('SELECT count(*) AS n FROM audit_entries')?.n
  expect(await settled(watch)).toMatchObject({ kind: 'sound', entries, isWhole: true })
})

test('an entry changed within what was checked before is found at the next unlock, with its number and its time', async () => {
  const { folder } = await lived()
  await tamper(folder, `UPDATE audit_entries SET actor = 'Nobody' WHERE seq = 3`)
  const { watch, store } = await watched(folder)
  const at = store.get<{ at: string }>('SELECT at FROM audit_entries WHERE seq = 3')?.at
  expect(await settled(watch)).toEqual({ kind: 'broken', seq: 3, problem: 'altered', at })
})

test('a lock marks how far the log had come, so that a shortened log is found', async () => {
  const { folder } = await lived()
  const vault = await reopen(folder)
  const door = doorOf(vault)
  await expect.poll(async () => (await valueOf(door.audit.standing())).kind, { timeout: 10_000 }).toBe('sound')
  await valueOf(door.agencies.add({ name: 'Added After The Check', sector: 'other', isCore: false }))
  vault.close()
  const keys = await keysOf(folder)
  const opened = openStore(join(folder, 'caseboard.store'), keys.store)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const last = opened.store.get<{ seq: number }>('SELECT max(seq) AS seq FROM audit_entries')?.seq ?? 0
  opened.store.close()
  await tamper(folder, `DELETE FROM audit_entries WHERE seq >= ${last - 1}`)
  const { watch } = await watched(folder)
  expect(await settled(watch)).toEqual({ kind: 'broken', seq: last - 1, problem: 'cutOff', at: null })
})

test('a log shortened together with its mark no longer fits the witness beside the file', async () => {
  const { folder } = await lived()
  await tamper(folder, `DELETE FROM audit_entries WHERE seq > 4`, `DELETE FROM audit_marks`)
  const { watch, store } = await watched(folder)
  expect((await settled(watch)).kind).toBe('sound')
  const reading = readKeyFile(folder)
  if (reading.kind !== 'read') throw new Error(reading.kind)
  const unwrapped = await unwrapDataKey(reading.keyFile, 'passphrase', passphrase)
  if (!unwrapped) throw new Error('does not open')
  expect(historyOf(store, folder, { vaultId: reading.keyFile.vaultId, key: subkey(unwrapped.dataKey, 'witness') }).kind).toBe('older')
})

test('the check by hand begins anew and says how it stands', async () => {
  const { folder } = await lived()
  const { watch } = await watched(folder)
  await settled(watch)
  watch.checkWhole()
  expect(watch.standing().kind).toBe('checking')
  expect(await settled(watch)).toMatchObject({ kind: 'sound', isWhole: true })
})

test('of two changes, one among the newest entries, the first is told', async () => {
  const { folder } = await lived()
  const { watch, store } = await watched(folder)
  await settled(watch)
  const marked = store.get<{ seq: number }>(`SELECT seq FROM audit_marks WHERE name = 'verified'`)?.seq ?? 0
  watch.stop()
  store.close()
  const vault = await reopen(folder)
  await valueOf(doorOf(vault).agencies.add({ name: 'Fablewood Library', sector: 'other', isCore: false }))
  vault.close()
  expect(marked).toBeGreaterThan(3)
  await tamper(
    folder,
    `UPDATE audit_entries SET actor = 'Nobody' WHERE seq = 3`,
    `UPDATE audit_entries SET actor = 'Nobody' WHERE seq = (SELECT max(seq) FROM audit_entries)`,
  )
  const again = await watched(folder)
  await expect.poll(() => again.watch.standing(), { timeout: 10_000 }).toMatchObject({ kind: 'broken', seq: 3 })
})
