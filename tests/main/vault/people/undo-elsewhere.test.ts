import { isoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import { contentOf, type PersonContent, type PersonRecord } from '#domain/people/person-record.ts'
import { expect, test } from 'vitest'
import { refer } from '../../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../../support/open-vault.ts'

type Door = OpenVault['door']

const child = { name: 'Pip Fernsby', dateOfBirth: isoDate('2018-01-01'), school: 'Madeup Primary' }

const childOf = async ({ people }: Door, caseId: CaseId): Promise<PersonRecord> => {
  const found = (await valueOf(people.ofCase({ caseId }))).ties.find(({ tie }) => tie.role === 'child')
  if (!found) throw new Error('no child in the case')
  return found.person
}

async function write({ people }: Door, caseId: CaseId, id: PersonRecord['id'], said: Partial<PersonContent>): Promise<void> {
  const { person } = await valueOf(people.get({ id }))
  await valueOf(people.save({ id, version: person.version, caseId, content: { ...contentOf(person), ...said } }))
}

async function changeRelationship({ cases }: Door, caseId: CaseId): Promise<void> {
  const { version, victim, perpetrator, childrenCount, children, safeContact } = await valueOf(cases.get({ id: caseId }))
  await valueOf(
    cases.change({
      id: caseId,
      version,
      victim,
      perpetrator,
      relationship: 'former partner',
      childrenCount,
      children: [...children],
      safeContact,
    }),
  )
}

async function merge({ people }: Door, keptId: PersonRecord['id'], goneId: PersonRecord['id']): Promise<void> {
  const [kept, gone] = [await valueOf(people.get({ id: keptId })), await valueOf(people.get({ id: goneId }))]
  await valueOf(people.merge({ keptId, keptVersion: kept.person.version, goneId, goneVersion: gone.person.version }))
}

test('undoing in one case never takes away what another case wrote of a child of both', async () => {
  const opened = await openVault()
  const { door } = opened
  const [one, other] = [(await refer(opened, 1, { children: [child] })).caseId, (await refer(opened, 2)).caseId]
  const { id } = await childOf(door, one)
  await valueOf(door.people.addTie({ caseId: other, person: { kind: 'known', personId: id }, tie: { role: 'child' } }))
  await changeRelationship(door, one)
  await write(door, other, id, { address: '1 Refuge Lane' })
  expect(await refusalOf(door.record.undo({ caseId: one }))).toMatchObject({ code: 'changedMeanwhile' })
  expect((await childOf(door, one)).address).toBe('1 Refuge Lane')
  // Once the other case has taken its own edit back, this one can.
  await valueOf(door.record.undo({ caseId: other }))
  await valueOf(door.record.undo({ caseId: one }))
  await valueOf(door.record.redo({ caseId: one }))
  expect((await valueOf(door.cases.get({ id: one }))).relationship).toBe('former partner')
})

test('undoing in a case never takes away what a merge brought to its child', async () => {
  const opened = await openVault()
  const { door } = opened
  const [one, other] = [
    (await refer(opened, 1, { children: [child] })).caseId,
    (await refer(opened, 2, { children: [child] })).caseId,
  ] as const
  const [kept, gone] = [await childOf(door, one), await childOf(door, other)]
  await write(door, other, gone.id, { address: '1 Refuge Lane', details: { ...gone.details, note: 'epilepsy' } })
  await changeRelationship(door, one)
  await merge(door, kept.id, gone.id)
  expect(await refusalOf(door.record.undo({ caseId: one }))).toMatchObject({ code: 'changedMeanwhile' })
  const { address, details } = await childOf(door, one)
  expect([address, details.note]).toEqual(['1 Refuge Lane', 'epilepsy'])
})

test('undoing in a case does not write to the record that a merge put in the place of its victim', async () => {
  const opened = await openVault()
  const { door } = opened
  const victim = { name: 'Ottilie Quickfern', dateOfBirth: isoDate('1988-02-28'), address: '2 Madeup Lane', phone: '' }
  const [one, other] = [(await refer(opened, 1, { victim })).caseId, (await refer(opened, 2, { victim })).caseId]
  const victimOf = async (caseId: CaseId) => (await valueOf(door.people.ofCase({ caseId }))).victim.person
  await changeRelationship(door, one)
  await merge(door, (await victimOf(other)).id, (await victimOf(one)).id)
  expect(await refusalOf(door.record.undo({ caseId: one }))).toMatchObject({ code: 'changedMeanwhile' })
})
