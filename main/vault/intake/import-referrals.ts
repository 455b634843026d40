import { findAgencyByName, findCaseByReference, insertAgency, noteAfter, noteBefore, type Recording, type WriteDb } from '#db'
import type { AgencyId, CaseId, ImportId, TieId } from '#domain/ids.ts'
import { plainText } from '#domain/intake/plain-text.ts'
import type { ReferralRowDraft } from '#domain/intake/referral-draft.ts'
import { findSector } from '#domain/intake/sector-words.ts'
import { doNotContact } from '#domain/safe-contact.ts'
import { repeatRuleOf } from '#domain/settings.ts'
import { readSettings } from '../handlers/settings.ts'
import { storeReferral } from '../store-referral.ts'
import { keepRecord } from './keep-record.ts'
import type { JudgedRow } from './reviewed-rows.ts'
import type { Choices } from './stored-review.ts'

const longestSummary = 8000

/** A plain no under safe contact. A dash, or an empty cell, is no answer there. */
const saysNo = /^(?:no|n|false|unsafe|not safe)[.!]*$/iu

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

/** What a row has under a field, headed by the column that fed it. */
function lineOfRow({ values }: Row, columns: Readonly<Record<string, string>>) {
  return (field: string, text: string = plainText(values[field] ?? '')): string => {
    const header = plainText(columns[field] ?? '')
    return header === '' ? text : `${header}: ${text}`
  }
}

/** Stores the ready rows, oldest referral first, so that a pair's later one is judged a repeat of its earlier one. Answers their numbers. */
export function importReferrals(
  db: WriteDb,
  rows: readonly Row[],
  choices: Choices,
  columns: Readonly<Record<string, string>>,
  importId: ImportId,
  recording: Recording,
): readonly number[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const ready = rows
    .flatMap((row) => (row.verdict === 'ready' && row.draft ? [{ row, draft: row.draft }] : []))
    .toSorted((a, b) => a.draft.receivedOn.localeCompare(b.draft.receivedOn) || a.row.number - b.row.number)
  const rule = repeatRuleOf(readSettings(db))
  const madeFor = new Map<number, KnownCase>()
  const ties = new Map<CaseId, readonly TieId[]>()
  for (const { row, draft } of ready) {
    const first = firstOfPair(row, byNumber, choices)
    const reference = joins(first, choices) ? first.duplicate?.caseReference : null
    const there = (reference ? findCaseByReference(db, reference) : undefined) ?? null
    if (there) noteBefore(db, importId, there.id)
    const known = there ?? madeFor.get(first.number) ?? null
    const { sourceAgencyName, childrenDetails, record, ...referral } = draft
    const lineOf = lineOfRow(row, columns)
    const summary = [referral.summary, childrenDetails].filter((part) => part !== '').join('\n\n')
    const hasRoom = summary.length <= longestSummary
    const sourceAgencyId = agencyIdOf(db, sourceAgencyName, importId)
    const stored = storeReferral(
      db,
      {
        ...referral,
        summary: hasRoom ? summary : referral.summary,
        children: [],
        sourceAgencyId,
        // Of a known case what stands is never written over: see `keepRecord`.
        safeContact: known ? doNotContact : referral.safeContact,
      },
      known,
      importId,
      rule,
      recording,
    )
    const notes = hasRoom ? record.notes : [...record.notes, lineOf('childrenDetails', childrenDetails)]
    const saying = {
      draft: { ...draft, record: { ...record, notes } },
      agencyId: sourceAgencyId,
      lineOf,
      isKnown: known !== null,
      isContactRefused: saysNo.test(plainText(row.values['safeContact'] ?? '')),
    }
    const kept = keepRecord(db, stored.caseId, saying, importId, recording)
    ties.set(stored.caseId, [...(ties.get(stored.caseId) ?? []), ...kept.ties])
    madeFor.set(first.number, { id: stored.caseId, reference: stored.caseReference })
  }
  noteAfter(db, importId, ties)
  return ready.map(({ row }) => row.number)
}
