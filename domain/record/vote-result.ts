import type { IsoDate } from '../dates.ts'
import type { AgencyId } from '../ids.ts'
import { entriesOf, type Entry } from './entry.ts'
import type { Vote } from './vote.ts'

/** How a vote went. To be carried it needs more than half of the ballots recorded, and at least two agencies for it. */
export type VoteResult = {
  readonly isCarried: boolean
  readonly inFavour: number
  readonly against: number
  readonly abstained: number
}

/** No agency decides alone, however many stay away (domain.md 2.1). */
const fewestInFavour = 2

/**
 * Counts the recorded ballots. Who abstained has a ballot and is not for it; a tie does not carry; whoever recorded none is not counted. Of an agency
 * with two ballots only the last counts.
 */
export function voteResult(ballots: Vote['ballots']): VoteResult {
  const last = new Map<AgencyId, Vote['ballots'][number]['answer']>(ballots.map(({ agencyId, answer }) => [agencyId, answer]))
  const count = (sought: Vote['ballots'][number]['answer']) => [...last.values()].filter((answer) => answer === sought).length
  const [inFavour, against, abstained] = [count('for'), count('against'), count('abstained')]
  return { isCarried: inFavour >= fewestInFavour && inFavour > against + abstained, inFavour, against, abstained }
}

/** Whether the newest vote on closing since a case was last referred is carried: what a team that decides by vote needs before it closes one. */
export function isClosingCarried(entries: readonly Entry[], lastReferralOn: IsoDate | null): boolean {
  const votes = entriesOf(entries, 'vote').filter(({ content }) => content.question === 'close' && content.on >= (lastReferralOn ?? ''))
  const newest = votes
    .toSorted((one, other) => (one.content.on < other.content.on ? -1 : one.content.on > other.content.on ? 1 : one.id - other.id))
    .at(-1)
  return newest !== undefined && voteResult(newest.content.ballots).isCarried
}
