import { findAgencyByName, findCaseByReference, insertAgency, noteGaps, type WriteDb } from '#db'
import type { AgencyId, CaseId, ImportId } from '#domain/ids.ts'
import type { ReferralRowDraft } from '#domain/intake/referral-draft.ts'
import { storeReferral } from '../store-referral.ts'
import type { JudgedRow } from './reviewed-rows.ts'
import type { Choices } from './stored-review.ts'

type KnownCase = { readonly id: CaseId; readonly reference: string }

function agencyIdOf(db: WriteDb, name: string, importId: ImportId): AgencyId {
  const known = findAgencyByName(db, name)
  if (known) return known.id
  return insertAgency(db, { name, sector: 'other', isCore: false, email: '', phone: '', notes: '', people: [] }, importId)
}

/** The case that a row belongs to: the one it looks like, unless the person said that it is another. */
function caseOfRow(db: WriteDb, { number, duplicate }: JudgedRow<ReferralRowDraft>, { decisions }: Choices, made: ReadonlyMap<number, KnownCase>): KnownCase | null {
  if (!duplicate) return null
  if (duplicate.kind === 'similarPair' && decisions[number] !== 'joinCase') return null
  if (duplicate.caseReference !== null) return findCaseByReference(db, duplicate.caseReference) ?? null
  return duplicate.withRow === null ? null : (made.get(duplicate.withRow) ?? null)
}

/** Stores the ready rows, oldest referral first, so that a pair's later referral is judged a repeat of its earlier one. Answers their numbers. */
export function importReferrals(db: WriteDb, rows: readonly JudgedRow<ReferralRowDraft>[], choices: Choices, importId: ImportId): readonly number[] {
  const ready = rows.flatMap((row) => (row.verdict === 'ready' && row.draft ? [{ row, draft: row.draft }] : []))
  const made = new Map<number, KnownCase>()
  // In the file's order first: a duplicate names the row above it.
  for (const { row, draft } of ready) {
    const { sourceAgencyName, childrenDetails, ...referral } = draft
    const known = caseOfRow(db, row, choices, made)
    if (known) noteGaps(db, importId, known.id)
    const summary = [referral.summary, childrenDetails].filter((part) => part !== '').join('\n\n').slice(0, 8000)
    const stored = storeReferral(db, { ...referral, summary, children: [], sourceAgencyId: agencyIdOf(db, sourceAgencyName, importId) }, known, importId)
    made.set(row.number, { id: stored.caseId, reference: stored.caseReference })
  }
  return ready.map(({ row }) => row.number)
}
