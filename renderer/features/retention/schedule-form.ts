import { recordKinds, type RecordKind, type RetentionMonths } from '#domain/retention/record-kind.ts'

/** What stands in the fields of the schedule; empty for no limit. */
export type MonthTexts = Readonly<Record<RecordKind, string>>

export function textsOf(months: RetentionMonths): MonthTexts {
  return Object.fromEntries(recordKinds.map((kind) => [kind, months[kind] === null ? '' : String(months[kind])])) as MonthTexts
}

/** The months of a field; undefined where it holds neither a number of months nor nothing. */
export function monthsOf(text: string): number | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  const months = Number(typed)
  return /^\d{1,3}$/.test(typed) && months >= 1 && months <= 240 ? months : undefined
}

/** The schedule that the fields give, or null while one of them is wrong. */
export function scheduleOf(texts: MonthTexts): RetentionMonths | null {
  const entries = recordKinds.map((kind) => [kind, monthsOf(texts[kind])] as const)
  if (entries.some(([, months]) => months === undefined)) return null
  return Object.fromEntries(entries) as RetentionMonths
}
