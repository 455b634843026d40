import { isoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import type { PersonContent } from '#domain/people/person-record.ts'
import { nameKey } from '#domain/person.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refer } from '../../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../../support/open-vault.ts'

const text = fc.constantFrom('', 'Marigold', 'Wren Quill', '9 Invented Row', '07700 900123')
const born = fc.constantFrom(null, isoDate('1988-02-28'), isoDate('1979-11-03'))
const content = fc.record({
  name: fc.constantFrom('Kestrel Thornfield', 'Kestrle Thornfield', 'Wren Quill'),
  dateOfBirth: born,
  address: text,
  phone: text,
  details: fc.record({
    aliases: fc.uniqueArray(fc.constantFrom('Kes', 'Thorn', 'Wren'), { maxLength: 2 }),
    otherAddresses: fc.array(fc.record({ text: fc.constantFrom('2 Madeup Lane', '9 Invented Row') }), { maxLength: 2 }),
    needsInterpreter: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    note: text,
  }),
})

/** All of two cases and their people, versions aside. */
async function seen({ door }: OpenVault, cases: readonly CaseId[]) {
  const people = await Promise.all(cases.map((caseId) => valueOf(door.people.ofCase({ caseId }))))
  return JSON.parse(JSON.stringify(people, (key, value: unknown) => (key === 'version' ? undefined : value))) as unknown
}

const plain = ({ name, dateOfBirth, address, phone, details }: PersonContent) => ({ name, dateOfBirth, address, phone, details })

test('a merge that is taken back gives both records and their cases back, but for what was changed meanwhile, which stays', async () => {
  const opened = await openVault()
  const { door } = opened
  let number = 0
  await fc.assert(
    fc.asyncProperty(
      content,
      content,
      fc.record({ takesName: fc.boolean(), takesDateOfBirth: fc.boolean(), takesAddress: fc.boolean(), takesPhone: fc.boolean() }),
      fc.boolean(),
      async (one, other, takes, isEdited) => {
        number += 2
        const cases = [(await refer(opened, number)).caseId, (await refer(opened, number + 1)).caseId] as const
        for (const [index, said] of [one, other].entries()) {
          const caseId = cases[index] ?? cases[0]
          const { victim } = await valueOf(door.people.ofCase({ caseId }))
          await valueOf(door.people.save({ id: victim.person.id, version: victim.person.version, caseId, content: said }))
        }
        const [kept, gone] = [
          (await valueOf(door.people.ofCase({ caseId: cases[0] }))).victim.person,
          (await valueOf(door.people.ofCase({ caseId: cases[1] }))).victim.person,
        ]
        const before = await seen(opened, cases)
        const mergeId = await valueOf(
          door.people.merge({
            keptId: kept.id,
            keptVersion: kept.version,
            goneId: gone.id,
            goneVersion: gone.version,
            ...takes,
          }),
        )
        const merged = (await valueOf(door.people.ofCase({ caseId: cases[1] }))).victim
        expect(merged.person.id).toBe(kept.id)
        expect(merged.elsewhere).toHaveLength(1)
        for (const [isTaken, part] of [
          [takes.takesAddress, 'address'],
          [takes.takesPhone, 'phone'],
        ] as const) {
          expect(merged.person[part]).toBe((isTaken ? gone[part] : kept[part]) || kept[part] || gone[part])
          const { otherAddresses, otherPhones } = merged.person.details
          const all = [merged.person[part], ...otherAddresses.map(({ text }) => text), ...otherPhones.map(({ number: each }) => each)].map(
            nameKey,
          )
          for (const { [part]: value } of [kept, gone]) if (value !== '') expect(all, 'nothing is dropped').toContain(nameKey(value))
        }
        if (isEdited)
          await valueOf(
            door.people.save({
              id: kept.id,
              version: merged.person.version,
              caseId: cases[0],
              content: { ...plain(merged.person), details: { ...merged.person.details, language: 'Fablish' } },
            }),
          )
        await valueOf(door.people.unmerge({ mergeId }))
        if (isEdited) {
          const { victim } = await valueOf(door.people.ofCase({ caseId: cases[0] }))
          expect(plain(victim.person)).toEqual({ ...plain(kept), details: { ...kept.details, language: 'Fablish' } })
          expect(plain((await valueOf(door.people.ofCase({ caseId: cases[1] }))).victim.person)).toEqual(plain(gone))
        } else expect(await seen(opened, cases)).toEqual(before)
        expect(await refusalOf(door.people.unmerge({ mergeId }))).toEqual({ code: 'notFound', what: 'merge' })
      },
    ),
    { numRuns: 15 },
  )
})

test('the victim and the perpetrator of one case are never merged', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1)
  const { victim, perpetrator } = await valueOf(opened.door.people.ofCase({ caseId }))
  const refusal = await refusalOf(
    opened.door.people.merge({
      keptId: victim.person.id,
      keptVersion: victim.person.version,
      goneId: perpetrator.person.id,
      goneVersion: perpetrator.person.version,
    }),
  )
  expect(refusal).toEqual({ code: 'oppositeInACase' })
})

test('two records of one case are not merged: nobody becomes an ally of themself, nor two allies', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId, caseReference } = await refer(opened, 1)
  for (const name of ['Barney Invented', 'Barnaby Invented'])
    await valueOf(door.people.addTie({ caseId, person: { kind: 'new', content: { name } }, tie: { role: 'ally', isSafeToTalkTo: 'yes' } }))
  const { victim, perpetrator, ties } = await valueOf(door.people.ofCase({ caseId }))
  const everybody = [victim, perpetrator, ...ties].map(({ person }) => person)
  for (const kept of everybody)
    for (const gone of everybody) {
      if (kept === gone) continue
      const request = { keptId: kept.id, keptVersion: kept.version, goneId: gone.id, goneVersion: gone.version }
      const areParties = [kept, gone].every(({ id }) => id === victim.person.id || id === perpetrator.person.id)
      expect(await refusalOf(door.people.merge(request))).toEqual(
        areParties ? { code: 'oppositeInACase' } : { code: 'bothInCase', reference: caseReference },
      )
    }
})

test('a tie that undoing put back while its person was merged does not keep the merge from being taken back', async () => {
  const opened = await openVault()
  const { door } = opened
  const [one, other, third] = [await refer(opened, 1), await refer(opened, 2), await refer(opened, 3)]
  const victimOf = async (caseId: CaseId) => (await valueOf(door.people.ofCase({ caseId }))).victim.person
  const [kept, gone] = [await victimOf(one.caseId), await victimOf(other.caseId)]
  const { tieId } = await valueOf(
    door.people.addTie({ caseId: third.caseId, person: { kind: 'known', personId: gone.id }, tie: { role: 'friend' } }),
  )
  await valueOf(door.people.removeTie({ caseId: third.caseId, tieId, version: 1 }))
  const mergeId = await valueOf(
    door.people.merge({ keptId: kept.id, keptVersion: kept.version, goneId: gone.id, goneVersion: gone.version }),
  )
  await valueOf(door.record.undo({ caseId: third.caseId }))
  await valueOf(door.people.unmerge({ mergeId }))
  expect((await victimOf(other.caseId)).id).toBe(gone.id)
})

test('who is taken out of a case comes back with everything by undoing, and is gone where in no other case', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await refer(opened, 1)
  const said = { name: 'Wren Quill', details: { aliases: ['Wrennie'] } }
  const { tieId, personId } = await valueOf(
    door.people.addTie({ caseId, person: { kind: 'new', content: said }, tie: { role: 'ally', isSafeToTalkTo: 'yes' } }),
  )
  await valueOf(door.people.removeTie({ caseId, tieId, version: 1 }))
  expect(await refusalOf(door.people.get({ id: personId }))).toEqual({ code: 'notFound', what: 'person' })
  await valueOf(door.record.undo({ caseId }))
  const { ties } = await valueOf(door.people.ofCase({ caseId }))
  const back = ties.find(({ tie }) => tie.id === tieId)
  expect(back?.person.id).toBe(personId)
  expect(back?.person.details.aliases).toEqual(['Wrennie'])
  expect(back?.tie.isSafeToTalkTo).toBe('yes')
})
