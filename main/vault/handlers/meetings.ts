import {
  agencyExists,
  agendaCandidates,
  agendaOf,
  attendanceOf,
  closeMeeting,
  currentListingOf,
  findMeeting,
  insertListing,
  insertMeeting,
  isRestricted,
  listReferrals,
  listMeetings,
  openMeeting,
  saveAttendance,
  saveOrder,
  updateMeeting,
  worksFor,
  type WriteDb,
} from '#db'
import { orderAgenda } from '#domain/agenda.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { MeetingId } from '#domain/ids.ts'
import { accept, refuse } from '#domain/refusal.ts'
import type { Handlers } from '../handler.ts'
import { putOnAgenda, takeOffAgenda } from './agenda-places.ts'
import { callEmergency } from './call-emergency.ts'
import { guardsOf } from './guard.ts'

/** What stands for the people of a restricted case until it is opened (domain.md R6). */
const unnamed = { victimName: '', perpetratorName: '' } as const

/** Puts what is not yet heard into the meeting's order; what was heard keeps its place at the front. */
function putInOrder(db: WriteDb, meetingId: MeetingId, today: IsoDate): void {
  const agenda = agendaOf(db, meetingId, today)
  const heard = agenda.filter((item) => item.outcome !== 'waiting')
  const waiting = orderAgenda(agenda.filter((item) => item.outcome === 'waiting'))
  saveOrder(
    db,
    [...heard, ...waiting].map((item) => item.listingId),
  )
}

export const meetingHandlers: Handlers<'meetings'> = {
  list: (db) => accept(listMeetings(db)),
  get: (db, { meetingId }, { today }) => {
    const meeting = findMeeting(db, meetingId)
    if (!meeting) return refuse({ code: 'notFound', what: 'meeting' })
    const agenda = agendaOf(db, meetingId, today)
    const guards = guardsOf(db, meetingId, agenda)
    const sealed = new Set(guards.filter((guard) => guard.isRestricted && guard.isSealed).map(({ listingId }) => listingId))
    const candidates = meeting.state === 'closed' ? [] : agendaCandidates(db, meetingId)
    return accept({
      ...meeting,
      agenda: agenda.map((item) => (sealed.has(item.listingId) ? { ...item, ...unnamed } : item)),
      candidates: candidates.map((candidate) => (isRestricted(db, candidate.caseId) ? { ...candidate, ...unnamed } : candidate)),
      guards,
      attendance: attendanceOf(db, meetingId),
      currentListingId: currentListingOf(db, meetingId),
    })
  },
  schedule: (db, draft) => accept(insertMeeting(db, draft)),
  change: (db, { meetingId, draft }) => {
    const meeting = findMeeting(db, meetingId)
    if (!meeting) return refuse({ code: 'notFound', what: 'meeting' })
    if (meeting.state === 'closed') return refuse({ code: 'meetingClosed' })
    updateMeeting(db, meetingId, draft)
    return accept(meetingId)
  },
  fillAgenda: (db, { meetingId }, { today }) => {
    const meeting = findMeeting(db, meetingId)
    if (!meeting) return refuse({ code: 'notFound', what: 'meeting' })
    if (meeting.state === 'closed') return refuse({ code: 'meetingClosed' })
    const candidates = agendaCandidates(db, meetingId)
    for (const { caseId, referralId, why } of candidates) {
      listReferrals(db, caseId, insertListing(db, meetingId, caseId, referralId, why))
    }
    // Filling an agenda that lacks nothing must not undo an order made by hand.
    if (candidates.length > 0) putInOrder(db, meetingId, today)
    return accept({ added: candidates.length })
  },
  addToAgenda: (db, { meetingId, caseId, referralId }) => putOnAgenda(db, meetingId, caseId, referralId),
  removeFromAgenda: (db, { listingId }) => takeOffAgenda(db, listingId),
  callEmergency: (db, call, context) => callEmergency(db, call, context),
  reorderAgenda: (db, { meetingId, order }, { today }) => {
    const meeting = findMeeting(db, meetingId)
    if (!meeting) return refuse({ code: 'notFound', what: 'meeting' })
    if (meeting.state === 'closed') return refuse({ code: 'meetingClosed' })
    const known = new Set(agendaOf(db, meetingId, today).map((item) => item.listingId))
    const isWhole = order.length === known.size && new Set(order).size === order.length && order.every((id) => known.has(id))
    if (!isWhole) return refuse({ code: 'changedMeanwhile', what: 'meeting' })
    saveOrder(db, order)
    return accept(null)
  },
  recordAttendance: (db, change, { now }) => {
    const meeting = findMeeting(db, change.meetingId)
    if (!meeting) return refuse({ code: 'notFound', what: 'meeting' })
    if (meeting.state === 'closed') return refuse({ code: 'meetingClosed' })
    if (!agencyExists(db, change.agencyId)) return refuse({ code: 'notFound', what: 'agency' })
    if (change.personId !== null && !worksFor(db, change.personId, change.agencyId)) return refuse({ code: 'notFound', what: 'person' })
    // Only somebody in the room can declare.
    saveAttendance(db, { ...change, hasDeclared: change.hasDeclared && change.presence === 'present' }, now)
    return accept(null)
  },
  open: (db, { meetingId }, { now }) => {
    const meeting = findMeeting(db, meetingId)
    if (!meeting) return refuse({ code: 'notFound', what: 'meeting' })
    if (meeting.state === 'closed') return refuse({ code: 'meetingClosed' })
    if (!hasEverybodyDeclared(db, meetingId)) return refuse({ code: 'declarationMissing' })
    openMeeting(db, meetingId, now)
    return accept(null)
  },
  close: (db, { meetingId }, { now, today }) => {
    const meeting = findMeeting(db, meetingId)
    if (!meeting) return refuse({ code: 'notFound', what: 'meeting' })
    if (meeting.state !== 'open') return refuse({ code: meeting.state === 'closed' ? 'meetingClosed' : 'meetingNotOpen' })
    const left = agendaOf(db, meetingId, today).filter((item) => item.outcome === 'waiting')
    if (left.length > 0) return refuse({ code: 'casesNotHandled', references: left.map((item) => item.caseReference) })
    closeMeeting(db, meetingId, now)
    return accept({ closedAt: now })
  },
}

/** True where somebody is present and all who are have made the confidentiality declaration (domain.md R10). */
export function hasEverybodyDeclared(db: Parameters<typeof attendanceOf>[0], meetingId: MeetingId): boolean {
  const present = attendanceOf(db, meetingId).filter((row) => row.presence === 'present')
  return present.length > 0 && present.every((row) => row.declaredAt !== null)
}
