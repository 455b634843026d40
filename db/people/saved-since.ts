import type { EditSubject } from '#domain/record/edit.ts'
import { PersonDetails } from '#domain/people/details.ts'
import { PersonContent } from '#domain/people/person-record.ts'
import type { SavedSince } from '#domain/people/unmerge.ts'
import type { PersonDraft } from '#domain/person.ts'
import type { ReadDb } from '../handles.ts'
import type { Snapshot, StoredRow } from '../record/snapshots.ts'
import type { StoredMerge } from './merges.ts'
import type { ChildRow } from './snapshots.ts'

type EditRow = { readonly caseId: number; readonly subject: string; readonly before: string; readonly after: string }
type CaseState = { readonly victim: PersonDraft; readonly perpetrator: PersonDraft }
type CaseSnapshot = { readonly state: CaseState; readonly childRows?: readonly ChildRow[] }

function contentOfRow(row: StoredRow): PersonContent {
  const { name, date_of_birth: dateOfBirth, address, phone, details } = row
  return PersonContent.parse({ name, dateOfBirth, address, phone, details: PersonDetails.parse(JSON.parse(String(details))) })
}

/** How a person stood in a snapshot that the journal kept; null where the snapshot does not say. */
function contentIn(db: ReadDb, snapshot: string, subject: EditSubject, personId: number): PersonContent | null {
  // What `readSubject` gave, as the journal kept it.
  if (subject.kind === 'person') return contentOfRow((JSON.parse(snapshot) as Snapshot).state as StoredRow)
  const { state, childRows } = JSON.parse(snapshot) as CaseSnapshot
  const isThe = (column: 'victim_id' | 'perpetrator_id') =>
    db.get(`SELECT 1 FROM main.cases WHERE id = :caseId AND ${column} = :personId`, { caseId: subject.id, personId }) !== undefined
  if (isThe('victim_id')) return PersonContent.parse(state.victim)
  if (isThe('perpetrator_id')) return PersonContent.parse(state.perpetrator)
  const child = childRows?.find(({ person }) => person['id'] === personId)
  return child ? contentOfRow(child.person) : null
}

/** What was saved of a merged person since, oldest first, by the journals of all cases; what was undone was not saved. To be asked before it is parted. */
export function savedSince(db: ReadDb, merge: StoredMerge): readonly SavedSince[] {
  const ofTies = db.all<{ id: number }>(`SELECT case_id AS id FROM main.case_ties WHERE id IN (SELECT value FROM json_each(:ties))`, {
    ties: JSON.stringify(merge.ties),
  })
  const casesOfGone = new Set([...merge.victimIn, ...merge.perpetratorIn, ...ofTies.map(({ id }) => id)])
  const personId = merge.kept.id
  return db
    .all<EditRow>(
      `SELECT case_id AS caseId, subject, before, after FROM main.case_edits
       WHERE is_undone = 0 AND (id > :lastEdit OR at > :at) AND before IS NOT NULL AND after IS NOT NULL
         AND (subject ->> '$.kind' = 'case' OR (subject ->> '$.kind' = 'person' AND subject ->> '$.id' = :personId)) ORDER BY id`,
      { at: merge.at, lastEdit: merge.lastEdit ?? null, personId },
    )
    .flatMap(({ caseId, subject, before, after }): SavedSince[] => {
      const what = JSON.parse(subject) as EditSubject
      const [was, is] = [contentIn(db, before, what, personId), contentIn(db, after, what, personId)]
      return was && is ? [{ of: casesOfGone.has(caseId) ? 'gone' : 'kept', before: was, after: is }] : []
    })
}
