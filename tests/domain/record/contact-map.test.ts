import { addDays, isoDate } from '#domain/dates.ts'
import { AgencyId } from '#domain/ids.ts'
import { contactMap, missingSectors, type KnownAgency } from '#domain/record/contact-map.ts'
import { ContactPoint, metPeople } from '#domain/record/contact-point.ts'
import { knownAnswers } from '#domain/record/known.ts'
import { whoCanReachHerSafely } from '#domain/record/safe-reach.ts'
import { doNotContact, type SafeContact } from '#domain/safe-contact.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entry } from './entries.ts'

const today = isoDate('2026-11-25')
const direct: SafeContact = { kind: 'direct', how: 'mobile', when: '', mayLeaveMessage: false, note: '' }

const agencies: readonly KnownAgency[] = (
  [
    [1, 'Advocate Service Ravenfold', 'advocate'],
    [2, 'Ravenfold Surgery', 'health'],
    [3, 'Northfell Probation', 'probation'],
    [4, 'Ravenfold School', 'schools'],
    [5, 'Ravenfold Homes', 'housing'],
    [6, 'Oddments', 'other'],
  ] as const
).map(([id, name, sector]) => ({ id: AgencyId.parse(id), name, sector }))

type Detail = { readonly safe?: ContactPoint['isSafeToRaise']; readonly daysAgo?: number }

const meets = (id: number, agencyId: number, person: ContactPoint['meets'], { safe = 'yes', daysAgo }: Detail = {}) =>
  entry(
    id,
    ContactPoint.parse({
      kind: 'contactPoint',
      agencyId,
      meets: person,
      isSafeToRaise: safe,
      lastOn: daysAgo === undefined ? null : addDays(today, -daysAgo),
    }),
  )

const reach = (entries: Parameters<typeof whoCanReachHerSafely>[0], safeContact: SafeContact = direct) =>
  whoCanReachHerSafely(entries, { safeContact, agencies, today })

describe('the map of contacts', () => {
  test('has a row an agency, those who meet her first and the latest of them first', () => {
    const rows = contactMap(
      [
        meets(1, 3, 'perpetrator', { daysAgo: 1 }),
        meets(2, 2, 'victim', { daysAgo: 14 }),
        meets(3, 4, 'child', { daysAgo: 0 }),
        meets(4, 1, 'victim', { daysAgo: 3 }),
        meets(5, 1, 'child'),
      ],
      today,
    )
    expect(rows.map(({ agencyId }) => agencyId)).toEqual([1, 2, 4, 3])
    expect(rows[0]).toMatchObject({ victim: { daysAgo: 3 }, child: { daysAgo: null }, perpetrator: null })
  })

  test('shows the newest of several contacts, and the most cautious answer', () => {
    const [row] = contactMap(
      [meets(1, 2, 'victim', { safe: 'no', daysAgo: 30 }), meets(2, 2, 'victim', { safe: 'yes', daysAgo: 2 })],
      today,
    )
    expect(row?.victim).toMatchObject({ daysAgo: 2, isSafeToRaise: 'no' })
  })

  test('names the sectors of the team that nobody of is round the case', () => {
    const entries = [meets(1, 1, 'victim'), meets(2, 3, 'perpetrator')]
    expect(missingSectors(entries, agencies).map(({ sector }) => sector)).toEqual(['health', 'schools', 'housing'])
    expect(missingSectors(entries, agencies, [AgencyId.parse(5)]).map(({ sector }) => sector)).toEqual(['health', 'schools'])
  })
})

describe('who can reach her safely', () => {
  test('ranks safe before unasked, her before her child, the latest first, and says why', () => {
    const found = reach([
      meets(1, 2, 'victim', { daysAgo: 14 }),
      meets(2, 1, 'victim', { daysAgo: 2 }),
      meets(3, 4, 'child', { daysAgo: 0 }),
      meets(4, 5, 'victim', { safe: 'unknown', daysAgo: 1 }),
    ])
    expect(found.map(({ agencyId, standing }) => [agencyId, standing])).toEqual([
      [1, 'safe'],
      [2, 'safe'],
      [4, 'safe'],
      [5, 'askFirst'],
    ])
    expect(found.map(({ reasons }) => reasons)).toEqual([
      ['safeToRaise', 'meetsHer', 'recent'],
      ['safeToRaise', 'meetsHer', 'recent'],
      ['safeToRaise', 'meetsChildOnly', 'recent'],
      ['meetsHer', 'recent', 'safetyUnknown'],
    ])
  })

  test('puts an agency that meets him as well behind those that do not', () => {
    const found = reach([meets(1, 2, 'victim', { daysAgo: 1 }), meets(2, 2, 'perpetrator'), meets(3, 1, 'victim', { daysAgo: 90 })])
    expect(found.map(({ agencyId }) => agencyId)).toEqual([1, 2])
    expect(found[1]?.reasons).toContain('meetsHimToo')
    expect(found[0]?.reasons).toContain('notRecent')
  })

  test('when nobody may contact her, only who meets her anyway and may raise it is named', () => {
    const entries = [meets(1, 2, 'victim'), meets(2, 1, 'victim', { safe: 'unknown' }), meets(3, 4, 'child')]
    expect(reach(entries, doNotContact).map(({ agencyId }) => agencyId)).toEqual([2])
  })

  test('when she is reached only through somebody, only that agency is named', () => {
    const entries = [meets(1, 2, 'victim'), meets(2, 1, 'victim'), meets(3, 3, 'perpetrator')]
    const through = (who: string): SafeContact => ({ kind: 'onlyThrough', who, note: '' })
    expect(reach(entries, through('Ana at the Advocate Service, Ravenfold')).map(({ agencyId }) => agencyId)).toEqual([1])
    expect(reach(entries, through('Northfell Probation'))).toEqual([])
    expect(reach(entries, through('her sister'))).toEqual([])
  })

  test('never is an agency that meets only him, nor one where it was said not to be safe, whatever else is known', () => {
    const point = fc.record({
      agencyId: fc.integer({ min: 1, max: 6 }),
      person: fc.constantFrom(...metPeople),
      safe: fc.constantFrom(...knownAnswers),
      daysAgo: fc.integer({ min: 0, max: 400 }),
    })
    const contact = fc.constantFrom<SafeContact>(direct, doNotContact, { kind: 'onlyThrough', who: 'Ravenfold Surgery', note: '' })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 10 }), contact, (points, safeContact) => {
        const entries = points.map(({ agencyId, person, ...detail }, index) => meets(index + 1, agencyId, person, detail))
        for (const { agencyId, standing } of reach(entries, safeContact)) {
          const own = points.filter((known) => known.agencyId === agencyId)
          const hers = own.filter(({ person }) => person === 'victim')
          // What is said of her counts; what is said of the child only where the agency does not meet her.
          const asked = hers.length > 0 ? hers : own.filter(({ person }) => person === 'child')
          expect(asked).not.toHaveLength(0)
          expect(asked.map(({ safe }) => safe)).not.toContain('no')
          expect(standing === 'safe').toBe(asked.some(({ safe }) => safe === 'yes'))
          if (safeContact.kind === 'doNotContact') expect(own.some(({ person, safe }) => person === 'victim' && safe === 'yes')).toBe(true)
          if (safeContact.kind === 'onlyThrough') expect(agencyId).toBe(2)
        }
      }),
    )
  })
})
