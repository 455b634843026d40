import { agencyNames, casePairs, type ReadDb, referralTraces } from '#db'
import type { RowDuplicate } from '#contract'
import { agencyKey } from '#domain/agency.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import { findDuplicates, type KnownPair } from '#domain/intake/duplicates.ts'
import { agencyFinder } from '#domain/intake/known-agency.ts'
import type { ReferralRowDraft } from '#domain/intake/referral-draft.ts'
import { byField, type ReferralMapping, referralValues } from '#domain/intake/referral-fields.ts'
import type { KeptCell } from '#domain/intake/record-row.ts'
import { readReferralRow } from '#domain/intake/referral-row.ts'
import { readSettings } from '../handlers/settings.ts'
import { headersByField, judgeRows, type JudgedRow, type ReadRow, valuesByRow } from './reviewed-rows.ts'
import type { StoredReview } from './stored-review.ts'

/** The mapping with every field named, whatever the screen left out. */
export function wholeReferralMapping(mapping: StoredReview['choices']['mapping']): ReferralMapping {
  return byField((field) => mapping[field] ?? null)
}

function knownPairs(db: ReadDb): readonly KnownPair[] {
  const traces = new Map<CaseId, { receivedOn: IsoDate; agencyName: string }[]>()
  for (const { caseId, ...trace } of referralTraces(db)) {
    const known = traces.get(caseId)
    if (known) known.push(trace)
    else traces.set(caseId, [trace])
  }
  return casePairs(db).map((pair) => ({
    caseReference: pair.reference,
    victim: { name: pair.victimName, dateOfBirth: pair.victimDateOfBirth },
    perpetrator: { name: pair.perpetratorName, dateOfBirth: pair.perpetratorDateOfBirth },
    referrals: traces.get(pair.caseId) ?? [],
  }))
}

/** What a row has in the columns that are kept in a note; a column that feeds a field after all is not kept twice. */
function keptCells({ sheet, choices }: StoredReview, cells: readonly string[]): readonly KeptCell[] {
  const used = new Set(Object.values(choices.mapping))
  return choices.kept.filter((index) => !used.has(index)).map((index) => ({ column: sheet.header[index] ?? '', cell: cells[index] ?? '' }))
}

export type ReferralReview = { readonly rows: readonly JudgedRow<ReferralRowDraft>[]; readonly unknownAgencies: readonly string[] }

/** Reads every row that is not in yet, under the present mapping, mending and decisions. */
export function reviewReferrals(db: ReadDb, review: StoredReview, today: IsoDate): ReferralReview {
  const { choices } = review
  const mapping = wholeReferralMapping(choices.mapping)
  const columns = headersByField(review)
  const findAgency = agencyFinder(agencyNames(db))
  const unknown = new Map<string, string>()
  const noteUnknown = (name: string) => {
    const key = agencyKey(name)
    if (!unknown.has(key)) unknown.set(key, name)
  }
  const isBritish = readSettings(db)?.region !== 'us'
  const rows = valuesByRow(review, (cells) => referralValues(cells, mapping)).map(
    ({ number, values, cells }): ReadRow<ReferralRowDraft> => {
      const read = readReferralRow(
        byField((field) => values[field] ?? ''),
        {
          today,
          order: choices.dayFirst ? 'dayFirst' : 'monthFirst',
          findAgency,
          mayMakeAgencies: choices.createAgencies,
          usualTool: isBritish ? 'dash' : 'other',
          columns,
        },
        keptCells(review, cells),
      )
      if (read.kind === 'refused') {
        for (const problem of read.problems) if (problem.code === 'unknownAgency') noteUnknown(problem.value.trim())
        return { number, values, draft: null, problems: read.problems, notes: read.notes }
      }
      if (read.newAgency !== null) noteUnknown(read.newAgency)
      return { number, values, draft: read.draft, problems: [], notes: read.notes }
    },
  )
  return { rows: judgeRows(rows, duplicatesOf(db, rows), choices), unknownAgencies: [...unknown.values()] }
}

function duplicatesOf(db: ReadDb, rows: readonly ReadRow<ReferralRowDraft>[]): ReadonlyMap<number, RowDuplicate> {
  const drafts = rows.flatMap(({ number, draft }) =>
    draft
      ? [
          {
            row: number,
            receivedOn: draft.receivedOn,
            agencyName: draft.sourceAgencyName,
            victim: draft.victim,
            perpetrator: draft.perpetrator,
          },
        ]
      : [],
  )
  return new Map(
    findDuplicates(drafts, knownPairs(db)).map(({ row, kind, withRow, caseReference }) => [row, { kind, withRow, caseReference }]),
  )
}
