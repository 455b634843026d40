import { addDays, isoDate } from '#domain/dates.ts'
import type { CaseId, EntryId } from '#domain/ids.ts'
import { expect, test } from 'vitest'
import { only, refer } from '../../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, todayOnTheWall, valueOf } from '../../../support/open-vault.ts'

type Typed = Parameters<OpenVault['door']['record']['save']>[0]['content']

const note = (text: string): Typed => ({ kind: 'note', on: isoDate('2026-11-02'), text })
const link = (dependsOn: EntryId | null = null): Typed => ({ kind: 'chainLink', link: 'orderIssued', state: 'waiting', dependsOn })

function save({ door }: OpenVault, caseId: CaseId, content: Typed, at: { id?: EntryId; version?: number } = {}) {
  return door.record.save({ caseId, content, provenance: {}, ...at })
}

async function textsOf({ door }: OpenVault, caseId: CaseId) {
  const { entries } = await valueOf(door.record.of({ caseId }))
  return entries.map(({ content }) => (content.kind === 'note' ? content.text : content.kind))
}

test('an entry is written, changed and removed, and every step can be undone and done again', async () => {
  const opened = await openVault()
  const { door, police } = opened
  const { caseId } = await refer(opened, 1)
  expect(await valueOf(door.record.of({ caseId }))).toEqual({ entries: [], undo: null, redo: null })

  const id = await valueOf(
    door.record.save({ caseId, content: note('one'), provenance: { saidBy: police, basis: 'opinion', isPrivileged: true } }),
  )
  expect(only((await valueOf(door.record.of({ caseId }))).entries)).toMatchObject({
    id,
    caseId,
    version: 1,
    content: note('one'),
    provenance: { saidBy: police, saidOn: null, basis: 'opinion', isPrivileged: true },
    recordedBy: 'Petra Quillpusher',
  })
  await valueOf(save(opened, caseId, note('two'), { id, version: 1 }))
  await valueOf(door.record.remove({ caseId, id, version: 2 }))
  expect(await textsOf(opened, caseId)).toEqual([])

  expect(await valueOf(door.record.undo({ caseId }))).toEqual({ subject: 'entry', entry: 'note', change: 'removed' })
  expect(await textsOf(opened, caseId)).toEqual(['two'])
  expect(await valueOf(door.record.undo({ caseId }))).toMatchObject({ change: 'changed' })
  expect(await textsOf(opened, caseId)).toEqual(['one'])
  expect(only((await valueOf(door.record.of({ caseId }))).entries).provenance).toMatchObject({ saidBy: police, isPrivileged: true })
  expect(await valueOf(door.record.undo({ caseId }))).toMatchObject({ change: 'added' })
  expect(await refusalOf(door.record.undo({ caseId }))).toEqual({ code: 'nothingToUndo' })
  for (const texts of [['one'], ['two'], []]) {
    await valueOf(door.record.redo({ caseId }))
    expect(await textsOf(opened, caseId)).toEqual(texts)
  }
  expect(await refusalOf(door.record.redo({ caseId }))).toEqual({ code: 'nothingToRedo' })
})

test('of two who saved the same version of an entry, the second is told; also after an undo that brought the old words back', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await refer(opened, 1)
  const id = await valueOf(save(opened, caseId, note('one')))
  await valueOf(save(opened, caseId, note('two'), { id, version: 1 }))
  expect(await refusalOf(save(opened, caseId, note('three'), { id, version: 1 }))).toEqual({ code: 'changedMeanwhile', what: 'entry' })
  expect(await refusalOf(door.record.remove({ caseId, id, version: 1 }))).toEqual({ code: 'changedMeanwhile', what: 'entry' })
  await valueOf(door.record.undo({ caseId }))
  for (const version of [1, 2])
    expect(await refusalOf(save(opened, caseId, note('three'), { id, version }))).toEqual({ code: 'changedMeanwhile', what: 'entry' })
})

test('a new edit forgets what was undone', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1)
  await valueOf(save(opened, caseId, note('one')))
  await valueOf(opened.door.record.undo({ caseId }))
  await valueOf(save(opened, caseId, note('two')))
  expect(await valueOf(opened.door.record.of({ caseId }))).toMatchObject({ undo: { change: 'added' }, redo: null })
})

test('a correction of the people, the children and the safe contact is undone like any other edit', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await refer(opened, 1, { children: [{ name: 'Isadora' }] })
  const { victim, perpetrator, childrenCount, children, safeContact, relationship, version } = await valueOf(door.cases.get({ id: caseId }))
  await valueOf(
    door.cases.change({
      id: caseId,
      version,
      victim: { ...victim, name: 'Ottilie Quibblestrop' },
      perpetrator,
      relationship: 'Ex-husband',
      childrenCount: 2,
      children: [],
      safeContact: { kind: 'onlyThrough', who: 'Lantern Advocates' },
    }),
  )
  expect((await valueOf(door.record.of({ caseId }))).undo).toEqual({ subject: 'case', entry: null, change: 'changed' })
  await valueOf(door.record.undo({ caseId }))
  expect(await valueOf(door.cases.get({ id: caseId }))).toMatchObject({ victim, relationship, childrenCount, children, safeContact })
  expect((await valueOf(door.cases.list({ search: 'quibblestrop' }))).total).toBe(0)
  await valueOf(door.record.redo({ caseId }))
  expect(await valueOf(door.cases.get({ id: caseId }))).toMatchObject({ relationship: 'Ex-husband', childrenCount: 2, children: [] })
})

test('what came to a case by other means is not overwritten by an undo', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await refer(opened, 1)
  const { id, version, victim, perpetrator, safeContact } = await valueOf(door.cases.get({ id: caseId }))
  const change = { id, version, victim, perpetrator, relationship: 'Ex', childrenCount: null, children: [], safeContact }
  await valueOf(door.cases.change(change))
  await refer(opened, 1, { childrenCount: 3 }, caseId)
  expect(await refusalOf(door.record.undo({ caseId }))).toEqual({ code: 'changedMeanwhile', what: 'case' })
  expect(await valueOf(door.cases.get({ id: caseId }))).toMatchObject({ relationship: 'Ex', childrenCount: 3 })
})

test('what an entry names must be there, and in its case', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await refer(opened, 1)
  const { caseId: other } = await refer(opened, 2)
  const elsewhere = await valueOf(save(opened, other, link()))
  const own = await valueOf(save(opened, caseId, link()))
  expect(await refusalOf(save(opened, caseId, link(elsewhere)))).toEqual({ code: 'notFound', what: 'entry' })
  expect(await refusalOf(save(opened, caseId, note('x'), { id: elsewhere, version: 1 }))).toEqual({ code: 'notFound', what: 'entry' })
  expect(await refusalOf(door.record.remove({ caseId, id: elsewhere, version: 1 }))).toEqual({ code: 'notFound', what: 'entry' })
  expect(await refusalOf(door.record.save({ caseId, content: note('x'), provenance: { saidBy: 999 } }))).toEqual({
    code: 'notFound',
    what: 'agency',
  })
  expect(await refusalOf(save(opened, caseId, { kind: 'need', domain: 'legal', state: 'open', actionIds: [999] }))).toEqual({
    code: 'notFound',
    what: 'action',
  })
  const leaning = await valueOf(save(opened, caseId, link(own)))
  expect(await refusalOf(save(opened, caseId, link(leaning), { id: own, version: 1 }))).toMatchObject({
    code: 'invalidInput',
    fields: [{ path: 'content.dependsOn', problem: 'notAllowed' }],
  })
  expect(await refusalOf(door.record.remove({ caseId, id: own, version: 1 }))).toEqual({
    code: 'inUse',
    what: 'entry',
    by: 'entry',
    count: 1,
  })
})

test('what has happened cannot lie ahead', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1)
  const ahead = addDays(todayOnTheWall(), 1)
  expect(await refusalOf(save(opened, caseId, { kind: 'incident', incident: 'threats', on: ahead }))).toMatchObject({
    code: 'invalidInput',
    fields: [{ path: 'content.on', problem: 'futureDate' }],
  })
  await valueOf(save(opened, caseId, { kind: 'chainLink', link: 'hearing', state: 'planned', on: ahead }))
})

test('what is typed on in one form is one edit to whoever undoes it', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await refer(opened, 1)
  const provenance = {}
  const id = await valueOf(door.record.save({ caseId, content: note('o'), provenance }))
  await valueOf(door.record.save({ caseId, id, version: 1, content: note('one'), provenance, continues: true }))
  await valueOf(door.record.save({ caseId, id, version: 2, content: note('two'), provenance }))
  await valueOf(door.record.save({ caseId, id, version: 3, content: note('two and'), provenance, continues: true }))
  await valueOf(door.record.undo({ caseId }))
  expect(await textsOf(opened, caseId)).toEqual(['one'])
  await valueOf(door.record.redo({ caseId }))
  expect(await textsOf(opened, caseId)).toEqual(['two and'])
  await valueOf(door.record.undo({ caseId }))
  expect(await valueOf(door.record.undo({ caseId }))).toMatchObject({ change: 'added' })
  expect(await textsOf(opened, caseId)).toEqual([])
  expect(await refusalOf(door.record.undo({ caseId }))).toEqual({ code: 'nothingToUndo' })
})
