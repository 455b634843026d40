import { findAgencyByName, type ReadDb } from '#db'
import type { RowDuplicate } from '#contract'
import { type AgencyDraft, agencyKey } from '#domain/agency.ts'
import { type AgencyMapping, agencyValues } from '#domain/intake/agency-columns.ts'
import { agencyFields } from '#domain/intake/agency-patterns.ts'
import { readAgencyRow } from '#domain/intake/agency-row.ts'
import { headersByField, judgeRows, type JudgedRow, type ReadRow, valuesByRow } from './reviewed-rows.ts'
import type { StoredReview } from './stored-review.ts'

/** The mapping with every field named, whatever the screen left out. */
export function wholeAgencyMapping(mapping: StoredReview['choices']['mapping']): AgencyMapping {
  return Object.fromEntries(agencyFields.map((field) => [field, mapping[field] ?? null])) as Record<
    (typeof agencyFields)[number],
    number | null
  >
}

/** Reads every row that is not in yet. An agency that is there, in the store or further up in the file, is not made again. */
export function reviewAgencies(db: ReadDb, review: StoredReview): readonly JudgedRow<AgencyDraft>[] {
  const mapping = wholeAgencyMapping(review.choices.mapping)
  const columns = headersByField(review)
  const rows = valuesByRow(review, (cells) => agencyValues(cells, mapping)).map(({ number, values }): ReadRow<AgencyDraft> => {
    const byField = Object.fromEntries(agencyFields.map((field) => [field, values[field] ?? ''])) as Record<
      (typeof agencyFields)[number],
      string
    >
    const read = readAgencyRow(byField, columns)
    return read.kind === 'draft'
      ? { number, values, draft: read.draft, problems: [], notes: read.notes }
      : { number, values, draft: null, problems: read.problems, notes: read.notes }
  })
  const duplicates = new Map<number, RowDuplicate>()
  const firstRow = new Map<string, number>()
  for (const { number, draft } of rows) {
    if (!draft) continue
    const key = agencyKey(draft.name)
    const before = firstRow.get(key)
    if (before !== undefined || findAgencyByName(db, draft.name))
      duplicates.set(number, { kind: 'sameReferral', withRow: before ?? null, caseReference: null })
    else firstRow.set(key, number)
  }
  // A second agency of one name is never wanted: a decision to take it is not one.
  const decisions = Object.fromEntries(
    Object.entries(review.choices.decisions).filter(([number, decision]) => decision === 'leaveOut' || !duplicates.has(Number(number))),
  )
  return judgeRows(rows, duplicates, { ...review.choices, decisions })
}
