import {
  findImport,
  findMapping,
  findMappingByName,
  insertAgency,
  insertImport,
  keepMapping,
  listImports,
  listMappings,
  noteAfter,
  pairsOfImport,
  type ReadDb,
  removeMapping,
  renameMapping,
  undoImport,
  type WriteDb,
} from '#db'
import type { ImportKind, ImportReview } from '#contract'
import type { ImportId, ImportMappingId } from '#domain/ids.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import type { Context } from '../context.ts'
import { readSpreadsheetSafely } from '../documents/spreadsheet-process.ts'
import { type Handlers, staged } from '../handler.ts'
import { reviewAgencies } from '../intake/agency-review.ts'
import { importReferrals } from '../intake/import-referrals.ts'
import { showReview } from '../intake/import-review.ts'
import { reviewReferrals } from '../intake/referral-review.ts'
import { headersByField } from '../intake/reviewed-rows.ts'
import { headingsPrint, placedText, sheetOfSaved, shownMapping, mappingFor, withSavedMapping } from '../intake/saved-mapping.ts'
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
import { rejudgeRepeats } from '../rejudge-repeats.ts'
import { readSettings } from './settings.ts'

const MOST_NAMED = 20

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
    return importReferrals(db, reviewReferrals(db, review, today).rows, review.choices, headersByField(review), importId, {
      at: now,
      by: actor,
    })
  const stored = reviewAgencies(db, review).flatMap((row) => {
    if (row.verdict !== 'ready' || !row.draft) return []
    insertAgency(db, row.draft, importId)
    return [row.number]
  })
  noteAfter(db, importId, new Map())
  return stored
}

/** The file as it is to be reviewed: of a workbook the sheet that was asked for, else the one for which a mapping was saved, else the first with a table. */
async function readFile(
  db: ReadDb,
  {
    kind,
    fileName,
    bytes,
    sheet: wanted,
  }: { readonly kind: ImportKind; readonly fileName: string; readonly bytes: Uint8Array; readonly sheet?: string | undefined },
) {
  const read = (sheet: string | undefined) => readSpreadsheetSafely({ name: fileName, bytes, ...(sheet === undefined ? {} : { sheet }) })
  const first = await read(wanted)
  if (!first.ok || wanted !== undefined || first.value.format.kind !== 'xlsx' || mappingFor(db, kind, first.value.header)) return first
  const { sheetName, sheetNames } = first.value.format
  const saved = sheetOfSaved(db, kind, sheetNames, sheetName)
  if (saved === null) return first
  const other = await read(saved)
  return other.ok && mappingFor(db, kind, other.value.header) ? other : first
}

/** Whether a name is free for a mapping; the one that has it may keep it. */
function isNameTaken(db: ReadDb, kind: ImportKind, name: string, except: ImportMappingId | null): boolean {
  const named = findMappingByName(db, kind, name)
  return named !== undefined && named.id !== except
}

export const importHandlers: Handlers<'imports'> = {
  read: staged(
    async (db, request) => {
      const sheet = await readFile(db, request)
      if (!sheet.ok) return sheet
      return accept(withSavedMapping(db, startReview(request.kind, request.fileName, sheet.value, readSettings(db)?.region ?? 'other')))
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
  remap: (db, { token, mapping, kept, dayFirst, createAgencies }, context) =>
    choose(db, token, context, (choices) => ({ ...choices, mapping, kept, dayFirst, createAgencies })),
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
  undo: (db, { id, keepsChanged }, { now }) => {
    const found = findImport(db, id)
    if (!found) return refuse({ code: 'notFound', what: 'import' })
    if (found.undoneAt !== null) return refuse({ code: 'importAlreadyUndone' })
    // A refusal rolls the whole back: what would stay is known exactly once the rest has gone.
    const pairs = pairsOfImport(db, id)
    const undone = undoImport(db, id, now)
    if (undone.stays.length > 0 && !keepsChanged) return refuse({ code: 'importBuiltUpon', references: undone.stays.slice(0, MOST_NAMED) })
    rejudgeRepeats(db, pairs)
    takeBackRows(db, found.kind, id)
    return accept(undone)
  },
  mappings: (db) => accept(listMappings(db).map(shownMapping)),
  saveMapping: (db, { kind, name, headings, mapping, kept, dayFirst, sheet }, { now, actor }) => {
    const before = mappingFor(db, kind, headings)
    if (isNameTaken(db, kind, name, before?.id ?? null)) return refuse({ code: 'alreadyThere', what: 'mapping', name })
    const choices = placedText({ mapping, kept, dayFirst })
    return accept(keepMapping(db, { kind, name, headings: headingsPrint(headings), sheet, choices, savedAt: now, savedBy: actor }))
  },
  renameMapping: (db, { id, name }) => {
    const found = findMapping(db, id)
    if (!found) return refuse({ code: 'notFound', what: 'mapping' })
    if (isNameTaken(db, found.kind, name, id)) return refuse({ code: 'alreadyThere', what: 'mapping', name })
    renameMapping(db, id, name)
    return accept(null)
  },
  removeMapping: (db, { id }) => {
    if (!findMapping(db, id)) return refuse({ code: 'notFound', what: 'mapping' })
    removeMapping(db, id)
    return accept(null)
  },
}
