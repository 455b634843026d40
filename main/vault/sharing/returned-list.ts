import {
  findAction,
  findListByToken,
  insertActionEvent,
  listAgencies,
  listFormerKeys,
  markReturned,
  type ReadDb,
  updateActionStatus,
  type WriteDb,
} from '#db'
import type { ReturnReview } from '#contract'
import type { ActionId } from '#domain/ids.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { typedExportPassword } from '#domain/sharing/export-password.ts'
import { type CurrentAction, type ReturnedRow, reviewReturn } from '#domain/sharing/return.ts'
import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { readReturnedList } from '../documents/returned-list.ts'
import { openWorkbookSafely } from '../documents/spreadsheet-process.ts'
import type { Workbook } from '../documents/workbook-reader.ts'
import { changeActionStatus } from '../handlers/actions.ts'
import { listPassword } from './list-password.ts'

type Held = { readonly listToken: string; readonly rows: readonly ReturnedRow[] }

const heldKey = (token: string) => `return ${token}`

function isHeld(value: unknown): value is Held {
  return typeof value === 'object' && value !== null && 'listToken' in value && 'rows' in value
}

function currentActions(db: ReadDb, rows: readonly ReturnedRow[]): ReadonlyMap<ActionId, CurrentAction> {
  const current = new Map<ActionId, CurrentAction>()
  for (const { actionId } of rows) {
    const action = actionId === null ? undefined : findAction(db, actionId)
    if (action) current.set(action.id, { status: action.status, version: action.version, isWithConcerned: action.isWithConcerned })
  }
  return current
}

/** The passwords that may open a returned file: what was typed, as typed and as read out, then every agency's own. */
function passwordsFor(db: ReadDb, typed: string): readonly string[] {
  const own = listAgencies(db, true).flatMap((agency) => listPassword(db, agency.id) ?? [])
  return [...new Set([typed, typedExportPassword(typed), ...own])].filter((password) => password !== '')
}

/** A list that went out before the data key was renewed is sealed under the key of its time. */
function readUnderAnySeal(db: ReadDb, workbook: Workbook, sealKey: Uint8Array): ReturnType<typeof readReturnedList> {
  const read = readReturnedList(workbook, sealKey)
  if (read.ok) return read
  for (const former of listFormerKeys(db).toReversed()) {
    const again = readReturnedList(workbook, former.sealKey)
    if (again.ok) return again
  }
  return read
}

/** Opens a returned file with whichever password fits. */
export async function openReturnedFile(
  db: ReadDb,
  file: { readonly bytes: Uint8Array; readonly password: string },
): Promise<Result<Workbook>> {
  return openWorkbookSafely(file.bytes, passwordsFor(db, file.password))
}

/** Holds an opened file for the coordinator's decision; changes nothing. */
export function reviewReturned(db: ReadDb, workbook: Workbook, { sealKey, held }: Context): Result<ReturnReview> {
  const read = readUnderAnySeal(db, workbook, sealKey)
  if (!read.ok) return read
  const list = findListByToken(db, read.value.listToken)
  if (!list) return refuse({ code: 'returnNotOurs' })
  const token = randomBytes(16).toString('hex')
  held.set(heldKey(token), { listToken: read.value.listToken, rows: read.value.rows } satisfies Held)
  return accept({
    token,
    agencyName: list.agencyName,
    meetingOn: list.meetingOn,
    version: list.version,
    rows: reviewReturn(read.value.rows, currentActions(db, read.value.rows)).map(({ row, outcome }) => ({
      rowNumber: row.rowNumber,
      actionReference: row.actionReference,
      caseReference: row.caseReference,
      description: row.description,
      actionId: row.actionId,
      agreed: row.actionId === null ? null : (findAction(db, row.actionId)?.description ?? null),
      outcome,
    })),
  })
}

/** Applies the accepted rows as they stand against the store now; one that no longer fits refuses the whole, so that nothing is half-applied. */
export function applyReturn(
  db: WriteDb,
  token: string,
  accepted: ReadonlySet<ActionId>,
  context: Context,
): Result<{ readonly applied: number }> {
  const held = context.held.get(heldKey(token))
  if (!isHeld(held)) return refuse({ code: 'importExpired' })
  const list = findListByToken(db, held.listToken)
  if (!list) return refuse({ code: 'returnNotOurs' })
  let applied = 0
  for (const { row, outcome } of reviewReturn(held.rows, currentActions(db, held.rows))) {
    if (row.actionId === null || !accepted.has(row.actionId) || row.actionVersion === null) continue
    if (outcome.kind === 'refused') {
      // A row without a word that shares its action with one that speaks says nothing to refuse.
      if (row.newStatus.kind === 'none' && row.comment.trim() === '') continue
      return refuse({ code: 'changedMeanwhile', what: 'action' })
    }
    if (outcome.kind === 'unchanged') continue
    if (outcome.kind === 'change') {
      const change = { id: row.actionId, version: row.actionVersion, status: outcome.to, reason: outcome.comment, goesAhead: true }
      const changed = changeActionStatus(db, change, 'agencyReturn', context)
      if (!changed.ok) return changed
    } else {
      const status = findAction(db, row.actionId)?.status
      // The version moves on, so that the same file read twice does not say the same twice.
      if (!status || !updateActionStatus(db, row.actionId, row.actionVersion, status))
        return refuse({ code: 'changedMeanwhile', what: 'action' })
      insertActionEvent(db, row.actionId, {
        at: context.now,
        actor: context.actor,
        source: 'agencyReturn',
        change: { kind: 'comment' },
        reason: outcome.comment,
      })
    }
    applied += 1
  }
  markReturned(db, list.id, context.now)
  context.held.delete(heldKey(token))
  return accept({ applied })
}
