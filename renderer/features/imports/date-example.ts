import type { ImportReview } from '#contract'
import type { IsoDate } from '#domain/dates.ts'
import { readDate } from '#domain/intake/read-date.ts'

const dateFields = ['receivedOn', 'incidentOn', 'riskAssessedOn', 'victimDateOfBirth', 'perpetratorDateOfBirth']

export type DateExample = { readonly cell: string; readonly dayFirst: IsoDate; readonly monthFirst: IsoDate }

/** A date of the file that means two days, to show what the order of day and month does; null where none of the first cells does. */
export function dateExample({ columns, mapping }: ImportReview): DateExample | null {
  const cells = dateFields.flatMap((field) => columns.find(({ index }) => index === mapping[field])?.samples ?? [])
  for (const cell of cells) {
    const dayFirst = readDate(cell, { order: 'dayFirst', twoDigitYears: 'recent', today: null })
    const monthFirst = readDate(cell, { order: 'monthFirst', twoDigitYears: 'recent', today: null })
    if (dayFirst.kind === 'date' && monthFirst.kind === 'date' && dayFirst.date !== monthFirst.date)
      return { cell, dayFirst: dayFirst.date, monthFirst: monthFirst.date }
  }
  return null
}
