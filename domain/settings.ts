import { z } from 'zod'
import { RepeatAnchor, type RepeatRule, usualRepeatRule } from './repeat-rule.ts'
import { usualStaleDays } from './risk/staleness.ts'
import { line } from './text.ts'

/** The tradition whose words and defaults the team uses (domain.md section 10). */
export const regions = ['uk', 'us', 'other'] as const
export const Region = z.enum(regions)
export type Region = z.infer<typeof Region>

export const locales = ['en-GB', 'en-US', 'es'] as const
export const Locale = z.enum(locales)
export type Locale = z.infer<typeof Locale>

export const TeamSettings = z.strictObject({
  teamName: line(120),
  /** Who keeps the record: named in every history line. */
  coordinatorName: line(120),
  region: Region,
  locale: Locale,
  /** Minutes without a touch until the vault locks; there is no "never" (security requirement 14). */
  lockAfterMinutes: z.int().min(1).max(60).default(10),
  /** From what the repeat rule counts, and for how long (domain.md section 4). */
  repeatAnchor: RepeatAnchor.default(usualRepeatRule.anchor),
  repeatMonths: z.int().min(1).max(60).default(usualRepeatRule.months),
  /** Partner agencies accept and close cases by majority (domain.md 2.1): no case is closed without a carried vote. */
  decidesByVote: z.boolean().default(false),
  /** An assessment older than so many days is stale; an incident after it makes it so at once (domain.md 5.5). */
  assessmentStaleDays: z.int().min(7).max(730).default(usualStaleDays),
  colorScheme: z.enum(['auto', 'light', 'dark']).default('auto'),
})
export type TeamSettings = z.infer<typeof TeamSettings>

/** The repeat rule as a team has set it; the usual one before it has. */
export function repeatRuleOf(settings: Pick<TeamSettings, 'repeatAnchor' | 'repeatMonths'> | null): RepeatRule {
  return settings === null ? usualRepeatRule : { anchor: settings.repeatAnchor, months: settings.repeatMonths }
}
