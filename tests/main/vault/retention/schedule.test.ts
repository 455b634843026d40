import { addMonths } from '#domain/dates.ts'
import { defaultSchedule } from '#domain/retention/record-kind.ts'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appendAudit } from '../../../../main/vault/audit.ts'
import { firstBreak } from '../../../../main/vault/audit/chain.ts'
import { WITNESS_FILE } from '../../../../main/vault/keeping/witness.ts'
import { closedCase, longAgo } from '../../../support/closed-case.ts'
import { entriesOf, keysOf, lookInside } from '../../../support/inside-store.ts'
import { doorOf, openVault, refusalOf, reopen, todayOnTheWall, valueOf } from '../../../support/open-vault.ts'

const { months } = defaultSchedule

test('the schedule stands on defaults until somebody confirms it, by name and day', async () => {
  const { door } = await openVault()
  expect((await valueOf(door.retention.overview())).schedule).toEqual(defaultSchedule)
  await valueOf(door.retention.saveSchedule({ ...months, case: 24 }))
  const { schedule } = await valueOf(door.retention.overview())
  expect(schedule).toMatchObject({ months: { case: 24 }, confirmedBy: 'Petra Quillpusher' })
  expect(schedule.confirmedAt).toMatch(/^2\d{3}-/)
  expect(await refusalOf(door.retention.saveSchedule({ ...months, case: 0 }))).toMatchObject({ code: 'invalidInput' })
})

test('what is due is shown by kind with its reference and since when, and nothing goes by itself', async () => {
  const opened = await openVault()
  const { door } = opened
  const due = await closedCase(opened, 1)
  const fresh = await closedCase(opened, 2, { closedOn: addMonths(todayOnTheWall(), -1) })
  const { kinds } = await valueOf(door.retention.overview())
  expect(kinds.map(({ kind, due: count }) => [kind, count])).toEqual([
    ['case', 1],
    ['contactDetails', 0],
    ['meetingNotes', 1],
    ['actionLists', 0],
    ['imports', 0],
    ['drafts', 0],
    ['auditEntries', 0],
  ])
  expect((await valueOf(door.retention.due({ kind: 'case' }))).rows).toEqual([
    { kind: 'case', id: String(due.caseId), reference: due.reference, since: longAgo, dueOn: addMonths(longAgo, 12), isHeld: false },
  ])
  expect((await valueOf(door.cases.list({}))).total).toBe(2)
  expect(await refusalOf(door.retention.destroy({ kind: 'case', ids: [String(fresh.caseId)], reason: 'schedule' }))).toEqual({
    code: 'notDueYet',
    references: [fresh.reference],
  })
})

test('what was said at meetings can go alone: the case, its hearing and its actions stay', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await closedCase(opened, 1, { words: 'Zyxnotes' })
  await valueOf(door.retention.destroy({ kind: 'meetingNotes', ids: [String(caseId)], reason: 'schedule' }))
  await lookInside(opened, (store) => {
    expect(store.all('SELECT 1 FROM shared_facts')).toEqual([])
    expect(store.all('SELECT 1 FROM stated_risks')).toEqual([])
    expect(store.all('SELECT 1 FROM listings')).toHaveLength(1)
    expect(store.all('SELECT 1 FROM actions')).toHaveLength(1)
  })
})

test('addresses and telephone numbers can go alone, while the case is open too, on demand', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await closedCase(opened, 1, {
    said: {
      victim: { name: 'Alma Invented', address: 'Quill Street 1', phone: '07700 900999' },
      safeContact: { kind: 'direct', how: 'by phone', when: 'mornings' },
    },
  })
  await valueOf(door.cases.reopen({ id: caseId }))
  expect(await refusalOf(door.retention.destroy({ kind: 'contactDetails', ids: [String(caseId)], reason: 'schedule' }))).toMatchObject({
    code: 'notDueYet',
  })
  await valueOf(door.retention.destroy({ kind: 'contactDetails', ids: [String(caseId)], reason: 'personAsked' }))
  const detail = await valueOf(door.cases.get({ id: caseId }))
  expect(detail.victim).toMatchObject({ name: 'Alma Invented', address: '', phone: '' })
  expect(detail.safeContact).toEqual({ kind: 'doNotContact', note: '' })
})

test('a hold keeps a case and all its parts whatever the reason, and is lifted by a person; both stand in the log', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId, reference } = await closedCase(opened, 1)
  await valueOf(door.retention.placeHold({ caseId, reason: 'The inquest of Invented Valley asked for it.' }))
  expect(await refusalOf(door.retention.placeHold({ caseId, reason: 'again' }))).toMatchObject({ code: 'changedMeanwhile' })
  expect((await valueOf(door.retention.overview())).holds).toMatchObject([
    { caseId, reference, reason: 'The inquest of Invented Valley asked for it.', placedBy: 'Petra Quillpusher' },
  ])
  expect((await valueOf(door.retention.overview())).kinds[0]).toMatchObject({ kind: 'case', due: 1, held: 1 })
  for (const kind of ['case', 'contactDetails', 'meetingNotes'] as const)
    for (const reason of ['schedule', 'courtOrder'] as const)
      expect(await refusalOf(door.retention.destroy({ kind, ids: [String(caseId)], reason }))).toEqual({
        code: 'underLegalHold',
        references: [reference],
      })
  await valueOf(door.retention.liftHold({ caseId }))
  expect(await refusalOf(door.retention.liftHold({ caseId }))).toEqual({ code: 'notFound', what: 'hold' })
  await valueOf(door.retention.destroy({ kind: 'case', ids: [String(caseId)], reason: 'schedule' }))
  const entries = await lookInside(opened, entriesOf)
  const told = entries
    .filter(({ operation }) => operation.startsWith('retention.'))
    .map(({ operation, subject, outcome }) => [operation, subject, outcome])
  expect(told).toContainEqual(['retention.placeHold', `caseId=${caseId}`, 'done'])
  expect(told).toContainEqual(['retention.liftHold', `caseId=${caseId}`, 'done'])
  expect(told).toContainEqual(['retention.destroy', `caseId=${caseId} kind=case reason=schedule destruction=1`, 'done'])
  expect(told.filter(([, , outcome]) => outcome === 'refused:underLegalHold')).toHaveLength(6)
  expect(JSON.stringify(entries)).not.toContain('inquest')
})

test('all of an order is carried out or nothing of it', async () => {
  const opened = await openVault()
  const { door } = opened
  const one = await closedCase(opened, 1)
  const two = await closedCase(opened, 2)
  await valueOf(door.retention.placeHold({ caseId: two.caseId, reason: 'asked for' }))
  await refusalOf(door.retention.destroy({ kind: 'case', ids: [String(one.caseId), String(two.caseId)], reason: 'schedule' }))
  await refusalOf(door.retention.destroy({ kind: 'case', ids: [String(one.caseId), '999'], reason: 'schedule' }))
  expect((await valueOf(door.cases.list({}))).total).toBe(2)
  expect((await valueOf(door.retention.destructions({}))).total).toBe(0)
})

test('old lists, imports and forms fall due by their age, and go by their own rule', async () => {
  const opened = await openVault()
  const { door } = opened
  await closedCase(opened, 1)
  const csv = 'Victim name,Offender Name,Referring Agency,Date of referral\nAlma Invented,Dan Madeup,Quill Valley Police,not a date\n'
  await valueOf(door.imports.read({ kind: 'referrals', fileName: 'r.csv', bytes: new TextEncoder().encode(csv) }))
  await valueOf(door.drafts.save({ key: 'agency:new', content: '{"name":"Something"}' }))
  await lookInside(opened, (store) =>
    store.write((db) => {
      for (const [table, column] of [
        ['drafts', 'saved_at'],
        ['import_reviews', 'started_at'],
        ['action_lists', 'made_at'],
      ] as const)
        db.run(`UPDATE ${table} SET ${column} = '2024-01-02T09:00:00.000Z'`)
    }),
  )
  const vault = await reopen(opened.folder)
  const later = doorOf(vault)
  const ids: Record<string, readonly string[]> = {}
  for (const kind of ['actionLists', 'imports', 'drafts'] as const) {
    const { rows } = await valueOf(later.retention.due({ kind }))
    expect(rows, kind).toHaveLength(1)
    ids[kind] = rows.map(({ id }) => id)
    await valueOf(later.retention.destroy({ kind, ids: rows.map(({ id }) => id), reason: 'schedule' }))
    expect((await valueOf(later.retention.due({ kind }))).total, kind).toBe(0)
  }
  expect(ids).toMatchObject({ imports: ['review:referrals'], drafts: ['agency:new'] })
  await lookInside({ vault, folder: opened.folder }, (store) => {
    expect(store.all('SELECT 1 FROM action_lists')).toHaveLength(1)
    for (const table of ['action_list_rows', 'import_reviews', 'drafts']) expect(store.all(`SELECT 1 FROM ${table}`), table).toEqual([])
  })
})

test('the oldest part of the log can go by the schedule, and what stays can still be checked', async () => {
  const opened = await openVault()
  await closedCase(opened, 1)
  opened.vault.close()
  // The entries are old because the schedule is short and their time was set back before they were chained: a log of another clock.
  const keys = await keysOf(opened.folder)
  await lookInside(opened, (store) =>
    store.write((db) => {
      const entries = db.all<{ operation: string; subject: string }>('SELECT operation, subject FROM audit_entries ORDER BY seq')
      db.run('DROP TRIGGER audit_entries_stay')
      db.run('DELETE FROM audit_entries')
      db.run('DELETE FROM audit_marks')
      for (const { operation, subject } of entries)
        appendAudit(db, keys.audit, { at: '2018-05-04T09:00:00.000Z', actor: 'Petra', operation, subject, outcome: 'done' })
      db.run(
        `CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries
         WHEN NOT EXISTS (SELECT 1 FROM audit_marks WHERE name = 'start' AND seq >= old.seq) BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END`,
      )
    }),
  )
  // The witness rightly says that this is another log.
  rmSync(join(opened.folder, WITNESS_FILE))
  const vault = await reopen(opened.folder)
  const later = doorOf(vault)
  expect((await valueOf(later.retention.due({ kind: 'auditEntries' }))).rows).toMatchObject([{ id: 'log', since: '2018-05-04' }])
  // Years lie between the last entry and this day.
  await valueOf(later.integrity.confirmClock())
  await valueOf(later.retention.destroy({ kind: 'auditEntries', ids: ['log'], reason: 'schedule' }))
  const { rows, total } = await valueOf(later.audit.list({}))
  expect(rows.every(({ at }) => at > '2019')).toBe(true)
  expect(total).toBe(rows.length)
  const broken = await lookInside({ vault, folder: opened.folder }, (store, key) => [
    firstBreak(store, key),
    firstBreak(store, Buffer.alloc(32, 9)),
  ])
  expect(broken).toEqual([null, { seq: 1, problem: 'start' }])
})

test('backups made before a destruction are named with it, those made after are not', async () => {
  const opened = await openVault()
  const { caseId } = await closedCase(opened, 1)
  await lookInside(opened, (store) =>
    store.write((db) =>
      db.run(
        `INSERT INTO backups (made_at, place, folder, is_elsewhere, file_name, bytes, audit_seq, problem, removed_at) VALUES
         ('2026-11-01T09:00:00.000Z', 'chosen', '/stick', 1, 'before.caseboard', 1, 2, '', NULL),
         ('2026-11-02T09:00:00.000Z', 'chosen', '/stick', 1, 'removed.caseboard', 1, 2, '', '2026-11-03T09:00:00.000Z'),
         ('2026-11-02T09:00:00.000Z', 'chosen', '/stick', 1, 'failed.caseboard', 1, 2, 'diskFull', NULL),
         ('2030-11-02T09:00:00.000Z', 'automatic', '', 0, 'after.caseboard', 1, 100000, '', NULL)`,
      ),
    ),
  )
  const vault = await reopen(opened.folder)
  const later = doorOf(vault)
  await valueOf(later.retention.destroy({ kind: 'case', ids: [String(caseId)], reason: 'schedule' }))
  const [destruction] = (await valueOf(later.retention.destructions({}))).rows
  expect(destruction?.oldBackups.map(({ fileName }) => fileName)).toEqual(['before.caseboard'])
  vault.close()
})
