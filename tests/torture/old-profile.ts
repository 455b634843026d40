import { type Dump, dumpOf } from '../fixtures/stores/dump.ts'
import { openStored, unpackStored } from '../fixtures/stores/stored.ts'

/** Enough rows that a change of their tables is many pages. In the columns of the first schema. */
const bulk = [
  `INSERT INTO people (id, name, name_key, address)
   WITH RECURSIVE n (i) AS (SELECT 101 UNION ALL SELECT i + 1 FROM n WHERE i < 1300)
   SELECT i, 'Invented ' || i, 'invented ' || i, i || ' Invented Row, Fablewood' FROM n`,
  `INSERT INTO cases (id, reference, victim_id, perpetrator_id, safe_contact, names_key)
   SELECT id, 'HR-2025-' || id, id, id + 600, '{"kind":"doNotContact","note":""}', name_key || '|invented ' || (id + 600) FROM people WHERE id BETWEEN 101 AND 700`,
  `INSERT INTO listings (id, meeting_id, case_id, type, position, outcome) SELECT id, 1, id, 'new', id, 'discussed' FROM cases WHERE id > 100`,
  `INSERT INTO actions (id, reference, case_id, listing_id, meeting_id, agency_id, description, due_on, status, is_safety_action)
   SELECT id, 'A-' || id, id, id, 1, 1, 'Call about the lock of ' || id || ' Invented Row and tell the police what was found', '2026-02-01', 'agreed', 0 FROM cases WHERE id > 100`,
  `INSERT INTO action_events SELECT id, 1, '2026-01-15T09:40:00.000Z', 'Xanthe Underhill-Gray', 'meeting', '{"kind":"created","status":"agreed"}', '' FROM actions WHERE id > 100`,
]

/** Lays a data folder as the first version left it, with some thousand rows; answers what it holds. */
export async function makeOldProfile(folder: string): Promise<Dump> {
  await unpackStored(1, folder)
  const store = openStored(folder)
  store.write((db) => {
    for (const sql of bulk) db.run(sql)
  })
  const dump = dumpOf(store)
  store.close()
  return dump
}
