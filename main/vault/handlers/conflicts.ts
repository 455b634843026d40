import { agendaOf, attendanceOf, conflictAnswers, findMeeting, keepConflictAnswers, listAgencies, peopleOfCase, type ReadDb } from '#db'
import { conflictMatches } from '#domain/conflict-match.ts'
import { seatDeclaration } from '#domain/conflict.ts'
import type { ListingRecord } from '#db'
import { accept, refuse } from '#domain/refusal.ts'
import type { Handlers } from '../handler.ts'

/** Everybody of a case on the agenda, for the eyes of the comparison alone. */
function peopleOn(db: ReadDb, { listingId, caseId, caseReference }: ListingRecord) {
  const people = peopleOfCase(db, caseId)
  if (!people) return []
  const parties = [
    { role: 'victim', person: people.victim.person },
    { role: 'perpetrator', person: people.perpetrator.person },
    ...people.ties.map(({ tie, person }) => ({ role: tie.role, person })),
  ] as const
  return parties.map(({ role, person }) => ({
    listingId,
    caseId,
    caseReference,
    role,
    names: [person.name, ...person.details.aliases],
    employer: person.details.employer,
  }))
}

export const conflictHandlers: Handlers<'conflicts'> = {
  of: (db, { meetingId }, { today }) => {
    if (!findMeeting(db, meetingId)) return refuse({ code: 'notFound', what: 'meeting' })
    const agenda = agendaOf(db, meetingId, today)
    const answers = conflictAnswers(db, meetingId)
    const attendance = attendanceOf(db, meetingId)
    const seats = attendance.map(({ agencyId, agencyName, personName, presence }) => ({ agencyId, agencyName, personName, presence }))
    const contacts = listAgencies(db, false).flatMap((agency) =>
      agency.people.map(({ name }) => ({ agencyId: agency.id, agencyName: agency.name, name })),
    )
    const team = [...seats.map(({ personName, ...seat }) => ({ ...seat, name: personName })), ...contacts]
    return accept({
      seats: seats.map((seat) =>
        seatDeclaration(
          seat,
          agenda.map(({ caseId }) => caseId),
          answers,
        ),
      ),
      matches: conflictMatches(
        team.map(({ agencyId, agencyName, name }) => ({ agencyId, agencyName, name })),
        agenda.flatMap((item) => peopleOn(db, item)),
      ),
    })
  },
  declare: (db, { meetingId, agencyId, saidBy, caseIds }, { now, today, actor }) => {
    const meeting = findMeeting(db, meetingId)
    if (!meeting) return refuse({ code: 'notFound', what: 'meeting' })
    if (meeting.state === 'closed') return refuse({ code: 'meetingClosed' })
    const seat = attendanceOf(db, meetingId).find((each) => each.agencyId === agencyId)
    if (!seat) return refuse({ code: 'notFound', what: 'agency' })
    const onAgenda = agendaOf(db, meetingId, today).map(({ caseId }) => caseId)
    if (caseIds.some((caseId) => !onAgenda.includes(caseId))) return refuse({ code: 'changedMeanwhile', what: 'meeting' })
    const said = { meetingId, agencyId, personName: seat.personName, saidBy, at: now, by: actor }
    keepConflictAnswers(
      db,
      said,
      onAgenda.map((caseId) => ({ caseId, stands: caseIds.includes(caseId) })),
    )
    return accept({ conflicts: new Set(caseIds).size })
  },
}
