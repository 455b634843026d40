import type { IsoDate } from '../dates.ts'
import type { EntryId } from '../ids.ts'
import type { Assessment } from '../record/assessment.ts'
import { scoreOf } from '../record/assessment-score.ts'
import { entriesOf, type Entry } from '../record/entry.ts'
import type { Referral } from '../referral.ts'
import type { RiskTool } from '../risk-tool.ts'
import { isConclusive, statedLevel } from './judgement.ts'
import { highestPossible } from './highest-possible.ts'
import { resultOf } from './result-of.ts'
import type { RiskLevel } from './risk-level.ts'
import type { RiskResult } from './risk-result.ts'
import { versionsOf } from './definitions.ts'

/** One time that the risk of a case was assessed, as an entry of its record or as a referral says it. */
export type Assessed = {
  readonly on: IsoDate
  readonly tool: RiskTool
  /** Null where it comes from a referral, which does not say. */
  readonly version: string | null
  readonly result: RiskResult
  /** What tables call its score; null where it has none. */
  readonly score: number | null
  /** Null where neither the tool nor anybody states one. */
  readonly level: RiskLevel | null
  /** What its tool leaves possible at most (`highestPossible`); null where the tool states no level. */
  readonly atMost: RiskLevel | null
  readonly judgement: Assessment['judgement']
  /** False while so much is left to be asked that it says little. */
  readonly isConclusive: boolean
  /** False where a referral does not say when, and `on` is the day on which it came. */
  readonly isDated: boolean
  /** The day up to which whoever assessed can have known what had happened: of a referral the day on which it came. */
  readonly knownOn: IsoDate
  /** The entry; null where it comes from a referral. */
  readonly entryId: EntryId | null
  readonly assessment: Assessment | null
}

export type ReferredRisk = Pick<Referral, 'risk' | 'receivedOn'>

function ofReferral({ risk, receivedOn }: ReferredRisk): readonly Assessed[] {
  if (risk === null) return []
  const { tool, score, assessedOn } = risk
  const isSummed = versionsOf(tool)[0].scoring.kind !== 'noSum'
  const entered = { tool, toolVersion: '', result: { kind: 'score' as const, score, unknowns: null }, judgement: null }
  const result: RiskResult = isSummed ? resultOf(entered) : { kind: 'noSum', presence: { yes: 0, possible: 0, no: 0 }, unknown: 0, open: 0 }
  const [level, atMost] = isSummed ? [statedLevel(entered), highestPossible(entered)] : [null, null]
  const rest = { judgement: null, isConclusive: true, isDated: assessedOn !== null, knownOn: receivedOn, entryId: null, assessment: null }
  return [{ on: assessedOn ?? receivedOn, tool, version: null, result, score: isSummed ? score : null, level, atMost, ...rest }]
}

/**
 * Every assessment of a case, oldest first: those of its record (in the order in which they were written) and the scores that its referrals (newest
 * first) give. Of one day, what a referral said comes before what the record has.
 */
export function historyOf(
  assessments: readonly { readonly id: EntryId; readonly content: Assessment }[],
  referrals: readonly ReferredRisk[],
): readonly Assessed[] {
  const recorded = assessments.map(({ id, content }): Assessed => ({
    on: content.completedOn,
    tool: content.tool,
    version: content.toolVersion,
    result: resultOf(content),
    score: scoreOf(content),
    // A form that is still being filled in says nothing low: "standard" would reassure where nobody has asked.
    level: isConclusive(content) || content.judgement !== null ? statedLevel(content) : null,
    atMost: highestPossible(content),
    judgement: content.judgement,
    isConclusive: isConclusive(content),
    isDated: true,
    knownOn: content.completedOn,
    entryId: id,
    assessment: content,
  }))
  return [...referrals.toReversed().flatMap(ofReferral), ...recorded].toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )
}

/** Every assessment of a case, oldest first, from the entries of its record and its referrals (`historyOf`). */
export function riskHistory(entries: readonly Entry[], referrals: readonly ReferredRisk[]): readonly Assessed[] {
  return historyOf(entriesOf(entries, 'assessment'), referrals)
}

export type Trend = { readonly direction: 'up' | 'down' | 'same'; readonly from: number; readonly on: IsoDate }

/** How an assessment's score stands to the one before it of the same tool and version; null where there is none, for versions are never mixed. */
export function trendOf(history: readonly Assessed[], now: Assessed): Trend | null {
  const { score } = now
  if (score === null) return null
  const earlier = history.slice(0, history.indexOf(now)).filter(({ tool, version }) => tool === now.tool && version === now.version)
  const before = earlier.findLast((each) => each.score !== null)
  if (before === undefined || before.score === null) return null
  const direction = score > before.score ? 'up' : score < before.score ? 'down' : 'same'
  return { direction, from: before.score, on: before.on }
}
