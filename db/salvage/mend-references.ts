import type { WriteDb } from '../handles.ts'

/** A question mark for every person and agency that is spoken of and lost, so that cases and actions are not lost with them. */
export function standIn(db: WriteDb): void {
  db.run(
    `INSERT INTO people (id, name, name_key)
     SELECT DISTINCT spoken.id, '?', '?' FROM (SELECT victim_id AS id FROM cases UNION SELECT perpetrator_id FROM cases UNION SELECT person_id FROM case_ties) spoken
     WHERE NOT EXISTS (SELECT 1 FROM people p WHERE p.id = spoken.id)`,
  )
  db.run(
    `INSERT INTO agencies (id, name, name_key, sector, is_core)
     SELECT DISTINCT spoken.id, '? ' || spoken.id, '? ' || spoken.id, 'other', 0
     FROM (SELECT source_agency_id AS id FROM referrals UNION SELECT agency_id FROM actions UNION SELECT agency_id FROM attendance
       UNION SELECT agency_id FROM shared_facts UNION SELECT agency_id FROM team_people UNION SELECT agency_id FROM action_lists
       UNION SELECT agency_id FROM case_hidden_agencies UNION SELECT agency_id FROM case_conflicts UNION SELECT said_by FROM case_entries WHERE said_by IS NOT NULL
       UNION SELECT e.value FROM case_entries n, json_tree(n.content) e WHERE e.key IN ('agencyId', 'heldBy', 'identifiedBy') AND e.type = 'integer') spoken
     WHERE NOT EXISTS (SELECT 1 FROM agencies a WHERE a.id = spoken.id)`,
  )
}

type Tie = { readonly table: string; readonly from: string; readonly parent: string; readonly to: string; readonly isNeeded: number }

const TIES = `
SELECT t.name AS "table", k."from" AS "from", k."table" AS parent, coalesce(k."to", 'id') AS "to", max(c."notnull" = 1 OR c.pk > 0) AS isNeeded
FROM pragma_table_list t, pragma_foreign_key_list(t.name) k, pragma_table_info(t.name) c
WHERE t.schema = 'main' AND t.type = 'table' AND c.name = k."from"
GROUP BY t.name, k.id`

/**
 * Cuts every tie to a row that is lost: the column becomes empty where it may be, and the row goes where it may not. Gives how many rows went, by
 * table. Rows that hang on one that goes go with it.
 */
export function dropHanging(db: WriteDb): ReadonlyMap<string, number> {
  const ties = db.all<Tie>(TIES)
  const dropped = new Map<string, number>()
  for (let changed = true; changed;) {
    changed = false
    for (const { table, from, parent, to, isNeeded } of ties) {
      const hanging = `"${from}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${parent}" p WHERE p."${to}" = "${table}"."${from}")`
      const { changes } =
        isNeeded === 1
          ? db.run(`DELETE FROM "${table}" WHERE ${hanging}`)
          : db.run(`UPDATE "${table}" SET "${from}" = NULL WHERE ${hanging}`)
      if (changes === 0) continue
      changed = true
      if (isNeeded === 1) dropped.set(table, (dropped.get(table) ?? 0) + changes)
    }
  }
  return dropped
}
