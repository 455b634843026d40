import { rejudgePair, type WriteDb } from '#db'
import type { CaseId } from '#domain/ids.ts'
import { repeatRuleOf } from '#domain/settings.ts'
import { readSettings } from './handlers/settings.ts'

/** Judges anew, by the team's rule, which referrals of the pairs of these cases are repeats: to be called wherever what a pair has behind it changes. */
export function rejudgeRepeats(db: WriteDb, caseIds: readonly CaseId[]): void {
  const rule = repeatRuleOf(readSettings(db))
  for (const caseId of new Set(caseIds)) rejudgePair(db, caseId, rule)
}
