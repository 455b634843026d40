import type { Entry } from '../record/entry.ts'
import { type ReferredRisk, riskHistory } from './history.ts'
import { isConclusive, statedLevel } from './judgement.ts'
import { isAtLeast, type RiskLevel, riskLevels } from './risk-level.ts'
import { standingRisk } from './standing-risk.ts'

/** Where nobody states a level, nothing can go down to it from the lowest. */
const rankOf = (level: RiskLevel | null) => (level === null ? 0 : riskLevels.indexOf(level))

/** The level that an entry states; null where it states none. */
function levelStated(entry: Entry | undefined): RiskLevel | null {
  if (entry === undefined || entry.content.kind !== 'assessment' || !isConclusive(entry.content)) return null
  return statedLevel(entry.content)
}

function standingRank(entries: readonly Entry[], referrals: readonly ReferredRisk[]): number {
  return rankOf(standingRisk(riskHistory(entries, referrals))?.level ?? null)
}

/**
 * True where changing or removing what stands in the record takes a stated level down, its own or that of the case: such a change needs a reason (domain.md 5.5),
 * whether it is saved, removed, undone or done again. A list that is still being filled states nothing, and a new assessment is one of its own day.
 */
export function lowersRecordedRisk(change: {
  readonly id: Entry['id']
  readonly before: readonly Entry[]
  readonly after: readonly Entry[]
  readonly referrals: readonly ReferredRisk[]
}): boolean {
  const find = (entries: readonly Entry[]) => entries.find(({ id }) => id === change.id)
  const was = levelStated(find(change.before))
  if (was === null) return false
  if (standingRank(change.after, change.referrals) < standingRank(change.before, change.referrals)) return true
  const stands = find(change.after)
  return stands === undefined ? isAtLeast(was, 'high') : rankOf(levelStated(stands)) < rankOf(was)
}
