import {
  actionEvents,
  actionPage,
  actionsOfCase,
  agencyExists,
  concernedAmong,
  findAction,
  insertAction,
  insertActionEvent,
  removeSavedFilter,
  savedFilters,
  saveFilter,
  updateAction,
  updateActionStatus,
  type WriteDb,
} from '#db'
import {
  type ActionEvent,
  ActionFilter,
  type ActionRow,
  type EditedField,
  isEnded,
  needsReason,
  nextStatuses,
  type StatusChange,
} from '#domain/action.ts'
import type { ActionId } from '#domain/ids.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import type { Context } from '../context.ts'
import type { Handlers } from '../handler.ts'
import { differingSafety } from '#domain/safety/action-safety.ts'
import { carriesOut, waitsFor } from '#domain/safety/waiting.ts'
import { answerNeeds } from './answer-needs.ts'
import { safetyProblem, signOffAction } from './action-safety.ts'
import { onOpenCase } from './open-listing.ts'
import { takeUpAgain } from './take-up-again.ts'

function rowAfter(db: WriteDb, id: ActionId): Result<ActionRow> {
  const row = findAction(db, id)
  if (!row) throw new Error('an action just changed is not there')
  return accept(row)
}

/** Changes an action's status and says so in its history; refused where the change is not allowed, lacks its reason, or comes too late. */
export function changeActionStatus(
  db: WriteDb,
  change: StatusChange,
  source: ActionEvent['source'],
  { now, actor }: Context,
): Result<ActionRow> {
  const action = findAction(db, change.id)
  if (!action) return refuse({ code: 'notFound', what: 'action' })
  if (action.version !== change.version) return refuse({ code: 'changedMeanwhile', what: 'action' })
  if (!nextStatuses(action.status).includes(change.status))
    return refuse({ code: 'statusNotAllowed', from: action.status, to: change.status })
  if (needsReason(action.status, change.status) && change.reason === '') return refuse({ code: 'reasonRequired' })
  // To agree to it or to take it up again is to give it to the agency; to end it is not.
  if (action.isWithConcerned && !isEnded(change.status)) return refuse({ code: 'agencyConcerned', agency: action.agencyName })
  const waits = carriesOut(change.status) ? waitsFor(action, actionsOfCase(db, action.caseId)) : null
  if (waits !== null && source !== 'agencyReturn') {
    if (!change.goesAhead) return refuse({ code: 'actionMustWait', reference: action.reference, waitsFor: waits })
    if (change.reason === '') return refuse({ code: 'reasonRequired' })
  }
  if (!updateActionStatus(db, change.id, change.version, change.status)) return refuse({ code: 'changedMeanwhile', what: 'action' })
  insertActionEvent(db, change.id, {
    at: now,
    actor,
    source,
    change: { kind: 'status', from: action.status, to: change.status, ...(waits === null ? {} : { wentAhead: true }) },
    reason: change.reason,
  })
  return rowAfter(db, change.id)
}

export const actionHandlers: Handlers<'actions'> = {
  list: (db, query, { today }) => accept(actionPage(db, query, today)),
  history: (db, { id }) => (findAction(db, id) ? accept(actionEvents(db, id)) : refuse({ code: 'notFound', what: 'action' })),
  record: (db, draft, { now, actor }) => {
    const listing = onOpenCase(db, draft.listingId)
    if (!listing.ok) return listing
    if (!agencyExists(db, draft.agencyId)) return refuse({ code: 'notFound', what: 'agency' })
    const concerned = concernedAmong(db, listing.value.caseId, [draft.agencyId, draft.safety.toldFirstBy])
    if (concerned !== undefined) return refuse({ code: 'agencyConcerned', agency: concerned })
    const problem = safetyProblem(db, listing.value.caseId, null, draft.safety)
    if (problem !== null) return problem
    // A case that was left is left anew, for its plan is another one now.
    if (listing.value.outcome !== 'waiting') {
      const taken = takeUpAgain(db, draft.listingId, listing.value)
      if (!taken.ok) return taken
    }
    const id = insertAction(db, draft, listing.value, 'agreed')
    insertActionEvent(db, id, { at: now, actor, source: 'meeting', change: { kind: 'created', status: 'agreed' }, reason: '' })
    answerNeeds(db, { caseId: listing.value.caseId, actionId: id, needs: draft.needs }, { now, actor })
    return accept(id)
  },
  change: (db, change, { now, actor }) => {
    const action = findAction(db, change.id)
    if (!action) return refuse({ code: 'notFound', what: 'action' })
    if (!agencyExists(db, change.agencyId)) return refuse({ code: 'notFound', what: 'agency' })
    const safety = change.safety ?? action.safety
    const concerned = concernedAmong(db, action.caseId, [change.agencyId, safety.toldFirstBy])
    if (concerned !== undefined) return refuse({ code: 'agencyConcerned', agency: concerned })
    const problem = safetyProblem(db, action.caseId, action.id, safety)
    if (problem !== null) return problem
    const fields: EditedField[] = [...differingSafety(safety, action.safety)]
    if (change.agencyId !== action.agencyId) fields.push('agency')
    if (change.description !== action.description) fields.push('description')
    if (change.dueOn !== action.dueOn) fields.push('dueOn')
    if (change.isSafetyAction !== action.isSafetyAction) fields.push('safety')
    if (change.version !== action.version) return refuse({ code: 'changedMeanwhile', what: 'action' })
    const note = (event: ActionEvent['change']) =>
      insertActionEvent(db, change.id, { at: now, actor, source: 'coordinator', change: event, reason: change.reason })
    const { needs } = change
    const answers: readonly EditedField[] =
      needs !== undefined && answerNeeds(db, { caseId: action.caseId, actionId: action.id, needs }, { now, actor }) ? ['needs'] : []
    // A save that changes nothing of the action makes no new version: a list that is out would come back as outdated. No list says which needs it answers.
    if (fields.length === 0) {
      if (answers.length > 0) note({ kind: 'edited', fields: answers })
      return accept(action)
    }
    // The advocate spoke of the action as it was. Another who tells her first changes nothing of that; that nobody does any more, does.
    const isUntold = action.safety.toldFirstBy !== null && safety.toldFirstBy === null
    const isOther = fields.some((field) => field !== 'toldFirstBy' && field !== 'safety')
    const voidsSignOff = action.signOff !== null && (isOther || isUntold)
    if (!updateAction(db, { ...change, safety }, voidsSignOff)) return refuse({ code: 'changedMeanwhile', what: 'action' })
    note({ kind: 'edited', fields: [...fields, ...answers] })
    if (voidsSignOff) note({ kind: 'signOffVoid' })
    return rowAfter(db, change.id)
  },
  signOff: signOffAction,
  changeStatus: (db, change, context) => changeActionStatus(db, change, 'coordinator', context),
  savedFilters: (db) => accept(savedFilters(db).map((saved) => ({ ...saved, filter: ActionFilter.parse(JSON.parse(saved.filter)) }))),
  saveFilter: (db, { name, filter }) => accept(saveFilter(db, name, filter)),
  removeFilter: (db, { id }) => {
    removeSavedFilter(db, id)
    return accept(null)
  },
}
