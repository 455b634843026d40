import type { Assessed } from './history.ts'
import { isAtLeast, type RiskLevel, riskLevels } from './risk-level.ts'

type Stated = Assessed & { readonly level: RiskLevel }

function isStated(each: Assessed): each is Stated {
  return each.level !== null && each.isConclusive
}

/**
 * True where a newer assessment takes an older one's place although its level is lower: its tool says so by itself, whatever is still unknown. Judgement
 * never does (domain.md 1.2, 5.5); where the same tool has no level of its own either time, the later judgement is the same one made anew.
 */
function replaces(newer: Stated, older: Stated): boolean {
  // Which of two assessments of one day came first is not known.
  if (newer.on <= older.on) return false
  if (newer.atMost !== null) {
    const mayBeHigher = isAtLeast(newer.atMost, 'high') && !isAtLeast(newer.level, newer.atMost)
    return !mayBeHigher && !isAtLeast(newer.atMost, older.level)
  }
  return older.atMost === null && newer.tool === older.tool && newer.version === older.version
}

/**
 * The assessment by which a case stands at present: of those that state a level and that no later one replaces, the highest, and of several the newest.
 * Null where nobody states a level. `history` is oldest first.
 */
export function standingRisk(history: readonly Assessed[]): Stated | null {
  const stated = history.filter(isStated)
  const standing = stated.filter((each, index) => !stated.slice(index + 1).some((newer) => replaces(newer, each)))
  const highest = riskLevels.findLast((level) => standing.some((each) => each.level === level))
  return standing.findLast(({ level }) => level === highest) ?? null
}
