import { z } from 'zod'
import type { IsoInstant } from './dates.ts'
import { AgencyId, CaseId, ListingId, MeetingId } from './ids.ts'
import type { ConflictMatch } from './conflict-match.ts'
import type { Presence } from './meeting.ts'
import { nameKey } from './person.ts'

/** Who says that somebody at the table is close to a case: that person, or the coordinator for them. */
export const conflictSources = ['attendee', 'coordinator'] as const
export const ConflictSource = z.enum(conflictSources)
export type ConflictSource = z.infer<typeof ConflictSource>

/** One place at the table asked about the whole agenda: the cases it is too close to, or none. What was said before by the same source is replaced. */
export const ConflictDeclaration = z.strictObject({
  meetingId: MeetingId,
  agencyId: AgencyId,
  saidBy: ConflictSource,
  caseIds: z.array(CaseId).max(500),
})
export type ConflictDeclaration = z.infer<typeof ConflictDeclaration>

/** A case that concerns somebody in the room is opened once they have left; a restricted one by a second confirmation even where nobody had to. */
export const GuardedOpening = z.strictObject({
  listingId: ListingId,
  /** The agencies whose people have left the room, as the person who keeps the record says. */
  haveLeft: z.array(AgencyId).max(200),
})
export type GuardedOpening = z.infer<typeof GuardedOpening>

/** What one source said of one case for one place at the table. */
export type ConflictAnswer = {
  readonly agencyId: AgencyId
  readonly personName: string
  readonly caseId: CaseId
  readonly saidBy: ConflictSource
  readonly stands: boolean
  readonly saidAt: IsoInstant
}

/** One place at the table. */
export type Seat = { readonly agencyId: AgencyId; readonly agencyName: string; readonly personName: string; readonly presence: Presence }

/** Whom a case must not be heard by, and why: the case is restricted from the agency, or the person is too close to it. */
export type ConcernedSeat = Seat & { readonly why: 'restricted' | 'conflict' }

/** How a place on an agenda is guarded. */
export type AgendaGuard = {
  readonly listingId: ListingId
  readonly isRestricted: boolean
  readonly concerned: readonly ConcernedSeat[]
  /** It may be opened only by a second confirmation that names who has left. */
  readonly isSealed: boolean
}

/** How the declarations of one place at the table stand. */
export type SeatDeclaration = Seat & {
  /** Cases of the agenda that the person was not asked about. */
  readonly unanswered: number
  readonly conflicts: readonly { readonly caseId: CaseId; readonly saidBy: ConflictSource; readonly saidAt: IsoInstant }[]
}

/** What is known of conflicts at a meeting, and what is still to be asked before its agenda goes out. */
export type MeetingConflicts = {
  readonly seats: readonly SeatDeclaration[]
  readonly matches: readonly ConflictMatch[]
}

function isOf(answer: ConflictAnswer, seat: Seat): boolean {
  return answer.agencyId === seat.agencyId && nameKey(answer.personName) === nameKey(seat.personName)
}

/** Those at the table who must not hear a case: of an agency it is restricted from, or declared too close to it. Who is a declaration's person is told by name. */
export function concernedSeats(
  seats: readonly Seat[],
  caseId: CaseId,
  { hiddenFrom, answers }: { readonly hiddenFrom: readonly AgencyId[]; readonly answers: readonly ConflictAnswer[] },
): readonly ConcernedSeat[] {
  return seats.flatMap((seat): ConcernedSeat[] => {
    if (hiddenFrom.includes(seat.agencyId)) return [{ ...seat, why: 'restricted' }]
    return answers.some((answer) => answer.caseId === caseId && answer.stands && isOf(answer, seat)) ? [{ ...seat, why: 'conflict' }] : []
  })
}

/** Who left before an opening. */
export type WhoLeft = readonly { readonly agencyId: AgencyId; readonly personName: string }[]

/** Those of the concerned who are in the room now. */
export function mustLeave(concerned: readonly ConcernedSeat[]): readonly ConcernedSeat[] {
  return concerned.filter(({ presence }) => presence === 'present')
}

/**
 * True where a case must not be open: it is restricted, or somebody in the room must not hear it, and no opening says that all of those had left.
 * Whoever comes in later closes it again.
 */
export function isSealed(isRestricted: boolean, concerned: readonly ConcernedSeat[], openings: readonly WhoLeft[]): boolean {
  const inRoom = mustLeave(concerned)
  if (!isRestricted && inRoom.length === 0) return false
  return !openings.some((left) =>
    inRoom.every((seat) => left.some((gone) => gone.agencyId === seat.agencyId && nameKey(gone.personName) === nameKey(seat.personName))),
  )
}

/** How the declarations of a place at the table stand for the cases of the agenda. */
export function seatDeclaration(seat: Seat, caseIds: readonly CaseId[], answers: readonly ConflictAnswer[]): SeatDeclaration {
  const own = answers.filter((answer) => isOf(answer, seat) && caseIds.includes(answer.caseId))
  const said = new Set(own.filter(({ saidBy }) => saidBy === 'attendee').map(({ caseId }) => caseId))
  return {
    ...seat,
    unanswered: caseIds.filter((caseId) => !said.has(caseId)).length,
    conflicts: own.filter(({ stands }) => stands).map(({ caseId, saidBy, saidAt }) => ({ caseId, saidBy, saidAt })),
  }
}
