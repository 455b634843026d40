import type { CaseId, PersonId, TieId } from '#domain/ids.ts'
import type { CasePeople, PersonInCase, Tie, TieDraft } from '#domain/people/tie.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { deletePeopleInNoCase } from '../people.ts'
import { appearancesOf, findPerson } from './records.ts'

const tieColumns = `id, case_id AS caseId, person_id AS personId, role, side, is_safe_to_talk_to AS isSafeToTalkTo, lives_with AS livesWith, note, version`

export function findTie(db: ReadDb, id: TieId): Tie | undefined {
  return db.get(`SELECT ${tieColumns} FROM case_ties WHERE id = :id`, { id })
}

export function tiesOfCase(db: ReadDb, caseId: CaseId): readonly Tie[] {
  return db.all(`SELECT ${tieColumns} FROM case_ties WHERE case_id = :caseId ORDER BY id`, { caseId })
}

export function insertTie(db: WriteDb, caseId: CaseId, personId: PersonId, tie: TieDraft): TieId {
  const { id } = db.run(
    `INSERT INTO case_ties (case_id, person_id, role, side, is_safe_to_talk_to, lives_with, note)
     VALUES (:caseId, :personId, :role, :side, :isSafeToTalkTo, :livesWith, :note)`,
    { caseId, personId, ...tie },
  )
  touchCase(db, caseId)
  return id as TieId
}

export function updateTie(db: WriteDb, id: TieId, { role, side, isSafeToTalkTo, livesWith, note }: TieDraft): void {
  db.run(
    `UPDATE case_ties SET role = :role, side = :side, is_safe_to_talk_to = :isSafeToTalkTo, lives_with = :livesWith, note = :note, version = version + 1
     WHERE id = :id`,
    { id, role, side, isSafeToTalkTo, livesWith, note },
  )
  touchCaseOfTie(db, id)
}

/** Takes somebody out of a case; who is then in no case is deleted. */
export function deleteTie(db: WriteDb, id: TieId): void {
  const personId = findTie(db, id)?.personId
  touchCaseOfTie(db, id)
  db.run('DELETE FROM case_ties WHERE id = :id', { id })
  if (personId !== undefined) deletePeopleInNoCase(db, [personId])
}

/** The form of a case lists its children: it must not be saved over a newer list. */
function touchCase(db: WriteDb, caseId: CaseId): void {
  db.run('UPDATE cases SET version = version + 1 WHERE id = :caseId', { caseId })
}

function touchCaseOfTie(db: WriteDb, id: TieId): void {
  db.run('UPDATE cases SET version = version + 1 WHERE id = (SELECT case_id FROM case_ties WHERE id = :id)', { id })
}

/** Everybody of a case, each with the other cases in which they are. */
export function peopleOfCase(db: ReadDb, caseId: CaseId): CasePeople | undefined {
  const parties = db.get<{ victimId: number; perpetratorId: number }>(
    'SELECT victim_id AS victimId, perpetrator_id AS perpetratorId FROM cases WHERE id = :caseId',
    { caseId },
  )
  if (!parties) return undefined
  const inCase = (id: number): PersonInCase => {
    const person = findPerson(db, id)
    if (!person) throw new Error('a case without its person')
    return { person, elsewhere: appearancesOf(db, id).filter((appearance) => appearance.caseId !== caseId) }
  }
  return {
    caseId,
    victim: inCase(parties.victimId),
    perpetrator: inCase(parties.perpetratorId),
    ties: tiesOfCase(db, caseId).map((tie) => ({ tie, ...inCase(tie.personId) })),
  }
}
