import { z } from 'zod'
import { IsoInstant } from '../dates.ts'

/** What can be kept and destroyed for itself. The first three are parts of one case, each wider than the one after it. */
export const recordKinds = ['case', 'contactDetails', 'meetingNotes', 'actionLists', 'imports', 'drafts', 'auditEntries'] as const
export const RecordKind = z.enum(recordKinds)
export type RecordKind = z.infer<typeof RecordKind>

/** From when the time counts: the day a case was closed, or the day that a thing was made or last touched. */
export type CountsFrom = 'closing' | 'making'

type KindRule = {
  /** Months; null where nothing falls due by itself. */
  readonly defaultMonths: number | null
  readonly countsFrom: CountsFrom
  /** `sample`: a published sample policy (domain.md 6.1 [F 60]). `ours`: nobody's rule; chosen to be short. */
  readonly source: 'sample' | 'ours'
}

/** Defaults until the team has chosen; none of them is law, and nothing is destroyed by them. */
export const kindRules = {
  case: { defaultMonths: 12, countsFrom: 'closing', source: 'sample' },
  contactDetails: { defaultMonths: null, countsFrom: 'closing', source: 'ours' },
  meetingNotes: { defaultMonths: 3, countsFrom: 'closing', source: 'sample' },
  actionLists: { defaultMonths: 12, countsFrom: 'making', source: 'ours' },
  imports: { defaultMonths: 3, countsFrom: 'making', source: 'ours' },
  drafts: { defaultMonths: 1, countsFrom: 'making', source: 'ours' },
  auditEntries: { defaultMonths: 84, countsFrom: 'making', source: 'sample' },
} as const satisfies Readonly<Record<RecordKind, KindRule>>

const Months = z.int().min(1).max(240).nullable()

export const RetentionMonths = z.strictObject({
  case: Months,
  contactDetails: Months,
  meetingNotes: Months,
  actionLists: Months,
  imports: Months,
  drafts: Months,
  auditEntries: Months,
}) satisfies z.ZodType<Readonly<Record<RecordKind, number | null>>>
export type RetentionMonths = z.infer<typeof RetentionMonths>

/** How long each kind is kept, and who decided so when. Null while these are still the defaults. */
export const RetentionSchedule = z.strictObject({
  months: RetentionMonths,
  confirmedAt: IsoInstant.nullable(),
  confirmedBy: z.string(),
})
export type RetentionSchedule = z.infer<typeof RetentionSchedule>

export const defaultSchedule: RetentionSchedule = {
  months: Object.fromEntries(recordKinds.map((kind) => [kind, kindRules[kind].defaultMonths])) as RetentionMonths,
  confirmedAt: null,
  confirmedBy: '',
}
