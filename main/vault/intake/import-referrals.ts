import { findAgencyByName, findCaseByReference, insertAgency, noteGaps, type Recording, type WriteDb } from '#db'
import type { AgencyId, CaseId, ImportId } from '#domain/ids.ts'
import type { ReferralRowDraft } from '#domain/intake/referral-draft.ts'
import { findSector } from '#domain/intake/sector-words.ts'
import { repeatRuleOf } from '#domain/settings.ts'
import { readSettings } from '../handlers/settings.ts'
import { storeReferral } from '../store-referral.ts'
import type { JudgedRow } from './reviewed-rows.ts'
import type { Choices } from './stored-review.ts'

type KnownCase = { readonly id: CaseId; readonly reference: string }

function agencyIdOf(db: WriteDb, name: string, importId: ImportId): AgencyId {
  const known = findAgencyByName(db, name)
  if (known) return known.id
  return insertAgency(
    db,
    { name, sector: findSector(name) ?? 'other', isCore: false, email: '', phone: '', notes: '', people: [] },
    importId,
  )
}

type Row = JudgedRow<ReferralRowDraft>

/** True where the row is taken for a further referral of the pair that it looks like. */
function joins({ number, duplicate }: Row, { decisions }: Choices): boolean {
  return duplicate !== null && (duplicate.kind !== 'similarPair' || decisions[number] === 'joinCase')
}

/** The first row of the file that names the same pair: all rows of one pair lead to it. */
function firstOfPair(row: Row, rows: ReadonlyMap<number, Row>, choices: Choices): Row {
  const before = joins(row, choices) && row.duplicate?.withRow != null ? rows.get(row.duplicate.withRow) : undefined
  return before === undefined ? row : firstOfPair(before, rows, choices)
}

/** Stores the ready rows, oldest referral first, so that a pair's later one is judged a repeat of its earlier one. Answers their numbers. */
export function importReferrals(
  db: WriteDb,
  rows: readonly Row[],
  choices: Choices,
  importId: ImportId,
  recording: Recording,
): readonly number[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const ready = rows
    .flatMap((row) => (row.verdict === 'ready' && row.draft ? [{ row, draft: row.draft }] : []))
    .toSorted((a, b) => a.draft.receivedOn.localeCompare(b.draft.receivedOn) || a.row.number - b.row.number)
  const rule = repeatRuleOf(readSettings(db))
  const madeFor = new Map<number, KnownCase>()
  for (const { row, draft } of ready) {
    const first = firstOfPair(row, byNumber, choices)
    const reference = joins(first, choices) ? first.duplicate?.caseReference : null
    const known = (reference ? findCaseByReference(db, reference) : undefined) ?? madeFor.get(first.number) ?? null
    if (known) noteGaps(db, importId, known.id)
    const { sourceAgencyName, childrenDetails, ...referral } = draft
    const summary = [referral.summary, childrenDetails]
      .filter((part) => part !== '')
      .join('\n\n')
      .slice(0, 8000)
    const stored = storeReferral(
      db,
      { ...referral, summary, children: [], sourceAgencyId: agencyIdOf(db, sourceAgencyName, importId) },
      known,
      importId,
      rule,
      recording,
    )
    madeFor.set(first.number, { id: stored.caseId, reference: stored.caseReference })
  }
  return ready.map(({ row }) => row.number)
}
