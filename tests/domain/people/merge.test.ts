import { isoDate } from '#domain/dates.ts'
import { addressKnowers } from '#domain/people/address.ts'
import { mergedContent } from '#domain/people/merge.ts'
import { PersonContent } from '#domain/people/person-record.ts'
import { nameKey } from '#domain/person.ts'
import { knownAnswers } from '#domain/record/known.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const takesNothing = { takesName: false, takesDateOfBirth: false, takesAddress: false, takesPhone: false }
const day = fc.constantFrom(null, isoDate('2025-03-01'), isoDate('2026-02-01'))
const facts = { knownTo: fc.constantFrom(...addressKnowers), from: day, until: day, isConfidential: fc.boolean() }
const texts = ['9 Refuge Lane', '9 refuge  lane', '2 Madeup Row', '41 Invented Street'] as const
const phones = ['555 1', '555 2'] as const
const notes = ['', 'he reads it', 'only in the mornings'] as const
const person = fc
  .record({
    name: fc.constantFrom('Ann Quickfern', 'Anne Quickfern'),
    address: fc.constantFrom('', ...texts),
    phone: fc.constantFrom('', ...phones),
    details: fc.record({
      addressFacts: fc.record(facts),
      otherAddresses: fc.array(fc.record({ text: fc.constantFrom(...texts), ...facts }), { maxLength: 3 }),
      otherPhones: fc.array(fc.record({ number: fc.constantFrom(...phones), note: fc.constantFrom(...notes) }), { maxLength: 3 }),
      needsInterpreter: fc.constantFrom(...knownAnswers),
      equality: fc.record({ disability: fc.constantFrom({ kind: 'answer', text: 'deaf' }, { kind: 'answer', text: 'none' }) }),
    }),
  })
  .map((said) => PersonContent.parse(said))
const takes = fc.record({ takesName: fc.boolean(), takesDateOfBirth: fc.boolean(), takesAddress: fc.boolean(), takesPhone: fc.boolean() })

const addressesOf = ({ address, details }: PersonContent) => [
  ...(address === '' ? [] : [{ text: address, ...details.addressFacts }]),
  ...details.otherAddresses,
]

describe('of two records that are one person', () => {
  test('no warning of either is lost: of an address, of a telephone, of an interpreter, of an answer', () => {
    fc.assert(
      fc.property(person, person, takes, (kept, gone, taken) => {
        const after = mergedContent(kept, gone, taken)
        if (after === null) throw new Error('these fit into one record')
        for (const said of [kept, gone]) {
          for (const { text, knownTo, isConfidential } of addressesOf(said))
            for (const stands of addressesOf(after).filter((each) => nameKey(each.text) === nameKey(text))) {
              expect(addressKnowers.indexOf(stands.knownTo)).toBeGreaterThanOrEqual(addressKnowers.indexOf(knownTo))
              expect(stands.isConfidential || !isConfidential).toBe(true)
            }
          for (const { number, note } of said.details.otherPhones)
            expect(after.details.otherPhones.find((each) => each.number === number)?.note).toContain(note)
          if (said.details.needsInterpreter === 'yes') expect(after.details.needsInterpreter).toBe('yes')
          const [answer, whole] = [said.details.equality.disability, after.details.equality.disability]
          if (answer.kind === 'answer') expect(whole.kind === 'answer' ? whole.text : '').toContain(answer.text)
        }
        const [before, now] = [[...addressesOf(kept), ...addressesOf(gone)], addressesOf(after)].map(
          (all) => new Set(all.map(({ text }) => nameKey(text))),
        )
        expect(now).toEqual(before)
      }),
    )
  })

  test('the refuge stays confidential and known to her alone, though the record that stays knows nothing of that', () => {
    const kept = PersonContent.parse({
      name: 'Ann Quickfern',
      address: '9 Refuge Lane',
      details: { needsInterpreter: 'no', otherPhones: [{ number: '555 1' }] },
    })
    const gone = PersonContent.parse({
      name: 'Anne Quickfern',
      address: '9 Refuge Lane',
      details: {
        addressFacts: { knownTo: 'victimOnly', until: '2026-12-31', isConfidential: true },
        needsInterpreter: 'yes',
        otherPhones: [{ number: '555 1', note: 'he reads it' }],
      },
    })
    const { addressFacts, otherPhones, needsInterpreter } = mergedContent(kept, gone, takesNothing)?.details ?? kept.details
    expect(addressFacts).toEqual({ knownTo: 'victimOnly', from: null, until: '2026-12-31', isConfidential: true })
    expect(otherPhones).toEqual([{ number: '555 1', note: 'he reads it' }])
    expect(needsInterpreter).toBe('yes')
  })
})
