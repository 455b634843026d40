import { findCase, findMeeting, insertEntry, insertMeeting, waitingPlace, type WriteDb } from '#db'
import type { ParsedOf, Operations } from '#contract'
import type { EntryId, ListingId, MeetingId } from '#domain/ids.ts'
import { Provenance } from '#domain/record/provenance.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import type { Context } from '../context.ts'
import { putOnAgenda, takeOffAgenda } from './agenda-places.ts'

type Call = ParsedOf<Operations['meetings']['callEmergency']>
type Called = { readonly meetingId: MeetingId; readonly listingId: ListingId; readonly entryId: EntryId }

/** The emergency meeting that is meant, called where there is none yet; with its day. */
function meetingOf(db: WriteDb, { meeting }: Call, { today }: Context): Result<{ readonly id: MeetingId; readonly heldOn: string }> {
  const wrong = (path: string) => refuse({ code: 'invalidInput', fields: [{ path: `meeting.${path}`, problem: 'notAllowed' }] })
  if (meeting.kind === 'known') {
    const found = findMeeting(db, meeting.meetingId)
    if (!found) return refuse({ code: 'notFound', what: 'meeting' })
    if (found.state === 'closed') return refuse({ code: 'meetingClosed' })
    return found.kind === 'emergency' ? accept({ id: found.id, heldOn: found.heldOn }) : wrong('meetingId')
  }
  const { heldOn, startsAt, place, chair } = meeting
  if (heldOn < today) return wrong('heldOn')
  return accept({ id: insertMeeting(db, { kind: 'emergency', heldOn, startsAt, place, chair, minutesPerCase: 15 }), heldOn })
}

/**
 * Has a case heard by an emergency meeting (domain.md 3.1): calls the meeting, takes the case off a later agenda that awaits it, puts it on this one with
 * its waiting referrals, and keeps the reason as a note of its record; all of it or nothing. Refused where the case is closed, or a meeting that is no
 * later awaits it already.
 */
export function callEmergency(db: WriteDb, call: Call, context: Context): Result<Called> {
  const { caseId, reason } = call
  const found = findCase(db, caseId)
  if (!found) return refuse({ code: 'notFound', what: 'case' })
  if (found.state === 'closed') return refuse({ code: 'changedMeanwhile', what: 'case' })
  const meeting = meetingOf(db, call, context)
  if (!meeting.ok) return meeting
  const place = waitingPlace(db, caseId)
  if (place) {
    if (place.meetingState === 'open' || place.meetingId === meeting.value.id || place.heldOn < meeting.value.heldOn)
      return refuse({ code: 'alreadyThere', what: 'case', name: found.reference })
    const taken = takeOffAgenda(db, place.listingId)
    if (!taken.ok) return taken
  }
  const listing = putOnAgenda(db, meeting.value.id, caseId, null)
  if (!listing.ok) return listing
  const content = { kind: 'note', on: context.today, text: reason } as const
  const entryId = insertEntry(db, { caseId, content, provenance: Provenance.parse({}) }, { at: context.now, by: context.actor })
  return accept({ meetingId: meeting.value.id, listingId: listing.value, entryId })
}
