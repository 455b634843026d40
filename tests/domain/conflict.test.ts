import { type ConflictAnswer, concernedSeats, isSealed, mustLeave, type Seat, seatDeclaration } from '#domain/conflict.ts'
import { conflictMatches } from '#domain/conflict-match.ts'
import { IsoInstant } from '#domain/dates.ts'
import { AgencyId, CaseId, ListingId } from '#domain/ids.ts'
import { presences } from '#domain/meeting.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const saidAt = IsoInstant.parse('2026-12-10T09:00:00.000Z')
const caseIds = [1, 2, 3].map((id) => CaseId.parse(id))

const seats = fc.uniqueArray(
  fc.record({
    agencyId: fc.integer({ min: 1, max: 5 }).map((id) => AgencyId.parse(id)),
    agencyName: fc.constant('An agency'),
    personName: fc.constantFrom('Ada Truncheonby', 'Bo Invented', ''),
    presence: fc.constantFrom(...presences),
  }),
  { selector: ({ agencyId }) => agencyId, maxLength: 5 },
)
const answers = fc.array(
  fc.record({
    agencyId: fc.integer({ min: 1, max: 5 }).map((id) => AgencyId.parse(id)),
    personName: fc.constantFrom('ada truncheonby', 'Bo Invented', 'Somebody Else', ''),
    caseId: fc.constantFrom(...caseIds),
    saidBy: fc.constantFrom('attendee' as const, 'coordinator' as const),
    stands: fc.boolean(),
    saidAt: fc.constant(saidAt),
  }),
)
const hiddenFrom = fc.uniqueArray(fc.integer({ min: 1, max: 5 }).map((id) => AgencyId.parse(id)))
const first = CaseId.parse(1)

describe('a case that concerns somebody in the room', () => {
  test('is sealed while one of them is present and no confirmation names all who are', () => {
    fc.assert(
      fc.property(seats, answers, hiddenFrom, (table, said, hidden) => {
        const concerned = concernedSeats(table, first, { hiddenFrom: hidden, answers: said })
        const inRoom = mustLeave(concerned)
        expect(isSealed(false, concerned, [])).toBe(inRoom.length > 0)
        expect(isSealed(false, concerned, [inRoom])).toBe(false)
        if (inRoom.length > 0) expect(isSealed(false, concerned, [inRoom.slice(1)])).toBe(true)
      }),
    )
  })

  test('is heard by nobody of an agency it is restricted from, and by nobody who is said to be too close to it', () => {
    fc.assert(
      fc.property(seats, answers, hiddenFrom, (table, said, hidden) => {
        const concerned = new Set(concernedSeats(table, first, { hiddenFrom: hidden, answers: said }).map(({ agencyId }) => agencyId))
        for (const seat of table) {
          const isClose = said.some(
            (each) =>
              each.stands &&
              each.caseId === first &&
              each.agencyId === seat.agencyId &&
              each.personName.toLowerCase() === seat.personName.toLowerCase(),
          )
          expect(concerned.has(seat.agencyId)).toBe(isClose || hidden.includes(seat.agencyId))
        }
      }),
    )
  })

  test('is sealed again by whoever comes in after it was opened', () => {
    const seat: Seat = { agencyId: AgencyId.parse(1), agencyName: 'Police', personName: 'Ada Truncheonby', presence: 'expected' }
    const of = (presence: Seat['presence']) => concernedSeats([{ ...seat, presence }], first, { hiddenFrom: [seat.agencyId], answers: [] })
    expect(isSealed(true, of('expected'), [])).toBe(true)
    expect(isSealed(true, of('expected'), [[]])).toBe(false)
    expect(isSealed(true, of('present'), [[]])).toBe(true)
  })
})

test('a declaration is a person’s own: whoever takes the place was not asked', () => {
  const seat: Seat = { agencyId: AgencyId.parse(1), agencyName: 'Police', personName: 'Ada Truncheonby', presence: 'present' }
  const said: readonly ConflictAnswer[] = caseIds.map((caseId) => ({
    agencyId: seat.agencyId,
    personName: 'ADA TRUNCHEONBY',
    caseId,
    saidBy: 'attendee',
    stands: caseId === first,
    saidAt,
  }))
  expect(seatDeclaration(seat, caseIds, said)).toMatchObject({ unanswered: 0, conflicts: [{ caseId: first }] })
  expect(seatDeclaration({ ...seat, personName: 'Bo Invented' }, caseIds, said)).toMatchObject({ unanswered: 3, conflicts: [] })
  expect(seatDeclaration(seat, [...caseIds, CaseId.parse(4)], said)).toMatchObject({ unanswered: 1 })
})

describe('before the agenda goes out, names are compared', () => {
  const team = [
    { agencyId: AgencyId.parse(1), agencyName: 'Quill Valley Police', name: 'Desmond Truncheonby' },
    { agencyId: AgencyId.parse(2), agencyName: 'Housing Options', name: '' },
  ]
  const of = (names: readonly string[], employer = '') =>
    conflictMatches(team, [
      { listingId: ListingId.parse(1), caseId: first, caseReference: 'HR-2026-0001', role: 'perpetrator', names, employer },
    ]).map(({ agencyId, teamName, reason }) => [agencyId, teamName, reason])

  test.each([
    [['Desmond Truncheonby'], '', [[1, 'Desmond Truncheonby', 'sameName']]],
    [['TRUNCHEONBY, Desmond'], '', [[1, 'Desmond Truncheonby', 'sameName']]],
    [['Desmund Truncheonby'], '', [[1, 'Desmond Truncheonby', 'alikeName']]],
    [['Petronella Truncheonby'], '', [[1, 'Desmond Truncheonby', 'sameLastName']]],
    [['Ottilie Wafflemoggin', 'Desi Truncheonby'], '', [[1, 'Desmond Truncheonby', 'sameLastName']]],
    [['Ottilie Wafflemoggin'], 'Quill Valley Police, front desk', [[1, '', 'employer']]],
    [['Ottilie Wafflemoggin'], 'housing options', [[2, '', 'employer']]],
    [['Ottilie Wafflemoggin'], 'The bakery', []],
    [[''], '', []],
  ])('%j who works for %j', (names, employer, expected) => {
    expect(of(names, employer)).toEqual(expected)
  })
})
