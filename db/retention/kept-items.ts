import { assertNever } from '#domain/assert-never.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { KeptItem } from '#domain/retention/due.ts'
import type { RecordKind } from '#domain/retention/record-kind.ts'
import type { ReadDb } from '../handles.ts'
import { heldCases, isHeldDraft } from './holds.ts'
import { hasContactDetails } from './purge.ts'

type Row = { readonly id: string; readonly reference: string; readonly since: IsoDate; readonly isHeld: number }

/** Closed cases, by what there is of them to destroy. */
function casesWith(condition: string): string {
  return `SELECT CAST(c.id AS TEXT) AS id, c.reference, c.closed_on AS since, c.id IN ${heldCases} AS isHeld FROM cases c
    WHERE c.closed_on IS NOT NULL AND ${condition} ORDER BY c.closed_on, c.id`
}

const caseHasContactDetails = `(EXISTS (SELECT 1 FROM people WHERE ${hasContactDetails}
    AND (people.id IN (c.victim_id, c.perpetrator_id) OR people.id IN (SELECT t.person_id FROM case_ties t WHERE t.case_id = c.id)))
  OR c.safe_contact NOT IN ('{"kind":"doNotContact","note":""}') OR EXISTS (SELECT 1 FROM import_gaps g WHERE g.case_id = c.id)
  OR EXISTS (SELECT 1 FROM case_edits e WHERE e.case_id = c.id)
  OR EXISTS (SELECT 1 FROM case_entries y WHERE y.case_id = c.id AND (y.kind = 'contactPoint' OR (y.kind = 'voice' AND y.content ->> '$.codeWord' <> ''))))`

const hasNotes = `EXISTS (SELECT 1 FROM listings l WHERE l.case_id = c.id AND (
  EXISTS (SELECT 1 FROM shared_facts f WHERE f.listing_id = l.id) OR EXISTS (SELECT 1 FROM stated_risks k WHERE k.listing_id = l.id)))`

// A local day is good enough for what is kept for months.
function sqlOf(kind: RecordKind): string {
  switch (kind) {
    case 'case':
      return casesWith('1')
    case 'contactDetails':
      return casesWith(caseHasContactDetails)
    case 'meetingNotes':
      return casesWith(hasNotes)
    case 'actionLists':
      return `SELECT CAST(l.id AS TEXT) AS id, substr(m.held_on, 1, 7) || '/' || l.agency_id || ' v' || l.version AS reference,
          substr(l.made_at, 1, 10) AS since,
          EXISTS (SELECT 1 FROM main.action_list_rows r JOIN main.actions a ON a.id = r.action_id
            WHERE r.list_id = l.id AND a.case_id IN ${heldCases}) AS isHeld
        FROM action_lists l JOIN meetings m ON m.id = l.meeting_id
        WHERE EXISTS (SELECT 1 FROM action_list_rows r WHERE r.list_id = l.id) ORDER BY l.made_at, l.id`
    case 'imports':
      return `SELECT 'gaps:' || i.id AS id, '#' || i.id AS reference, substr(i.at, 1, 10) AS since,
          EXISTS (SELECT 1 FROM main.import_gaps g WHERE g.import_id = i.id AND g.case_id IN ${heldCases}) AS isHeld
        FROM imports i WHERE EXISTS (SELECT 1 FROM import_gaps g WHERE g.import_id = i.id)
        UNION ALL SELECT 'review:' || kind, kind, substr(started_at, 1, 10), 0 FROM import_reviews WHERE started_at <> ''`
    case 'drafts':
      return `SELECT key AS id, substr(key, 1, instr(key, ':') - 1) AS reference, substr(saved_at, 1, 10) AS since, ${isHeldDraft} AS isHeld FROM drafts`
    case 'auditEntries':
      return `SELECT 'log' AS id, '1' AS reference, substr(at, 1, 10) AS since,
          EXISTS ${heldCases} AS isHeld
        FROM main.audit_entries WHERE seq = (SELECT min(seq) FROM main.audit_entries)`
    default:
      return assertNever(kind)
  }
}

/** Everything of a kind that is kept and has a day from which its time counts. A hold on any case holds the whole log. */
export function keptItems(db: ReadDb, kind: RecordKind): readonly KeptItem[] {
  return db.all<Row>(sqlOf(kind)).map(({ isHeld, ...row }) => ({ kind, ...row, isHeld: isHeld === 1 }))
}
