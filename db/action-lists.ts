import type { ActionRow } from '#domain/action.ts'
import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import type { ActionId, ActionListId, AgencyId, MeetingId } from '#domain/ids.ts'
import { actionColumns, actionJoins, actionRowOf, type StoredAction } from './action-rows.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/**
 * What an agency is told after a meeting: its actions of that meeting, whatever it still owes from meetings before, and what was taken back since
 * it was last told of it. Others that ended in between are left out, and so is everything of a case that is hidden from it (domain.md R6).
 */
export function actionsForList(db: ReadDb, meetingId: MeetingId, agencyId: AgencyId): readonly ActionRow[] {
  return db
    .all<StoredAction>(
      `SELECT ${actionColumns} FROM actions a ${actionJoins}
       WHERE a.agency_id = :agencyId
         AND NOT EXISTS (SELECT 1 FROM case_hidden_agencies h WHERE h.case_id = a.case_id AND h.agency_id = :agencyId)
         AND (a.meeting_id = :meetingId
         OR (a.status IN ('proposed', 'agreed', 'inProgress') AND m.held_on < (SELECT held_on FROM meetings WHERE id = :meetingId))
         OR (a.status IN ('superseded', 'withdrawn')
           AND EXISTS (SELECT 1 FROM action_list_rows r JOIN action_lists l ON l.id = r.list_id WHERE r.action_id = a.id AND l.agency_id = :agencyId)
           AND NOT EXISTS (SELECT 1 FROM action_list_rows r JOIN action_lists l ON l.id = r.list_id
             WHERE r.action_id = a.id AND l.agency_id = :agencyId AND r.action_version = a.version AND l.meeting_id <> :meetingId)))
       ORDER BY a.due_on, a.id`,
      { meetingId, agencyId },
    )
    .map(actionRowOf)
}

/** Open actions that an agency still has in cases that are hidden from it: it is told nothing more of them. */
export function actionsToMove(db: ReadDb, agencyId: AgencyId): readonly ActionRow[] {
  return db
    .all<StoredAction>(
      `SELECT ${actionColumns} FROM actions a ${actionJoins}
       WHERE a.agency_id = :agencyId AND a.status IN ('proposed', 'agreed', 'inProgress')
         AND EXISTS (SELECT 1 FROM case_hidden_agencies h WHERE h.case_id = a.case_id AND h.agency_id = :agencyId)
       ORDER BY a.due_on, a.id`,
      { agencyId },
    )
    .map(actionRowOf)
}

/** The agencies that have a list of this meeting or would get one. */
export function agenciesWithActions(db: ReadDb, meetingId: MeetingId): readonly { readonly id: AgencyId; readonly name: string }[] {
  return db.all(
    `SELECT g.id, g.name FROM agencies g WHERE g.id IN (
       SELECT agency_id FROM actions WHERE meeting_id = :meetingId
       UNION SELECT agency_id FROM action_lists WHERE meeting_id = :meetingId
       UNION SELECT a.agency_id FROM actions a JOIN meetings m ON m.id = a.meeting_id
         WHERE a.status IN ('proposed', 'agreed', 'inProgress') AND m.held_on < (SELECT held_on FROM meetings WHERE id = :meetingId))
     ORDER BY g.name COLLATE NOCASE`,
    { meetingId },
  )
}

export type ActionListRecord = {
  readonly id: ActionListId
  readonly token: string
  readonly meetingId: MeetingId
  readonly meetingOn: IsoDate
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly version: number
  readonly madeAt: IsoInstant
  readonly returnedAt: IsoInstant | null
}

const listSelect = `SELECT l.id, l.token, l.meeting_id AS meetingId, m.held_on AS meetingOn, l.agency_id AS agencyId, g.name AS agencyName, l.version,
  l.made_at AS madeAt, l.returned_at AS returnedAt FROM action_lists l JOIN meetings m ON m.id = l.meeting_id JOIN agencies g ON g.id = l.agency_id`

export function lastList(db: ReadDb, meetingId: MeetingId, agencyId: AgencyId): ActionListRecord | undefined {
  return db.get(`${listSelect} WHERE l.meeting_id = :meetingId AND l.agency_id = :agencyId ORDER BY l.version DESC LIMIT 1`, {
    meetingId,
    agencyId,
  })
}

/** When an agency last sent any version of a meeting's list back. */
export function lastReturnOf(db: ReadDb, meetingId: MeetingId, agencyId: AgencyId): IsoInstant | null {
  return (
    db.get<{ at: IsoInstant | null }>(
      'SELECT max(returned_at) AS at FROM action_lists WHERE meeting_id = :meetingId AND agency_id = :agencyId',
      {
        meetingId,
        agencyId,
      },
    )?.at ?? null
  )
}

export function findListByToken(db: ReadDb, token: string): ActionListRecord | undefined {
  return db.get(`${listSelect} WHERE l.token = :token`, { token })
}

export type ListedAction = { readonly actionId: ActionId; readonly version: number; readonly outgoing: string }

/**
 * True where an action that the list gave to its agency has been given to another since, or its case is hidden from the agency now: the list must not
 * be worked from any more (domain.md R6, R11).
 */
export function isRecalled(db: ReadDb, listId: ActionListId): boolean {
  return (
    db.get(
      `SELECT 1 FROM action_list_rows r JOIN action_lists l ON l.id = r.list_id JOIN actions a ON a.id = r.action_id
       WHERE r.list_id = :listId AND (a.agency_id <> l.agency_id
         OR EXISTS (SELECT 1 FROM case_hidden_agencies h WHERE h.case_id = a.case_id AND h.agency_id = l.agency_id))`,
      { listId },
    ) !== undefined
  )
}

export function rowsOfList(db: ReadDb, listId: ActionListId): readonly ListedAction[] {
  return db.all('SELECT action_id AS actionId, action_version AS version, outgoing FROM action_list_rows WHERE list_id = :listId', {
    listId,
  })
}

/** Actions that some list has told this agency of. */
export function actionsSentBefore(db: ReadDb, agencyId: AgencyId): ReadonlySet<ActionId> {
  return new Set(
    db
      .all<{ id: ActionId }>(
        'SELECT DISTINCT r.action_id AS id FROM action_list_rows r JOIN action_lists l ON l.id = r.list_id WHERE l.agency_id = :agencyId',
        { agencyId },
      )
      .map(({ id }) => id),
  )
}

export function insertList(
  db: WriteDb,
  list: { readonly token: string; readonly meetingId: MeetingId; readonly agencyId: AgencyId; readonly version: number },
  rows: readonly ListedAction[],
  now: IsoInstant,
): ActionListId {
  const { id } = db.run(
    'INSERT INTO action_lists (token, meeting_id, agency_id, version, made_at) VALUES (:token, :meetingId, :agencyId, :version, :now)',
    { ...list, now },
  )
  for (const row of rows) {
    db.run('INSERT INTO action_list_rows (list_id, action_id, action_version, outgoing) VALUES (:id, :actionId, :version, :outgoing)', {
      id,
      ...row,
    })
  }
  return id as ActionListId
}

function isKeptByHold(db: ReadDb, listId: ActionListId): boolean {
  return (
    db.get(
      `SELECT 1 FROM action_lists l JOIN main.action_list_rows r ON r.list_id = l.id JOIN main.actions a ON a.id = r.action_id
       JOIN main.legal_holds h ON h.case_id = a.case_id AND h.lifted_at IS NULL AND h.placed_at >= l.made_at WHERE l.id = :listId LIMIT 1`,
      { listId },
    ) !== undefined
  )
}

/** Removes a list that never left, with its rows; one that was returned stays, and one that a case was on when a hold was placed on it. */
export function deleteList(db: WriteDb, listId: ActionListId): void {
  if (db.get('SELECT 1 FROM action_lists WHERE id = :listId AND returned_at IS NULL', { listId }) === undefined) return
  if (isKeptByHold(db, listId)) return
  db.run('DELETE FROM action_list_rows WHERE list_id = :listId', { listId })
  // Rows of a case that is hidden from who discards it are still there, and the list with them.
  db.run('DELETE FROM action_lists WHERE id = :listId AND NOT EXISTS (SELECT 1 FROM main.action_list_rows r WHERE r.list_id = :listId)', {
    listId,
  })
}

export function markReturned(db: WriteDb, listId: ActionListId, now: IsoInstant): void {
  db.run('UPDATE action_lists SET returned_at = :now WHERE id = :listId', { listId, now })
}
