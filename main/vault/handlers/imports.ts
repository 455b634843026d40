import { builtUpon, findImport, insertAgency, insertImport, listImports, undoImport, type WriteDb } from '#db'
import type { ImportReview } from '#contract'
import type { ImportId } from '#domain/ids.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import type { Context } from '../context.ts'
import { readSpreadsheetSafely } from '../documents/spreadsheet-process.ts'
import { type Handlers, staged } from '../handler.ts'
import { reviewAgencies } from '../intake/agency-review.ts'
import { importReferrals } from '../intake/import-referrals.ts'
import { showReview } from '../intake/import-review.ts'
import { reviewReferrals } from '../intake/referral-review.ts'
import { startReview } from '../intake/start-review.ts'
import {
  type Choices,
  dropReview,
  keepChoices,
  keepReview,
  loadPendingReview,
  loadReview,
  type StoredReview,
  takeBackRows,
} from '../intake/stored-review.ts'
import { readSettings } from './settings.ts'

/** Changes a review's choices and shows it again. */
function choose(db: WriteDb, token: string, { today }: Context, change: (choices: Choices) => Choices): Result<ImportReview> {
  const review = loadReview(db, token)
  if (!review) return refuse({ code: 'importExpired' })
  const choices = change(review.choices)
  keepChoices(db, token, choices)
  return accept(showReview(db, { ...review, choices }, today))
}

/** Stores what is ready of a review; the numbers of the rows that are in now. */
function storeReady(db: WriteDb, review: StoredReview, importId: ImportId, { now, today, actor }: Context): readonly number[] {
  if (review.kind === 'referrals')
    return importReferrals(db, reviewReferrals(db, review, today).rows, review.choices, importId, { at: now, by: actor })
  return reviewAgencies(db, review).flatMap((row) => {
    if (row.verdict !== 'ready' || !row.draft) return []
    insertAgency(db, row.draft, importId)
    return [row.number]
  })
}

export const importHandlers: Handlers<'imports'> = {
  read: staged(
    async (db, { kind, fileName, bytes, sheet: wanted }) => {
      const sheet = await readSpreadsheetSafely({ name: fileName, bytes, ...(wanted === undefined ? {} : { sheet: wanted }) })
      return sheet.ok ? accept(startReview(kind, fileName, sheet.value, readSettings(db)?.region ?? 'other')) : sheet
    },
    (db, review, { today }) => {
      keepReview(db, review)
      return accept(showReview(db, review, today))
    },
  ),
  pending: (db, { kind }, { today }) => {
    const review = loadPendingReview(db, kind)
    return accept(review && showReview(db, review, today))
  },
  remap: (db, { token, mapping, dayFirst, createAgencies }, context) =>
    choose(db, token, context, (choices) => ({ ...choices, mapping, dayFirst, createAgencies })),
  mendRow: (db, { token, row, values }, context) =>
    choose(db, token, context, (choices) => ({ ...choices, mended: { ...choices.mended, [row]: { ...choices.mended[row], ...values } } })),
  decideRow: (db, { token, row, decision }, context) =>
    choose(db, token, context, (choices) => ({ ...choices, decisions: { ...choices.decisions, [row]: decision } })),
  commit: (db, { token }, context) => {
    const review = loadReview(db, token)
    if (!review) return refuse({ code: 'importExpired' })
    const before = showReview(db, review, context.today)
    if (before.missingFields.length > 0) return refuse({ code: 'columnsMissing', columns: before.missingFields })
    if (before.counts.ready === 0) return refuse({ code: 'fileNotReadable', problem: 'noRows' })
    const importId = insertImport(db, review.kind, context.now, before.counts.ready)
    const imported = storeReady(db, review, importId, context)
    const left = before.counts.refused + before.counts.duplicate
    if (left === 0) dropReview(db, token)
    else
      keepChoices(db, token, {
        ...review.choices,
        imported: [...review.choices.imported, ...imported],
        importedBy: { ...review.choices.importedBy, [importId]: [...imported] },
      })
    return accept({ importId, imported: imported.length, left })
  },
  giveUp: (db, { token }) => {
    dropReview(db, token)
    return accept(null)
  },
  history: (db) => accept(listImports(db)),
  undo: (db, { id }, { now }) => {
    const found = findImport(db, id)
    if (!found) return refuse({ code: 'notFound', what: 'import' })
    if (found.undoneAt !== null) return refuse({ code: 'importAlreadyUndone' })
    const references = builtUpon(db, id)
    if (references.length > 0) return refuse({ code: 'importBuiltUpon', references })
    const removed = undoImport(db, id, now)
    takeBackRows(db, found.kind, id)
    return accept({ removed })
  },
}
