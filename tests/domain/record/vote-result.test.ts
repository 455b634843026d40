import type { AgencyId, CaseId, EntryId } from '#domain/ids.ts'
import { isoDate, IsoInstant } from '#domain/dates.ts'
import type { Entry } from '#domain/record/entry.ts'
import { isClosingCarried, voteResult } from '#domain/record/vote-result.ts'
import { ballotAnswers, type Vote } from '#domain/record/vote.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

type Answer = (typeof ballotAnswers)[number]
const ballots = (...answers: readonly Answer[]): Vote['ballots'] =>
  answers.map((answer, index) => ({ agencyId: (index + 1) as AgencyId, answer }))

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
    expect(voteResult(ballots(...answers)).isCarried).toBe(isCarried)
  })

  test('counts an agency once, by its last ballot', () => {
    const [one, two] = ballots('for', 'against')
    expect(voteResult([one, two, { ...two, answer: 'for' }].filter((each) => each !== undefined) as Vote['ballots'])).toEqual({
      isCarried: true,
      inFavour: 2,
      against: 0,
      abstained: 0,
    })
  })

  test('is never decided by one agency, and one more voice for it never loses it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ballotAnswers), { maxLength: 12 }), (answers) => {
        const before = voteResult(ballots(...answers))
        if (before.isCarried) expect(before.inFavour).toBeGreaterThan(1)
        expect(voteResult(ballots(...answers, 'for')).isCarried || !before.isCarried).toBe(true)
      }),
    )
  })
})

describe('closing by vote', () => {
  const vote = (id: number, on: string, isFor: boolean, question: Vote['question'] = 'close'): Entry => ({
    id: id as EntryId,
    caseId: 1 as CaseId,
    version: 1,
    content: { kind: 'vote', question, on: isoDate(on), ballots: ballots('for', isFor ? 'for' : 'against'), note: '' },
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
})
