import type { IsoInstant } from '#domain/dates.ts'
import type { AgencyId, CaseId, ImportId } from '#domain/ids.ts'
import { PersonDetails } from '#domain/people/details.ts'
import { refreshLatestReferral } from './cases.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import {
  type CaseFacts,
  casesOfImport,
  type CaseTrace,
  entriesOfImport,
  factsOfCase,
  hangingOn,
  keptMarkOfAgency,
  keptMarkOfCase,
  markOfAgency,
  markOfCase,
  tieState,
  traceOf,
  writtenDetails,
} from './import-traces.ts'
import { deletePeopleInNoCase, peopleIdsOfCase } from './people.ts'
import { isHeld, touchesHeld } from './retention/holds.ts'

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const changedFacts = ({ before, after }: CaseTrace) =>
  Object.keys({ ...before, ...after }).filter((key) => !key.endsWith('.written') && (before[key] ?? null) !== ((after ?? {})[key] ?? null))

/** Whether what an import wrote into a known case stands as it left it, and nothing was built on it: then it can be taken back exactly. */
function standsAsLeft(db: ReadDb, importId: ImportId, caseId: CaseId, trace: CaseTrace): boolean {
  const now = factsOfCase(db, caseId)
  const isUnused =
    db.get(`SELECT 1 FROM referrals WHERE import_id = :importId AND case_id = :caseId AND (state <> 'open' OR listing_id IS NOT NULL)`, {
      importId,
      caseId,
    }) === undefined &&
    db.get(`SELECT 1 FROM listings l JOIN referrals r ON r.id = l.referral_id WHERE r.import_id = :importId AND r.case_id = :caseId`, {
      importId,
      caseId,
    }) === undefined
  const names = db.get(
    `SELECT 1 FROM case_entries e JOIN case_entries own ON own.id = e.content ->> '$.dependsOn'
     WHERE e.case_id = :caseId AND e.import_id IS NOT :importId AND own.import_id = :importId`,
    { importId, caseId },
  )
  return (
    isUnused &&
    names === undefined &&
    changedFacts(trace).every((key) => (now[key] ?? null) === (trace.after?.[key] ?? null)) &&
    isSame(entriesOfImport(db, importId, caseId), trace.entries) &&
    Object.entries(trace.ties).every(([id, state]) => tieState(db, Number(id)) === state)
  )
}

const caseFactColumns = new Set(['relationship', 'children_count', 'safe_contact', 'closed_on', 'closed_reason', 'closed_note'])
const personFactColumns = new Set(['date_of_birth', 'address', 'phone'])

/** Puts single facts of a case back. */
function putBack(db: WriteDb, caseId: CaseId, keys: readonly string[], before: CaseFacts): void {
  for (const key of keys) {
    const [noun = '', first = '', second = '', field = ''] = key.split('.')
    const value = before[key] ?? null
    if (noun === 'case' && caseFactColumns.has(first)) db.run(`UPDATE cases SET ${first} = :value WHERE id = :caseId`, { caseId, value })
    else if (second === 'details') putBackDetail(db, Number(first), field, value, before[writtenDetails(Number(first))] ?? null)
    else if (personFactColumns.has(second)) db.run(`UPDATE people SET ${second} = :value WHERE id = :id`, { id: Number(first), value })
    else throw new Error('no such fact of a case')
  }
  db.run('UPDATE cases SET version = version + 1 WHERE id = :caseId', { caseId })
}

function putBackDetail(db: WriteDb, id: number, field: string, value: string | number | null, written: string | number | null): void {
  const row = db.get<{ details: string }>('SELECT details FROM people WHERE id = :id', { id })
  if (!row) throw new Error('a fact of nobody')
  const { [field]: _now, ...others } = JSON.parse(row.details) as Record<string, unknown>
  const plain = (text: unknown) => JSON.stringify(PersonDetails.parse(text))
  const details = plain(value === null ? others : { ...others, [field]: JSON.parse(String(value)) as unknown })
  const isAsBefore = typeof written === 'string' && plain(JSON.parse(written)) === details
  db.run('UPDATE people SET details = :details WHERE id = :id', { id, details: isAsBefore ? written : details })
}

function takeBackKnown(db: WriteDb, importId: ImportId, caseId: CaseId, trace: CaseTrace): number {
  const { changes } = db.run('DELETE FROM referrals WHERE import_id = :importId AND case_id = :caseId', { importId, caseId })
  db.run('DELETE FROM case_entries WHERE import_id = :importId AND case_id = :caseId', { importId, caseId })
  for (const id of Object.keys(trace.ties).map(Number)) {
    const tie = db.get<{ personId: number }>('SELECT person_id AS personId FROM case_ties WHERE id = :id', { id })
    db.run('DELETE FROM case_ties WHERE id = :id', { id })
    if (tie) deletePeopleInNoCase(db, [tie.personId])
  }
  putBack(db, caseId, changedFacts(trace), trace.before)
  db.run('DELETE FROM import_gaps WHERE import_id = :importId AND case_id = :caseId', { importId, caseId })
  refreshLatestReferral(db, caseId)
  return changes
}

function takeBackMade(db: WriteDb, caseId: CaseId): number {
  const { changes } = db.run('DELETE FROM referrals WHERE case_id = :caseId', { caseId })
  const people = peopleIdsOfCase(db, caseId)
  db.run('DELETE FROM cases WHERE id = :caseId', { caseId })
  deletePeopleInNoCase(db, people)
  return changes
}

/** What goes with an agency. */
const ownOfAgency: ReadonlySet<string> = new Set(['team_people', 'import_agency_marks'])

/**
 * Whether anything speaks of an agency: a row that refers to it, or an entry that names it in what it says. Asked of all records, those too that are
 * hidden from who undoes: an agency that a hidden case speaks of cannot go.
 */
function isSpokenOf(db: ReadDb, id: AgencyId): boolean {
  return (
    hangingOn(db, 'agencies', ownOfAgency).some(
      ({ table, column }) => db.get(`SELECT 1 FROM main."${table}" WHERE "${column}" = :id LIMIT 1`, { id }) !== undefined,
    ) ||
    db.get(
      `SELECT 1 FROM main.case_entries n, json_tree(n.content) e
       WHERE e.key IN ('agencyId', 'heldBy', 'identifiedBy') AND e.type = 'integer' AND e.value = :id LIMIT 1`,
      { id },
    ) !== undefined
  )
}

export type UndoneImport = {
  /** How many referrals or agencies went. */
  readonly removed: number
  /** References of cases and names of agencies that stay: they were changed, or built on, since, or a hold keeps them. */
  readonly stays: readonly string[]
}

/**
 * Takes back what an import made and added, exactly: each case and each agency that stands as the import left it. What was changed or built on since
 * stays whole, and is named; so does a case on which a hold stands, and a known one with somebody of a held case, whose facts would be put back there too.
 */
export function undoImport(db: WriteDb, id: ImportId, now: IsoInstant): UndoneImport {
  const stays: string[] = []
  let referrals = 0
  for (const { id: caseId, reference, isMade } of casesOfImport(db, id)) {
    const trace = isMade ? null : traceOf(db, id, caseId)
    if (isHeld(db, caseId)) stays.push(reference)
    else if (isMade && keptMarkOfCase(db, id, caseId) === markOfCase(db, caseId)) referrals += takeBackMade(db, caseId)
    else if (trace && !touchesHeld(db, caseId) && standsAsLeft(db, id, caseId, trace)) referrals += takeBackKnown(db, id, caseId, trace)
    else stays.push(reference)
  }
  let agencies = 0
  for (const agency of db.all<{ id: AgencyId; name: string }>('SELECT id, name FROM agencies WHERE import_id = :id ORDER BY name', {
    id,
  })) {
    if (keptMarkOfAgency(db, id, agency.id) !== markOfAgency(db, agency.id) || isSpokenOf(db, agency.id)) stays.push(agency.name)
    else agencies += db.run('DELETE FROM agencies WHERE id = :id', { id: agency.id }).changes
  }
  db.run('UPDATE imports SET undone_at = :now WHERE id = :id', { id, now })
  const kind = db.get<{ kind: string }>('SELECT kind FROM imports WHERE id = :id', { id })?.kind
  return { removed: kind === 'agencies' ? agencies : referrals, stays }
}
