import {
  actionsOfCase,
  agencyExists,
  concernedAmong,
  findAction,
  insertActionEvent,
  sectorOfAgency,
  type ReadDb,
  setSignOff,
  type WriteDb,
} from '#db'
import type { ActionRow, SignOffDraft } from '#domain/action.ts'
import type { CaseId } from '#domain/ids.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import type { ActionSafety } from '#domain/safety/action-safety.ts'
import { maySignOff } from '#domain/safety/sign-off.ts'
import { wouldWaitForItself } from '#domain/safety/waiting.ts'
import type { Context } from '../context.ts'

/** Whether what an action's safety names is there and of the same case; null where all is well. `id` is null for an action not yet recorded. */
export function safetyProblem(
  db: ReadDb,
  caseId: CaseId,
  id: ActionRow['id'] | null,
  { toldFirstBy, after }: ActionSafety,
): Result<never> | null {
  if (toldFirstBy !== null && !agencyExists(db, toldFirstBy)) return refuse({ code: 'notFound', what: 'agency' })
  if (after === null) return null
  const plan = actionsOfCase(db, caseId)
  if (!plan.some((action) => action.id === after)) return refuse({ code: 'notFound', what: 'action' })
  if (id !== null && wouldWaitForItself(id, after, plan))
    return refuse({ code: 'invalidInput', fields: [{ path: 'safety.after', problem: 'notAllowed' }] })
  return null
}

/** Notes that an advocate says an action may go ahead; refused where the agency is none of advocates. */
export function signOffAction(db: WriteDb, draft: SignOffDraft, { now, actor }: Context): Result<ActionRow> {
  const action = findAction(db, draft.id)
  if (!action) return refuse({ code: 'notFound', what: 'action' })
  const sector = sectorOfAgency(db, draft.agencyId)
  if (sector === null) return refuse({ code: 'notFound', what: 'agency' })
  if (!maySignOff(sector)) return refuse({ code: 'invalidInput', fields: [{ path: 'agencyId', problem: 'notAllowed' }] })
  const concerned = concernedAmong(db, action.caseId, [draft.agencyId])
  if (concerned !== undefined) return refuse({ code: 'agencyConcerned', agency: concerned })
  if (!setSignOff(db, draft.id, draft.version, { agencyId: draft.agencyId, by: draft.by, at: now }))
    return refuse({ code: 'changedMeanwhile', what: 'action' })
  insertActionEvent(db, draft.id, { at: now, actor, source: 'coordinator', change: { kind: 'signedOff', by: draft.by }, reason: '' })
  const row = findAction(db, draft.id)
  if (!row) throw new Error('an action just changed is not there')
  return accept(row)
}
