import { readSpreadsheetSafely } from '../../../../main/vault/documents/spreadsheet-process.ts'
import { decrypt } from 'officecrypto-tool'
import { expect, test } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { openedMeeting, only, refer } from '../../../support/meeting-room.ts'
import { openVault, refusalOf, todayOnTheWall, valueOf } from '../../../support/open-vault.ts'

test('the log is read by reference: who, what, of which case, agency and meeting', async () => {
  const opened = await openVault()
  const { door, police } = opened
  const { caseId, caseReference } = await refer(opened, 1)
  const { meetingId, agenda } = await openedMeeting(opened)
  await valueOf(door.listings.addFact({ listingId: only(agenda).listingId, agencyId: police, basis: 'fact', text: 'something' }))
  const { rows, total } = await valueOf(door.audit.list({}))
  expect(total).toBe(rows[0]?.seq)
  expect(rows[0]).toMatchObject({
    operation: 'listings.addFact',
    actor: 'Petra Quillpusher',
    outcome: 'done',
    names: { case: caseReference, agency: 'Quill Valley Police', meeting: '2026-11-05', action: null },
    facts: { caseId: String(caseId), meetingId: String(meetingId) },
  })
})

test('the log is narrowed by case, group, person, outcome and day', async () => {
  const opened = await openVault()
  const { door } = opened
  const one = await refer(opened, 1)
  const two = await refer(opened, 2)
  await valueOf(door.cases.get({ id: one.caseId }))
  await refusalOf(door.agencies.add({ name: 'Housing Options', sector: 'housing', isCore: true }))
  const operationsOf = async (filter: Parameters<typeof door.audit.list>[0]) =>
    (await valueOf(door.audit.list(filter))).rows.map(({ operation }) => operation)
  expect(await operationsOf({ caseReference: one.caseReference })).toEqual(['cases.get', 'referrals.record'])
  expect(await operationsOf({ caseReference: String(Number(two.caseReference.slice(-4))) })).toEqual(['referrals.record'])
  expect(await operationsOf({ caseReference: 'HR-1999-0001' })).toEqual([])
  expect(await operationsOf({ group: 'views' })).toEqual(['cases.get'])
  expect(await operationsOf({ outcome: 'refused' })).toEqual(['agencies.add'])
  expect(await operationsOf({ actor: 'Nobody' })).toEqual([])
  expect(await operationsOf({ group: 'referrals', actor: 'Petra Quillpusher', from: todayOnTheWall(), to: todayOnTheWall() })).toHaveLength(
    2,
  )
  expect(await operationsOf({ to: addDays(todayOnTheWall(), -1) })).toEqual([])
  expect(await valueOf(door.audit.actors())).toContain('Petra Quillpusher')
})

test('reading the log is not logged, and cannot change it', async () => {
  const { door } = await openVault()
  const before = (await valueOf(door.audit.list({}))).total
  await valueOf(door.audit.verify())
  await valueOf(door.audit.standing())
  expect((await valueOf(door.audit.list({}))).total).toBe(before)
})

test('the log goes out as a spreadsheet under a password of its own, in sentences, and that is logged with its rows', async () => {
  const opened = await openVault()
  const { caseReference } = await refer(opened, 1)
  const answer = await opened.vault.run('audit.export', { group: 'referrals' })
  if (!answer.reply.ok) throw new Error(answer.reply.refusal.code)
  const { fileName, rows, password } = answer.reply.value as { fileName: string; rows: number; password: string }
  expect(fileName).toBe(`${todayOnTheWall()}_log.xlsx`)
  expect(rows).toBe(1)
  const [file] = answer.files ?? []
  if (!file) throw new Error('no file')
  expect(Buffer.from(file.bytes).includes(caseReference)).toBe(false)
  const plain = await decrypt(Buffer.from(file.bytes), { password })
  const sheet = await readSpreadsheetSafely({ name: 'log.xlsx', bytes: new Uint8Array(plain) })
  if (!sheet.ok) throw new Error(sheet.refusal.code)
  expect(JSON.stringify(sheet.value)).toContain(`Recorded a referral of case ${caseReference}`)
  await expect(decrypt(Buffer.from(file.bytes), { password: 'another' })).rejects.toThrow()
  const logged = (await valueOf(opened.door.audit.list({ group: 'exports' }))).rows
  expect(logged).toMatchObject([{ operation: 'audit.export', facts: { rows: '1' } }])
})
