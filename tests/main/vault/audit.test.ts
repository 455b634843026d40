import { type OpenStore, openStore, type ReadDb } from '#db'
import Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appendAudit, type AuditEntry, firstBrokenEntry } from '../../../main/vault/audit.ts'
import { readKeyFile } from '../../../main/vault/keys/key-file-store.ts'
import { subkey, unwrapDataKey } from '../../../main/vault/keys/slots.ts'
import { isoDate } from '#domain/dates.ts'
import { openedMeeting, only, refer, referralOf } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, passphrase, refusalOf, valueOf } from '../../support/open-vault.ts'

async function keysOf(folder: string) {
  const reading = readKeyFile(folder)
  const unwrapped = reading.kind === 'read' ? await unwrapDataKey(reading.keyFile, 'passphrase', passphrase) : null
  if (!unwrapped) throw new Error('the test passphrase does not open the vault')
  return { store: subkey(unwrapped.dataKey, 'store'), audit: subkey(unwrapped.dataKey, 'audit') }
}

/** Locks the vault and looks into its store with the right key. */
async function lookInside<T>({ vault, folder }: OpenVault, look: (store: OpenStore, auditKey: Buffer) => T): Promise<T> {
  vault.close()
  const keys = await keysOf(folder)
  const opened = openStore(join(folder, 'caseboard.store'), keys.store)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const found = look(opened.store, keys.audit)
  opened.store.close()
  return found
}

type Entry = AuditEntry & { readonly seq: number }
const entriesOf = (db: ReadDb) => db.all<Entry>('SELECT seq, at, actor, operation, subject, outcome FROM audit_entries ORDER BY seq')
const told = (entries: readonly Entry[]) => entries.map(({ operation, subject, outcome }) => [operation, subject, outcome])

test('every command has one entry, done or refused, in its order; lists are not logged', async () => {
  const opened = await openVault()
  const { door, police } = opened
  const before = (await lookInside(opened, entriesOf)).length
  await opened.vault.unlock(passphrase)
  await valueOf(door.agencies.add({ name: 'Prosecution Office', sector: 'prosecution', isCore: true }))
  await refusalOf(door.agencies.add({ name: 'prosecution office', sector: 'prosecution', isCore: true }))
  await valueOf(door.agencies.list({}))
  const { caseId } = await refer(opened, 1)
  await valueOf(door.cases.list({}))
  await refusalOf(door.agencies.archive({ id: 999 as typeof police, isArchived: true }))
  await refusalOf(door.agencies.add({ name: '', sector: 'police', isCore: true }))
  await valueOf(door.cases.get({ id: caseId }))
  await valueOf(door.cases.get({ id: caseId }))
  await valueOf(door.drafts.save({ key: 'referral:new', content: '{}' }))
  const entries = (await lookInside(opened, entriesOf)).slice(before)
  expect(told(entries).map(([operation, subject, outcome]) => [operation, operation === 'vault.unlock' ? '' : subject, outcome])).toEqual([
    ['vault.unlock', '', 'done'],
    ['agencies.add', '', 'done'],
    ['agencies.add', '', 'refused:alreadyThere'],
    ['referrals.record', '', 'done'],
    ['agencies.archive', 'id=999', 'refused:notFound'],
    // Opening somebody's record is noted once, not at every glance within five minutes.
    ['cases.get', `id=${caseId}`, 'done'],
    // The unlock for this look inside does not go through the vault and is not there.
  ])
  expect(entries.every(({ actor }) => actor === 'Petra Quillpusher')).toBe(true)
})

test('the actor of an entry is the coordinator by the name in force, from the first change on', async () => {
  const opened = await openVault()
  await valueOf(opened.door.settings.save({ teamName: 'Quillhaven', coordinatorName: 'Lancelot Inkwell', region: 'uk', locale: 'en-GB' }))
  await refer(opened, 1)
  const entries = await lookInside(opened, entriesOf)
  expect(entries.at(-1)).toMatchObject({ operation: 'referrals.record', actor: 'Lancelot Inkwell' })
})

test('nothing that anybody wrote stands in the log', async () => {
  const opened = await openVault()
  const { door, police } = opened
  const canary = (field: string) => `Canary${field}Quibblethwaite`
  await refer(opened, 1, {
    victim: { name: canary('Victim'), address: canary('Street'), phone: '07700 900999', dateOfBirth: isoDate('1987-06-05') },
    perpetrator: { name: canary('Perp') },
    relationship: canary('Tie'),
    summary: canary('Summary'),
    teamReference: canary('Ref'),
  })
  const { agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  await valueOf(door.listings.turnTo({ listingId }))
  await valueOf(door.listings.addFact({ listingId, agencyId: police, basis: 'fact', text: canary('Fact') }))
  await valueOf(door.listings.addRisk({ listingId, text: canary('Risk') }))
  const id = await valueOf(
    door.actions.record({ listingId, agencyId: police, description: canary('Action'), dueOn: isoDate('2026-12-01') }),
  )
  await valueOf(door.actions.changeStatus({ id, version: 1, status: 'notPossible', reason: canary('Reason') }))
  await valueOf(door.listings.defer({ listingId, reason: canary('Defer') }))
  await refusalOf(
    door.referrals.record({
      draft: { ...referralOf(police, 2), victim: { name: canary('Twice') }, perpetrator: { name: canary('Twice') } },
    }),
  )
  await lookInside(opened, (store) => {
    expect(JSON.stringify(entriesOf(store))).not.toMatch(/Canary|900999|1987/)
    // The search does find what is there.
    expect(JSON.stringify(store.all('SELECT description FROM actions'))).toMatch('CanaryAction')
    expect(entriesOf(store).map(({ operation }) => operation)).toContain('listings.addFact')
  })
})

test('the chain of a lived-in vault holds', async () => {
  const opened = await openVault()
  for (let number = 1; number <= 5; number += 1) await refer(opened, number)
  expect(await lookInside(opened, (store, key) => firstBrokenEntry(store, key))).toBeNull()
  expect(await lookInside(opened, (store) => firstBrokenEntry(store, Buffer.alloc(32)))).toBe(1)
})

/** A log of 20 entries in a plain file, to be tampered with: the chain does not depend on the store's encryption. */
function tamperableLog() {
  const connection = new Database(':memory:')
  connection.exec(
    'CREATE TABLE audit_entries (seq INTEGER PRIMARY KEY, at TEXT, actor TEXT, operation TEXT, subject TEXT, outcome TEXT, slot TEXT, mac BLOB);' +
      'CREATE TABLE former_keys (last_audit_seq INTEGER, audit_key BLOB, seal_key BLOB)',
  )
  const all = <Row>(sql: string, parameters = {}) => connection.prepare(sql).all(parameters) as Row[]
  const db = {
    all,
    get: <Row>(sql: string, parameters = {}) => all<Row>(sql, parameters)[0],
    run: (sql: string, parameters = {}) => {
      const { changes, lastInsertRowid } = connection.prepare(sql).run(parameters)
      return { changes, id: Number(lastInsertRowid) }
    },
  }
  const key = Buffer.alloc(32, 5)
  for (let seq = 1; seq <= 20; seq += 1)
    appendAudit(db, key, {
      at: `2026-12-10T09:00:${seq + 10}Z`,
      actor: 'Petra',
      operation: `op.${seq}`,
      subject: `id=${seq}`,
      outcome: 'done',
      slot: '0011223344556677',
    })
  return { connection, db, key }
}

test('any change, removal, insertion or swap of entries shows, at the place where it begins', () => {
  const column = fc.constantFrom('at', 'actor', 'operation', 'subject', 'outcome', 'slot')
  const tampering = fc.oneof(
    fc.record({ kind: fc.constant('change' as const), seq: fc.integer({ min: 1, max: 20 }), column }),
    fc.record({ kind: fc.constant('remove' as const), seq: fc.integer({ min: 1, max: 19 }), column }),
    fc.record({ kind: fc.constant('swap' as const), seq: fc.integer({ min: 1, max: 19 }), column }),
    fc.record({ kind: fc.constant('mac' as const), seq: fc.integer({ min: 1, max: 20 }), column }),
    fc.record({ kind: fc.constant('insert' as const), seq: fc.constant(21), column }),
  )
  fc.assert(
    fc.property(tampering, (how) => {
      const { connection, db, key } = tamperableLog()
      expect(firstBrokenEntry(db, key)).toBeNull()
      switch (how.kind) {
        case 'change':
          connection.prepare(`UPDATE audit_entries SET ${how.column} = ${how.column} || '.' WHERE seq = ?`).run(how.seq)
          break
        case 'remove':
          connection.prepare('DELETE FROM audit_entries WHERE seq = ?').run(how.seq)
          break
        case 'swap':
          connection.exec(`UPDATE audit_entries SET seq = -1 WHERE seq = ${how.seq}; UPDATE audit_entries SET seq = ${how.seq} WHERE seq = ${how.seq + 1};
            UPDATE audit_entries SET seq = ${how.seq + 1} WHERE seq = -1`)
          break
        case 'mac':
          connection.prepare('UPDATE audit_entries SET mac = randomblob(32) WHERE seq = ?').run(how.seq)
          break
        case 'insert':
          connection.exec("INSERT INTO audit_entries VALUES (21, 'x', 'x', 'x', 'x', 'x', 'x', randomblob(32))")
          break
      }
      expect(firstBrokenEntry(db, key)).toBe(how.seq)
    }),
    { numRuns: 200 },
  )
})
