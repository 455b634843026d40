import type { CaseActionEvent, CaseHistory, Disclosure } from '#domain/case-history.ts'
import type { CaseId } from '#domain/ids.ts'
import type { ReadDb } from './handles.ts'

type StoredEvent = Omit<CaseActionEvent, 'change'> & { readonly change: string }
type StoredRow = Omit<Disclosure, 'rows'> & Disclosure['rows'][number]

function eventsOfCase(db: ReadDb, caseId: CaseId): readonly CaseActionEvent[] {
  return db
    .all<StoredEvent>(
      `SELECT e.action_id AS actionId, e.at, e.actor, e.source, e.change, e.reason
       FROM action_events e JOIN actions a ON a.id = e.action_id WHERE a.case_id = :caseId ORDER BY e.at, e.action_id, e.seq`,
      { caseId },
    )
    .map((row) => ({ ...row, change: JSON.parse(row.change) as CaseActionEvent['change'] }))
}

function disclosuresOfCase(db: ReadDb, caseId: CaseId): readonly Disclosure[] {
  const rows = db.all<StoredRow>(
    `SELECT l.id AS listId, l.agency_id AS agencyId, g.name AS agencyName, m.held_on AS meetingOn, l.version, l.made_at AS madeAt,
       l.returned_at AS returnedAt, r.action_id AS actionId, a.reference, r.outgoing
     FROM actions a JOIN action_list_rows r ON r.action_id = a.id JOIN action_lists l ON l.id = r.list_id
       JOIN meetings m ON m.id = l.meeting_id JOIN agencies g ON g.id = l.agency_id
     WHERE a.case_id = :caseId ORDER BY l.made_at, l.id, a.id`,
    { caseId },
  )
  const lists = new Map<number, Disclosure>()
  for (const { actionId, reference, outgoing, ...list } of rows) {
    const before = lists.get(list.listId)?.rows ?? []
    lists.set(list.listId, { ...list, rows: [...before, { actionId, reference, outgoing }] })
  }
  return [...lists.values()]
}

/** What befell the actions of a case, and which lists have left with them. */
export function historyOfCase(db: ReadDb, caseId: CaseId): CaseHistory {
  return { events: eventsOfCase(db, caseId), disclosures: disclosuresOfCase(db, caseId) }
}
