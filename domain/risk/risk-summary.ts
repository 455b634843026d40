import type { IsoDate } from '../dates.ts'
import type { EntryId } from '../ids.ts'
import { entriesOf, type Entry } from '../record/entry.ts'
import type { Referral } from '../referral.ts'
import { slotsOf } from './definition.ts'
import { type Assessed, type ReferredRisk, riskHistory, type Trend, trendOf } from './history.ts'
import { answersOf, definitionFor, outstandingCalls } from './result-of.ts'
import type { CalledFor } from './risk-result.ts'
import { standingRisk } from './standing-risk.ts'
import { type Happened, type Staleness, stalenessOf } from './staleness.ts'
import { gravestTopics, type RiskTopic } from './topics.ts'

/** What the record says of the danger at present: the assessment that stands (`standingRisk`), and what is to be known with it. */
export type RiskSummary = Assessed & {
  readonly trend: Trend | null
  readonly staleness: Staleness
  /** What was asked and is not known or was not answered. */
  readonly unknown: number
  /** The signs that were answered yes, gravest first. */
  readonly signs: readonly RiskTopic[]
  /** What an answer calls for and nobody has written about yet. */
  readonly calls: readonly CalledFor[]
  /** The newest assessment that came after and does not replace it: it states no level, or its tool leaves the one that stands possible. */
  readonly since: Assessed | null
  /** A newer assessment that is not finished; null where there is none. */
  readonly unfinished: EntryId | null
}

function signsOf({ assessment }: Assessed): readonly RiskTopic[] {
  if (assessment === null) return []
  const answers = answersOf(assessment)
  const said = new Set(slotsOf(definitionFor(assessment)).flatMap(({ key, item }) => (answers[key] === 'yes' ? [item.topic] : [])))
  return [
    ...gravestTopics.filter((topic) => said.has(topic)),
    ...[...said].filter((topic) => !gravestTopics.some((each) => each === topic)),
  ]
}

/** The danger in short, from the entries of a case and its referrals; null where nobody has assessed it. */
export function riskSummary(given: {
  readonly entries: readonly Entry[]
  readonly referrals: readonly (ReferredRisk & Pick<Referral, 'incidentOn' | 'incidentKind'>)[]
  readonly today: IsoDate
  readonly staleDays: number
}): RiskSummary | null {
  const history = riskHistory(given.entries, given.referrals)
  const newest = history.at(-1)
  const shown = standingRisk(history) ?? history.findLast(({ isConclusive }) => isConclusive) ?? newest
  if (shown === undefined || newest === undefined) return null
  const since = history.slice(history.indexOf(shown) + 1)
  // The incident of a referral stands in the record where its kind was said; the repeat rule counts it without as well.
  const referred = given.referrals.flatMap(({ incidentOn, incidentKind, receivedOn }): Happened[] =>
    incidentOn === null || incidentKind !== null ? [] : [{ on: incidentOn, identifiedOn: receivedOn }],
  )
  const incidents = [...entriesOf(given.entries, 'incident').map(({ content }) => content), ...referred]
  return {
    ...shown,
    trend: trendOf(history, shown),
    staleness: stalenessOf(shown.on, incidents, { ...given, knownOn: shown.knownOn }),
    unknown: shown.result.kind === 'band' ? 0 : shown.result.unknown,
    signs: signsOf(shown),
    calls: shown.assessment === null ? [] : outstandingCalls(shown.assessment),
    since: since.findLast(({ isConclusive }) => isConclusive) ?? null,
    unfinished: since.findLast(({ isConclusive }) => !isConclusive)?.entryId ?? null,
  }
}
