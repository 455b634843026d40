import type { IsoDate } from '../dates.ts'
import type { AgencyId } from '../ids.ts'
import { entriesOf, type Entry } from './entry.ts'
import type { Vote } from './vote.ts'

/** How a vote went. To be carried it needs more than half of the partner agencies, and at least two, for it. */
export type VoteResult = {
  readonly isCarried: boolean
  readonly inFavour: number
  readonly against: number
  readonly abstained: number
  /** Who might have voted: the partner agencies of the day, and never fewer than voted. */
  readonly partners: number
}

type Voter = { readonly id: AgencyId; readonly isCore: boolean; readonly isArchived: boolean }

/** No agency decides alone, however few there are (domain.md 2.1). */
const fewestInFavour = 2

/**
 * How many partner agencies take part in deciding a case: the core agencies but for those that the case is kept from, and whoever else voted. A team that
 * has named no core agency is counted by its ballots.
 */
export function partnersOf(agencies: readonly Voter[], keptFrom: readonly AgencyId[], ballots: Vote['ballots']): number {
  const core = agencies.filter(({ id, isCore, isArchived }) => isCore && !isArchived && !keptFrom.includes(id)).map(({ id }) => id)
  return new Set([...core, ...ballots.map(({ agencyId }) => agencyId)]).size
}

/**
 * Counts the recorded ballots against the partner agencies: a majority of all that take part, not of those who came (domain.md 2.1). Who abstained or
 * recorded no ballot is not for it; a tie does not carry. Of an agency with two ballots only the last counts.
 */
export function voteResult({ ballots, partners: recorded }: Pick<Vote, 'ballots' | 'partners'>): VoteResult {
  const last = new Map<AgencyId, Vote['ballots'][number]['answer']>(ballots.map(({ agencyId, answer }) => [agencyId, answer]))
  const count = (sought: Vote['ballots'][number]['answer']) => [...last.values()].filter((answer) => answer === sought).length
  const [inFavour, against, abstained] = [count('for'), count('against'), count('abstained')]
  const partners = Math.max(recorded ?? 0, last.size)
  return { isCarried: inFavour >= fewestInFavour && inFavour * 2 > partners, inFavour, against, abstained, partners }
}

/** The votes on a question, the newest last; of one day, as they were entered. */
function votesOn(entries: readonly Entry[], question: Vote['question']): readonly Vote[] {
  return entriesOf(entries, 'vote')
    .filter(({ content }) => content.question === question)
    .toSorted((one, other) => (one.content.on < other.content.on ? -1 : one.content.on > other.content.on ? 1 : one.id - other.id))
    .map(({ content }) => content)
}

/** Whether the newest vote on closing since a case was last referred is carried: what a team that decides by vote needs before it closes one. */
export function isClosingCarried(entries: readonly Entry[], lastReferralOn: IsoDate | null): boolean {
  const newest = votesOn(entries, 'close')
    .filter(({ on }) => on >= (lastReferralOn ?? ''))
    .at(-1)
  return newest !== undefined && voteResult(newest).isCarried
}

/** Whether the newest vote on accepting a case is carried, and the partner agencies have not voted to close it since. */
export function isAcceptanceCarried(entries: readonly Entry[]): boolean {
  const newest = votesOn(entries, 'accept').at(-1)
  if (newest === undefined || !voteResult(newest).isCarried) return false
  return !votesOn(entries, 'close').some((vote) => vote.on > newest.on && voteResult(vote).isCarried)
}
