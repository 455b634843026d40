import { isoDate } from '#domain/dates.ts'
import type { CaseId, PersonId } from '#domain/ids.ts'
import { contentOf, type PersonContent } from '#domain/people/person-record.ts'
import { expect, test } from 'vitest'
import { refer } from '../../../support/meeting-room.ts'
import { openVault, type OpenVault, valueOf } from '../../../support/open-vault.ts'

type Door = OpenVault['door']

const victimOf = async ({ people }: Door, caseId: CaseId) => (await valueOf(people.ofCase({ caseId }))).victim.person

async function save({ people }: Door, caseId: CaseId, id: PersonId, change: (was: PersonContent) => Partial<PersonContent>): Promise<void> {
  const { person } = await valueOf(people.get({ id }))
  const was = contentOf(person)
  await valueOf(people.save({ id, version: person.version, caseId, content: { ...was, ...change(was) } }))
}

/** Two cases whose victims were taken for one woman. */
async function merged() {
  const opened = await openVault()
  const { door } = opened
  const victim = (name: string, phone: string) => ({ name, dateOfBirth: isoDate('1988-02-28'), address: '2 Madeup Lane', phone })
  const one = (await refer(opened, 1, { victim: victim('Ann Quickfern', '555 1') })).caseId
  const other = (await refer(opened, 2, { victim: victim('Anne Quickfern', '555 2') })).caseId
  const [kept, gone] = [await victimOf(door, one), await victimOf(door, other)]
  for (const [caseId, { id }, note] of [
    [one, kept, 'likes tea'],
    [other, gone, 'likes rain'],
  ] as const)
    await save(door, caseId, id, ({ details }) => ({ details: { ...details, note } }))
  const [first, second] = [await victimOf(door, one), await victimOf(door, other)]
  const mergeId = await valueOf(
    door.people.merge({ keptId: first.id, keptVersion: first.version, goneId: second.id, goneVersion: second.version }),
  )
  return { door, one, other, kept: first, gone: second, unmerge: () => valueOf(door.people.unmerge({ mergeId })) }
}

test('what was saved in the case of the record that went goes back with it, and nothing of it stays with the other woman', async () => {
  const { door, one, other, kept, gone, unmerge } = await merged()
  await save(door, other, kept.id, ({ details }) => ({
    phone: '777 new',
    details: {
      ...details,
      language: 'Fablish',
      note: `${details.note}. Epilepsy`,
      otherAddresses: [
        ...details.otherAddresses,
        { text: '9 Refuge Lane', knownTo: 'victimOnly' as const, from: null, until: null, isConfidential: true },
      ],
    },
  }))
  await save(door, one, kept.id, ({ details }) => ({ details: { ...details, doctor: 'Pennywhistle Surgery' } }))
  await unmerge()
  const [hers, others] = [await victimOf(door, one), await victimOf(door, other)]
  expect(contentOf(hers)).toEqual({ ...contentOf(kept), details: { ...kept.details, doctor: 'Pennywhistle Surgery' } })
  expect(others.id).toBe(gone.id)
  expect(contentOf(others)).toEqual({
    ...contentOf(gone),
    phone: '777 new',
    details: {
      ...gone.details,
      language: 'Fablish',
      note: 'likes rain. Epilepsy',
      otherAddresses: [{ text: '9 Refuge Lane', knownTo: 'victimOnly', from: null, until: null, isConfidential: true }],
    },
  })
})

test('of a field that both cases wrote, each record has what its own case wrote last', async () => {
  const { door, one, other, kept, unmerge } = await merged()
  await save(door, other, kept.id, () => ({ phone: '777' }))
  await save(door, one, kept.id, () => ({ phone: '888' }))
  await save(door, other, kept.id, () => ({ address: 'undone' }))
  await valueOf(door.record.undo({ caseId: other }))
  await unmerge()
  expect([(await victimOf(door, one)).phone, (await victimOf(door, other)).phone]).toEqual(['888', '777'])
  expect([(await victimOf(door, one)).address, (await victimOf(door, other)).address]).toEqual(['2 Madeup Lane', '2 Madeup Lane'])
})

test('what was corrected on the form of a case goes with the record of that case too', async () => {
  const { door, one, other, unmerge } = await merged()
  const { version, victim, perpetrator, relationship, childrenCount, children, safeContact } = await valueOf(door.cases.get({ id: other }))
  await valueOf(
    door.cases.change({
      id: other,
      version,
      victim: { ...victim, phone: '777' },
      perpetrator,
      relationship,
      childrenCount,
      children: [...children],
      safeContact,
    }),
  )
  await unmerge()
  expect([(await victimOf(door, one)).phone, (await victimOf(door, other)).phone]).toEqual(['555 1', '777'])
})
