import type { AgencyId, CaseId, EntryId } from '#domain/ids.ts'
import { isoDate, IsoInstant } from '#domain/dates.ts'
import type { Entry } from '#domain/record/entry.ts'
import { isAcceptanceCarried, isClosingCarried, partnersOf, voteResult } from '#domain/record/vote-result.ts'
import { ballotAnswers, type Vote } from '#domain/record/vote.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

type Answer = (typeof ballotAnswers)[number]
const ballots = (...answers: readonly Answer[]): Vote['ballots'] =>
  answers.map((answer, index) => ({ agencyId: (index + 1) as AgencyId, answer }))

/** A vote with these ballots, of so many partner agencies; of none where the team has named none. */
const voted = (answers: readonly Answer[], partners: number | null = null) => ({ ballots: ballots(...answers), partners })

describe('a vote', () => {
  test.each<[readonly Answer[], boolean]>([
    [[], false],
    [['for'], false],
    [['for', 'for'], true],
    [['for', 'against'], false],
    [['for', 'for', 'against'], true],
    [['for', 'for', 'against', 'abstained'], false],
    [['for', 'for', 'for', 'against', 'abstained'], true],
    [['for', 'for', 'against', 'against'], false],
  ])('with the ballots %j is carried: %s', (answers, isCarried) => {
    expect(voteResult(voted(answers)).isCarried).toBe(isCarried)
  })

  test.each<[readonly Answer[], number, boolean]>([
    [['for', 'for'], 9, false],
    [['for', 'for', 'for', 'for'], 8, false],
    [['for', 'for', 'for', 'for', 'for'], 9, true],
    [['for', 'for', 'for', 'for'], 9, false],
    [['for', 'for'], 3, true],
    [['for'], 1, false],
    [['for', 'for', 'for', 'against', 'against'], 2, true],
  ])('with the ballots %j of %i partner agencies is carried: %s', (answers, partners, isCarried) => {
    expect(voteResult(voted(answers, partners)).isCarried).toBe(isCarried)
  })

  test('counts an agency once, by its last ballot', () => {
    const [one, two] = ballots('for', 'against')
    const all = [one, two, { ...two, answer: 'for' }].filter((each) => each !== undefined) as Vote['ballots']
    expect(voteResult({ ballots: all, partners: 3 })).toEqual({ isCarried: true, inFavour: 2, against: 0, abstained: 0, partners: 3 })
  })

  test('is never decided by one agency nor by half of them, and one more voice for it never loses it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ballotAnswers), { maxLength: 12 }),
        fc.option(fc.integer({ min: 0, max: 14 })),
        (answers, partners) => {
          const before = voteResult(voted(answers, partners))
          if (before.isCarried) expect(before.inFavour).toBeGreaterThan(Math.max(1, (partners ?? 0) / 2, answers.length / 2))
          expect(voteResult(voted([...answers, 'for'], partners)).isCarried || !before.isCarried).toBe(true)
        },
      ),
    )
  })

  test('is of the core agencies that may know of the case, and of whoever else voted', () => {
    const agency = (id: number, isCore: boolean, isArchived = false) => ({ id: id as AgencyId, isCore, isArchived })
    const agencies = [agency(1, true), agency(2, true), agency(3, true, true), agency(4, false), agency(5, false)]
    expect(partnersOf(agencies, [], [])).toBe(2)
    expect(partnersOf(agencies, [2 as AgencyId], [])).toBe(1)
    expect(partnersOf(agencies, [], [{ agencyId: 4 as AgencyId, answer: 'against' }, ...ballots('for')])).toBe(3)
    expect(partnersOf([], [], ballots('for', 'for'))).toBe(2)
  })
})

describe('deciding by vote', () => {
  const vote = (id: number, on: string, isFor: boolean, question: Vote['question'] = 'close'): Entry => ({
    id: id as EntryId,
    caseId: 1 as CaseId,
    version: 1,
    content: { kind: 'vote', question, on: isoDate(on), ballots: ballots('for', isFor ? 'for' : 'against'), partners: 2, note: '' },
    provenance: { saidBy: null, saidOn: null, basis: 'fact', isPrivileged: false },
    recordedAt: IsoInstant.parse('2026-10-01T10:00:00.000Z'),
    recordedBy: 'Petra Quillpusher',
  })
  const referredOn = isoDate('2026-05-01')

  test('goes by the newest vote on closing since the last referral', () => {
    expect(isClosingCarried([], referredOn)).toBe(false)
    expect(isClosingCarried([vote(1, '2026-06-01', true)], referredOn)).toBe(true)
    expect(isClosingCarried([vote(1, '2026-04-01', true)], referredOn)).toBe(false)
    expect(isClosingCarried([vote(1, '2026-06-01', true, 'accept')], referredOn)).toBe(false)
    expect(isClosingCarried([vote(1, '2026-06-02', true), vote(2, '2026-06-01', false)], referredOn)).toBe(true)
    expect(isClosingCarried([vote(1, '2026-06-01', true), vote(2, '2026-06-01', false)], referredOn)).toBe(false)
  })

  test('a case is accepted by the newest vote on it, until one to close it is carried after that', () => {
    const accepted = vote(1, '2026-06-01', true, 'accept')
    expect(isAcceptanceCarried([])).toBe(false)
    expect(isAcceptanceCarried([accepted])).toBe(true)
    expect(isAcceptanceCarried([vote(1, '2026-06-01', false, 'accept')])).toBe(false)
    expect(isAcceptanceCarried([accepted, vote(2, '2026-06-02', false, 'accept')])).toBe(false)
    expect(isAcceptanceCarried([accepted, vote(2, '2026-07-01', false)])).toBe(true)
    expect(isAcceptanceCarried([accepted, vote(2, '2026-07-01', true)])).toBe(false)
    expect(isAcceptanceCarried([accepted, vote(2, '2026-07-01', true), vote(3, '2026-08-01', true, 'accept')])).toBe(true)
    expect(isAcceptanceCarried([vote(1, '2026-06-01', true)])).toBe(false)
  })
})
