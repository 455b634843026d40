import {
  type ActionChange,
  type ActionDraft,
  type ActionEvent,
  type ActionFilter,
  actionReference,
  type ActionRow,
  type ActionStatus,
} from '#domain/action.ts'
import type { IsoInstant } from '#domain/dates.ts'
import type { ActionId, CaseId, ListingId, MeetingId, SavedFilterId } from '#domain/ids.ts'
import type { ActionSafety, SignOff } from '#domain/safety/action-safety.ts'
import { actionColumns, actionJoins, actionRowOf, type StoredAction } from './action-rows.ts'
import type { ReadDb, WriteDb } from './handles.ts'

export function findAction(db: ReadDb, id: ActionId): ActionRow | undefined {
  const row = db.get<StoredAction>(`SELECT ${actionColumns} FROM actions a ${actionJoins} WHERE a.id = :id`, { id })
  return row && actionRowOf(row)
}

export function actionsOfCase(db: ReadDb, caseId: CaseId): readonly ActionRow[] {
  return db
    .all<StoredAction>(
      `SELECT ${actionColumns} FROM actions a ${actionJoins} WHERE a.case_id = :caseId ORDER BY a.due_on DESC, a.id DESC`,
      { caseId },
    )
    .map(actionRowOf)
}

export function actionsOfListing(db: ReadDb, listingId: ListingId): readonly ActionRow[] {
  return db
    .all<StoredAction>(`SELECT ${actionColumns} FROM actions a ${actionJoins} WHERE a.listing_id = :listingId ORDER BY a.id`, { listingId })
    .map(actionRowOf)
}

/** The actions of a case from other listings that are still open: what a meeting reviews first. */
export function openActionsCarriedInto(db: ReadDb, caseId: CaseId, listingId: ListingId): readonly ActionRow[] {
  return db
    .all<StoredAction>(
      `SELECT ${actionColumns} FROM actions a ${actionJoins}
       WHERE a.case_id = :caseId AND a.listing_id <> :listingId AND a.status IN ('proposed', 'agreed', 'inProgress') ORDER BY a.due_on, a.id`,
      { caseId, listingId },
    )
    .map(actionRowOf)
}

export function insertAction(
  db: WriteDb,
  draft: Omit<ActionDraft, 'needs'>,
  place: { readonly caseId: CaseId; readonly meetingId: MeetingId },
  status: ActionStatus,
): ActionId {
  // Of all actions, whoever may see them. Numbers of those that were destroyed are not given out again: lists on paper still name them.
  const last = db.get<{ last: number }>(
    `SELECT max(coalesce((SELECT max(id) FROM main.actions), 0), coalesce((SELECT id FROM last_ids WHERE noun = 'actions'), 0)) AS last`,
  )
  const next = (last?.last ?? 0) + 1
  const { id } = db.run(
    `INSERT INTO actions (id, reference, case_id, listing_id, meeting_id, agency_id, description, due_on, status, is_safety_action,
       is_towards_him, could_notice, could_raise_risk, told_first_by, after_action)
     VALUES (:id, :reference, :caseId, :listingId, :meetingId, :agencyId, :description, :dueOn, :status, :isSafetyAction,
       :isTowardsHim, :couldNotice, :couldRaiseRisk, :toldFirstBy, :after)`,
    {
      id: next,
      reference: actionReference(next),
      ...place,
      listingId: draft.listingId,
      agencyId: draft.agencyId,
      description: draft.description,
      dueOn: draft.dueOn,
      status,
      isSafetyAction: Number(draft.isSafetyAction),
      ...safetyValues(draft.safety),
    },
  )
  return id as ActionId
}

function safetyValues({ isTowardsHim, ...safety }: ActionSafety) {
  return { ...safety, isTowardsHim: Number(isTowardsHim) }
}

/** Notes an advocate's word, or takes it back (null); false where somebody was faster. A new version: a list that is out is no longer up to date. */
export function setSignOff(db: WriteDb, id: ActionId, version: number, signOff: SignOff | null): boolean {
  return (
    db.run(
      `UPDATE actions SET signed_off_agency = :agencyId, signed_off_by = :by, signed_off_at = :at, version = version + 1
       WHERE id = :id AND version = :version`,
      { id, version, agencyId: signOff?.agencyId ?? null, by: signOff?.by ?? '', at: signOff?.at ?? null },
    ).changes === 1
  )
}

/**
 * Writes the changed fields if the action still has that version; false where somebody was faster. `voidsSignOff`: it is no longer the action that
 * the advocate spoke of.
 */
export function updateAction(
  db: WriteDb,
  change: Omit<ActionChange, 'reason' | 'safety'> & { readonly safety: ActionSafety },
  voidsSignOff: boolean,
): boolean {
  const { changes } = db.run(
    `UPDATE actions SET agency_id = :agencyId, description = :description, due_on = :dueOn, is_safety_action = :isSafetyAction,
       is_towards_him = :isTowardsHim, could_notice = :couldNotice, could_raise_risk = :couldRaiseRisk, told_first_by = :toldFirstBy,
       after_action = :after, signed_off_agency = CASE WHEN :voids THEN NULL ELSE signed_off_agency END,
       signed_off_by = CASE WHEN :voids THEN '' ELSE signed_off_by END, signed_off_at = CASE WHEN :voids THEN NULL ELSE signed_off_at END,
       version = version + 1
     WHERE id = :id AND version = :version`,
    {
      id: change.id,
      version: change.version,
      agencyId: change.agencyId,
      description: change.description,
      dueOn: change.dueOn,
      isSafetyAction: Number(change.isSafetyAction),
      ...safetyValues(change.safety),
      voids: Number(voidsSignOff),
    },
  )
  return changes === 1
}

export function updateActionStatus(db: WriteDb, id: ActionId, version: number, status: ActionStatus): boolean {
  return (
    db.run('UPDATE actions SET status = :status, version = version + 1 WHERE id = :id AND version = :version', { id, version, status })
      .changes === 1
  )
}

type StoredEvent = {
  readonly at: IsoInstant
  readonly actor: string
  readonly source: ActionEvent['source']
  readonly change: string
  readonly reason: string
}

export function insertActionEvent(db: WriteDb, actionId: ActionId, event: ActionEvent): void {
  // Kept beside the action's other events, in one tree: an update of an action writes one page for its history, not two.
  db.run(
    `INSERT INTO action_events (action_id, seq, at, actor, source, change, reason)
     VALUES (:actionId, (SELECT coalesce(max(seq), 0) + 1 FROM action_events WHERE action_id = :actionId), :at, :actor, :source, :change, :reason)`,
    { actionId, at: event.at, actor: event.actor, source: event.source, change: JSON.stringify(event.change), reason: event.reason },
  )
}

/** The history of an action, oldest first. */
export function actionEvents(db: ReadDb, actionId: ActionId): readonly ActionEvent[] {
  return db
    .all<StoredEvent>('SELECT at, actor, source, change, reason FROM action_events WHERE action_id = :actionId ORDER BY seq', { actionId })
    .map((row) => ({ ...row, change: JSON.parse(row.change) as ActionEvent['change'] }))
}

export function savedFilters(db: ReadDb): readonly { readonly id: SavedFilterId; readonly name: string; readonly filter: string }[] {
  return db.all('SELECT id, name, filter FROM saved_filters ORDER BY name COLLATE NOCASE')
}

export function saveFilter(db: WriteDb, name: string, filter: ActionFilter): SavedFilterId {
  db.run('INSERT INTO saved_filters (name, filter) VALUES (:name, :filter) ON CONFLICT (name) DO UPDATE SET filter = excluded.filter', {
    name,
    filter: JSON.stringify(filter),
  })
  const saved = db.get<{ id: SavedFilterId }>('SELECT id FROM saved_filters WHERE name = :name', { name })
  if (!saved) throw new Error('a filter just saved is not there')
  return saved.id
}

export function removeSavedFilter(db: WriteDb, id: SavedFilterId): void {
  db.run('DELETE FROM saved_filters WHERE id = :id', { id })
}
