import { draftForms } from '#domain/draft-key.ts'
import type Database from 'better-sqlite3-multiple-ciphers'
import type { ReadDb } from './handles.ts'

const narrowedSql = "SELECT 1 FROM temp.sqlite_schema WHERE name = 'hidden_cases'"

type Column = { readonly name: string }

/** The cases that a merge `m` moved from the record that went: it is in them again once the merge is taken back. */
const casesOfGone = `(SELECT value AS id FROM json_each(m.content, '$.victimIn') UNION SELECT value FROM json_each(m.content, '$.perpetratorIn')
    UNION SELECT case_id FROM main.case_ties WHERE id IN (SELECT value FROM json_each(m.content, '$.ties')))`

/** The cases that the record which stayed would then be in. */
const casesOfKept = `(SELECT id FROM main.cases WHERE victim_id = m.kept_id UNION SELECT id FROM main.cases WHERE perpetrator_id = m.kept_id
    UNION SELECT case_id FROM main.case_ties WHERE person_id = m.kept_id EXCEPT SELECT id FROM ${casesOfGone})`

/** Whether somebody who is in these cases is in hidden ones and in no other. */
const wouldBeHidden = (cases: string) => `(EXISTS (SELECT 1 FROM ${cases} WHERE id IN (SELECT id FROM temp.hidden_cases))
  AND NOT EXISTS (SELECT 1 FROM ${cases} g JOIN main.cases c ON c.id = g.id WHERE c.id NOT IN (SELECT id FROM temp.hidden_cases)))`

/** What is hidden, as sets of ids that are asked anew with every statement: whoever is hidden from a further case needs no new session. */
const hiddenSets = (slotId: string) => `
CREATE TEMP VIEW hidden_cases AS SELECT case_id AS id FROM main.case_hidden_holders WHERE slot_id = '${slotId}';
CREATE TEMP VIEW hidden_listings AS SELECT id FROM main.listings WHERE case_id IN (SELECT id FROM temp.hidden_cases);
CREATE TEMP VIEW hidden_actions AS SELECT id FROM main.actions WHERE case_id IN (SELECT id FROM temp.hidden_cases);
CREATE TEMP VIEW hidden_referrals AS SELECT id FROM main.referrals WHERE case_id IN (SELECT id FROM temp.hidden_cases);
CREATE TEMP VIEW hidden_entries AS SELECT id FROM main.case_entries WHERE case_id IN (SELECT id FROM temp.hidden_cases);
CREATE TEMP VIEW hidden_people AS
  SELECT p.id FROM (
    SELECT victim_id AS id FROM main.cases WHERE id IN (SELECT id FROM temp.hidden_cases)
    UNION SELECT perpetrator_id FROM main.cases WHERE id IN (SELECT id FROM temp.hidden_cases)
    UNION SELECT person_id FROM main.case_ties WHERE case_id IN (SELECT id FROM temp.hidden_cases)) p
  WHERE NOT EXISTS (SELECT 1 FROM main.cases c WHERE c.victim_id = p.id AND c.id NOT IN (SELECT id FROM temp.hidden_cases))
    AND NOT EXISTS (SELECT 1 FROM main.cases c WHERE c.perpetrator_id = p.id AND c.id NOT IN (SELECT id FROM temp.hidden_cases))
    AND NOT EXISTS (SELECT 1 FROM main.case_ties t WHERE t.person_id = p.id AND t.case_id NOT IN (SELECT id FROM temp.hidden_cases));
CREATE TEMP VIEW hidden_merges AS SELECT m.id, m.gone_id FROM main.person_merges m WHERE ${wouldBeHidden(casesOfGone)} OR ${wouldBeHidden(casesOfKept)};
CREATE TEMP VIEW hidden_ids_of_people AS SELECT id FROM temp.hidden_people UNION SELECT gone_id FROM temp.hidden_merges;
CREATE TEMP TABLE IF NOT EXISTS changes_all (is_so INTEGER NOT NULL);
`

/** The set that a column points into, by its name: a table made later is covered as soon as it has such a column. */
const sets: readonly (readonly [RegExp, string])[] = [
  [/^(?:\w+_)?case_id$/, 'hidden_cases'],
  [/^(?:\w+_)?listing_id$/, 'hidden_listings'],
  [/^action_id$/, 'hidden_actions'],
  [/^referral_id$/, 'hidden_referrals'],
  [/^entry_id$/, 'hidden_entries'],
]

/** Columns with other names that point at people. */
const peopleColumns: Readonly<Record<string, readonly string[]>> = {
  case_ties: ['person_id'],
  distinct_people: ['first_id', 'second_id'],
}

/** The tables whose rows are what is hidden themselves. */
const ownId: Readonly<Record<string, string>> = { cases: 'hidden_cases', people: 'hidden_people', person_merges: 'hidden_merges' }

const notIn = (column: string, set: string) => `(${column} IS NULL OR ${column} NOT IN (SELECT id FROM temp.${set}))`

const listOf = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

/** A draft is hidden with what it is of; one that is of no case, where it names somebody hidden. */
function draftIsOpen(row: string): string {
  const form = `substr(${row}key, 1, instr(${row}key, ':') - 1)`
  const id = `CAST(substr(${row}key, instr(${row}key, ':') + 1) AS INTEGER)`
  const { none: _, ...nouns } = draftForms
  const sets = { case: 'hidden_cases', referral: 'hidden_referrals', listing: 'hidden_listings', action: 'hidden_actions' } as const
  const own = (['case', 'referral', 'listing', 'action'] as const).map(
    (noun) => `${form} IN (${listOf(nouns[noun])}) AND ${id} IN (SELECT id FROM temp.${sets[noun]})`,
  )
  const namesThem = `EXISTS (SELECT 1 FROM main.people p WHERE p.id IN (SELECT id FROM temp.hidden_people)
    AND length(p.name) > 3 AND instr(lower(${row}content), lower(p.name)) > 0)`
  return `NOT (${own.join(' OR ')} OR ${form} NOT IN (${listOf(Object.values(nouns).flat())}) AND ${namesThem})`
}

/** An entry of the log is hidden where it says that it is of a hidden case, or of somebody who is in no other. */
const logIsOpen = (row: string) => {
  const fact = (name: string) =>
    `CAST(substr(${row}subject, instr(' ' || ${row}subject, ' ${name}=') + ${String(name.length + 1)}) AS INTEGER)`
  const says = (name: string) => `instr(' ' || ${row}subject, ' ${name}=') > 0`
  const namesPerson = ['personId', 'keptId', 'goneId', 'oneId', 'otherId'].map(
    (name) => `OR ${says(name)} AND ${fact(name)} IN (SELECT id FROM temp.hidden_ids_of_people)`,
  )
  return `NOT (${says('caseId')} AND ${fact('caseId')} IN (SELECT id FROM temp.hidden_cases)
    OR ${says('otherCaseId')} AND ${fact('otherCaseId')} IN (SELECT id FROM temp.hidden_cases)
    OR ${says('listingId')} AND ${fact('listingId')} IN (SELECT id FROM temp.hidden_listings)
    OR ${says('actionId')} AND ${fact('actionId')} IN (SELECT id FROM temp.hidden_actions)
    OR ${says('referralId')} AND ${fact('referralId')} IN (SELECT id FROM temp.hidden_referrals)
    OR ${says('entryId')} AND ${fact('entryId')} IN (SELECT id FROM temp.hidden_entries)
    OR ${says('mergeId')} AND ${fact('mergeId')} IN (SELECT id FROM temp.hidden_merges)
    ${namesPerson.join(' ')})`
}

/** When a row may be seen; null for a table that tells nothing of a case. `row` is `old.` in a trigger and empty in a view. */
function openCondition(table: string, columns: readonly Column[], row: string): string | null {
  if (table === 'drafts') return draftIsOpen(row)
  if (table === 'audit_entries') return logIsOpen(row)
  const own = ownId[table]
  const named = columns.flatMap(({ name }) => {
    const set = sets.find(([pattern]) => pattern.test(name))?.[1]
    // What is running in a meeting is hidden, not the meeting.
    return set === undefined || name.startsWith('current_') ? [] : [notIn(`${row}"${name}"`, set)]
  })
  const people = (peopleColumns[table] ?? []).map((name) => notIn(`${row}"${name}"`, 'hidden_people'))
  const all = [...(own === undefined ? [] : [notIn(`${row}"id"`, own)]), ...named, ...people]
  return all.length === 0 ? null : all.join(' AND ')
}

/** What SQLite keeps up itself of a case: it must stay true of a hidden one too. */
const keptUp: Readonly<Record<string, readonly string[]>> = { cases: ['names_key'] }

/** A row's reference to a referral or a listing does not make the row one of its case; only these tables have no `case_id` of their own. */
function shown(table: string, { name }: Column): string {
  return table === 'meetings' && name === 'current_listing_id'
    ? `CASE WHEN ${notIn('current_listing_id', 'hidden_listings')} THEN current_listing_id END AS current_listing_id`
    : `"${name}"`
}

function hideTable(connection: Database.Database, table: string): void {
  const columns = connection.prepare<[string], Column>("SELECT name FROM pragma_table_info(?, 'main')").all(table)
  const isMeetings = table === 'meetings'
  const condition = openCondition(table, columns, '')
  if (condition === null && !isMeetings) return
  const select = columns.map((column) => shown(table, column)).join(', ')
  connection.exec(`CREATE TEMP VIEW "${table}" AS SELECT ${select} FROM main."${table}" WHERE ${condition ?? 'true'}`)
  const guarded = openCondition(table, columns, 'old.')
  // The log is only added to, and its chain holds over all of it; a view has no rows of its own.
  if (guarded === null || table === 'audit_entries' || table === 'children') return
  const changeable = columns.filter(({ name }) => !(keptUp[table] ?? []).includes(name)).map(({ name }) => `"${name}"`)
  for (const [name, event] of [
    ['keep', `UPDATE OF ${changeable.join(', ')}`],
    ['stay', 'DELETE'],
  ])
    connection.exec(
      `CREATE TEMP TRIGGER "hidden_${table}_${name}" BEFORE ${event} ON main."${table}"
        WHEN NOT (${guarded}) AND NOT EXISTS (SELECT 1 FROM temp.changes_all) BEGIN SELECT RAISE(IGNORE); END`,
    )
}

/**
 * Hides from a connection what the holder of a slot may not see (domain.md R6): every table that tells of a case gets a view of the same name that
 * stands before it, so that no query can forget to leave out what is hidden, and a trigger that lets no change reach it. Nothing is done where nothing is
 * hidden from the slot. Answers whether it was. It is a door within the program: the key of the store is the same for all.
 */
export function hideCases(connection: Database.Database, slotId: string): boolean {
  if (!/^[0-9a-f]{16}$/.test(slotId)) throw new Error('no slot of a key file')
  if (connection.prepare(narrowedSql).get() !== undefined) return false
  // A store of an earlier version that is only read has no restrictions yet.
  if (connection.prepare("SELECT 1 FROM main.sqlite_schema WHERE name = 'case_hidden_holders'").get() === undefined) return false
  if (connection.prepare('SELECT 1 FROM main.case_hidden_holders WHERE slot_id = ? LIMIT 1').get(slotId) === undefined) return false
  const tables = connection
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND (type = 'table' OR (type = 'view' AND name = 'children')) AND name NOT LIKE 'sqlite_%'`,
    )
    .all()
  connection.transaction(() => {
    connection.exec(hiddenSets(slotId))
    for (const { name } of tables) hideTable(connection, name)
  })()
  return true
}

/**
 * Shows everything for the length of `work`, which must not answer any request: SQLite writes a file anew by the names of its tables, and would come
 * upon the views.
 */
export function withAllShown(connection: Database.Database, slotId: string | null, work: () => void): void {
  const made = connection
    .prepare<[], { type: string; name: string }>(
      "SELECT type, name FROM temp.sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY type",
    )
    .all()
  for (const { type, name } of made) connection.exec(`DROP ${type} temp."${name}"`)
  try {
    work()
  } finally {
    if (slotId !== null) hideCases(connection, slotId)
  }
}

/**
 * Lets changes reach what is hidden too, for the length of `work`: for what must stay true of every case, like who its people are. What is hidden is
 * still not read but by `main.`.
 */
export function changingAll<T>(connection: Database.Database, work: () => T): T {
  if (connection.prepare(narrowedSql).get() === undefined) return work()
  connection.exec('INSERT INTO temp.changes_all VALUES (1)')
  try {
    return work()
  } finally {
    connection.exec('DELETE FROM temp.changes_all')
  }
}

/** Whether anything may be hidden here: counts that are known without counting are then not to be trusted. */
export function mayHide(db: ReadDb): boolean {
  return db.get(narrowedSql) !== undefined
}
