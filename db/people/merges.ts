import type { IsoInstant } from '#domain/dates.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Merge } from '#domain/people/merge.ts'
import { contentOf, type PersonContent, type PersonRecord } from '#domain/people/person-record.ts'
import { unmergedContents } from '#domain/people/unmerge.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { deletePeopleInNoCase } from '../people.ts'
import { findPerson, reinsertPerson, touchCasesOf, writePerson } from './records.ts'
import { savedSince } from './saved-since.ts'

export type StoredMerge = Merge & { readonly id: number; readonly at: IsoInstant; readonly by: string }

type MergeRow = { readonly id: number; readonly at: IsoInstant; readonly by: string; readonly content: string }

const mergeOf = ({ content, ...row }: MergeRow): StoredMerge => ({ ...row, ...(JSON.parse(content) as Merge) })

/** The merges that can be taken back, newest first. */
export function listMerges(db: ReadDb): readonly StoredMerge[] {
  return db.all<MergeRow>('SELECT id, at, by, content FROM person_merges ORDER BY id DESC LIMIT 200').map(mergeOf)
}

export function findMerge(db: ReadDb, id: number): StoredMerge | undefined {
  const row = db.get<MergeRow>('SELECT id, at, by, content FROM person_merges WHERE id = :id', { id })
  return row && mergeOf(row)
}

/** A case that two records are both in: as its victim and its perpetrator, or at least one of them as somebody else. */
export type Meeting = { readonly isOpposite: boolean; readonly reference: string }

/** Where two records meet in a case; null where in none. A case that is hidden from who asks counts where `isHiddenToo`. */
export function meetingInACase(db: ReadDb, one: PersonId, other: PersonId, isHiddenToo: boolean): Meeting | null {
  const from = isHiddenToo ? 'main.' : ''
  const found = db.get<{ parties: number; reference: string }>(
    `WITH ins (case_id, person_id, is_party) AS (
       SELECT id, victim_id, 1 FROM ${from}cases WHERE victim_id IN (:one, :other)
       UNION ALL SELECT id, perpetrator_id, 1 FROM ${from}cases WHERE perpetrator_id IN (:one, :other)
       UNION ALL SELECT case_id, person_id, 0 FROM ${from}case_ties WHERE person_id IN (:one, :other))
     SELECT a.is_party + b.is_party AS parties, c.reference FROM ins a JOIN ins b ON b.case_id = a.case_id JOIN ${from}cases c ON c.id = a.case_id
     WHERE a.person_id = :one AND b.person_id = :other ORDER BY parties DESC, c.reference LIMIT 1`,
    { one, other },
  )
  return found ? { isOpposite: found.parties === 2, reference: found.reference } : null
}

type Kept = { readonly kept: PersonRecord; readonly gone: PersonRecord; readonly after: PersonContent }

/**
 * Makes one record of two, and notes how both stood. Gives the number by which it is taken back. It holds in every case, also in one that is hidden
 * from who merges: half a merge would leave that case with somebody who is not there.
 */
export function mergePeople(db: WriteDb, people: Kept, at: IsoInstant, by: string): number {
  return db.changingAll(() => mergeEverywhere(db, people, at, by))
}

function mergeEverywhere(db: WriteDb, { kept, gone, after }: Kept, at: IsoInstant, by: string): number {
  const ids = (sql: string) => db.all<{ id: number }>(sql, { goneId: gone.id }).map(({ id }) => id)
  const move = { keptId: kept.id, goneId: gone.id }
  const merge: Merge = {
    kept,
    gone,
    after,
    victimIn: ids('SELECT id FROM main.cases WHERE victim_id = :goneId ORDER BY id'),
    perpetratorIn: ids('SELECT id FROM main.cases WHERE perpetrator_id = :goneId ORDER BY id'),
    ties: ids('SELECT id FROM main.case_ties WHERE person_id = :goneId ORDER BY id'),
    distinctFrom: db.all(
      `SELECT second_id AS id, at, by FROM main.distinct_people WHERE first_id = :goneId
       UNION ALL SELECT first_id, at, by FROM main.distinct_people WHERE second_id = :goneId`,
      { goneId: gone.id },
    ),
    lastEdit: db.get<{ id: number | null }>('SELECT max(id) AS id FROM main.case_edits')?.id ?? 0,
  }
  touchCasesOf(db, gone.id)
  db.run('UPDATE cases SET victim_id = :keptId WHERE victim_id = :goneId', move)
  db.run('UPDATE cases SET perpetrator_id = :keptId WHERE perpetrator_id = :goneId', move)
  db.run('UPDATE case_ties SET person_id = :keptId, version = version + 1 WHERE person_id = :goneId', move)
  // Merges into the record that goes now belong to the one that stays: they are taken back after this one.
  db.run('UPDATE person_merges SET kept_id = :keptId WHERE kept_id = :goneId', move)
  db.run('DELETE FROM people WHERE id = :goneId', { goneId: gone.id })
  db.run(`INSERT INTO last_ids (noun, id) VALUES ('people', :goneId) ON CONFLICT (noun) DO UPDATE SET id = max(id, excluded.id)`, {
    goneId: gone.id,
  })
  writePerson(db, kept.id, after)
  refreshNamesKeys(db, kept.id)
  return db.run('INSERT INTO person_merges (at, by, kept_id, gone_id, content) VALUES (:at, :by, :keptId, :goneId, :content)', {
    at,
    by,
    ...move,
    content: JSON.stringify(merge),
  }).id
}

/** Search finds a case by the names of the two who are in it now; the trigger on people sees only a name that changes. */
function refreshNamesKeys(db: WriteDb, personId: number): void {
  db.run(
    `UPDATE cases SET names_key = (
       SELECT v.name_key || '|' || p.name_key FROM main.people v, main.people p WHERE v.id = cases.victim_id AND p.id = cases.perpetrator_id)
     WHERE id IN (SELECT id FROM main.cases WHERE victim_id = :personId UNION SELECT id FROM main.cases WHERE perpetrator_id = :personId)`,
    { personId },
  )
}

/** True where the record that stayed has itself gone into another since: that merge is taken back first. */
export function isBuiltUpon(db: ReadDb, merge: StoredMerge): boolean {
  return findPerson(db, merge.kept.id) === undefined
}

/**
 * Takes a merge back, in every case: both records are as they stood, with what was saved since through their own cases. A record whose last case was
 * destroyed or left meanwhile does not come back.
 */
export function unmergePeople(db: WriteDb, merge: StoredMerge): void {
  db.changingAll(() => unmergeEverywhere(db, merge))
}

function unmergeEverywhere(db: WriteDb, merge: StoredMerge): void {
  const { kept, gone } = merge
  const now = findPerson(db, kept.id)
  if (!now) throw new Error('the record that stayed is not there')
  const contents = unmergedContents(contentOf(now), merge, savedSince(db, merge))
  reinsertPerson(db, { ...gone, version: gone.version + 1 })
  const move = { keptId: kept.id, goneId: gone.id }
  for (const id of merge.victimIn) db.run('UPDATE cases SET victim_id = :goneId WHERE id = :id AND victim_id = :keptId', { ...move, id })
  for (const id of merge.perpetratorIn)
    db.run('UPDATE cases SET perpetrator_id = :goneId WHERE id = :id AND perpetrator_id = :keptId', { ...move, id })
  for (const id of merge.ties)
    db.run('UPDATE case_ties SET person_id = :goneId, version = version + 1 WHERE id = :id AND person_id = :keptId', { ...move, id })
  for (const { id, at, by } of merge.distinctFrom) noteDistinct(db, gone.id, id, at, by)
  db.run('DELETE FROM person_merges WHERE id = :id', { id: merge.id })
  db.run(`UPDATE person_merges SET kept_id = :goneId WHERE kept_id = :keptId AND content ->> '$.kept.id' = :goneId`, move)
  writePerson(db, kept.id, contents.kept)
  writePerson(db, gone.id, contents.gone)
  refreshNamesKeys(db, kept.id)
  refreshNamesKeys(db, gone.id)
  deletePeopleInNoCase(db, [kept.id, gone.id])
}

/** Notes that two records are not one person, where both are there. */
export function noteDistinct(db: WriteDb, one: number, other: number, at: string, by: string): void {
  db.run(
    `INSERT INTO distinct_people (first_id, second_id, at, by)
     SELECT :first, :second, :at, :by WHERE EXISTS (SELECT 1 FROM main.people WHERE id = :first) AND EXISTS (SELECT 1 FROM main.people WHERE id = :second)
     ON CONFLICT DO NOTHING`,
    { first: Math.min(one, other), second: Math.max(one, other), at, by },
  )
}

export function forgetDistinct(db: WriteDb, one: number, other: number): number {
  return db.run('DELETE FROM distinct_people WHERE first_id = :first AND second_id = :second', {
    first: Math.min(one, other),
    second: Math.max(one, other),
  }).changes
}

/**
 * Forgets the merges that hold something of the given people: what was destroyed must not come back by taking a merge back. Answers how many went.
 */
export function forgetMergesOf(db: WriteDb, ids: readonly number[]): number {
  const forget = (id: number) =>
    db.run(`DELETE FROM person_merges WHERE kept_id = :id OR gone_id = :id OR content ->> '$.kept.id' = :id`, { id }).changes
  return db.changingAll(() => ids.reduce((sum, id) => sum + forget(id), 0))
}
