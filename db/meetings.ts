import type { IsoInstant } from '#domain/dates.ts'
import type { AgencyId, ListingId, MeetingId, TeamPersonId } from '#domain/ids.ts'
import type { AttendanceChange, AttendanceRow, MeetingDraft, MeetingRow, Presence } from '#domain/meeting.ts'
import type { ReadDb, WriteDb } from './handles.ts'

const meetingColumns = `m.id, m.kind, m.held_on AS heldOn, m.starts_at AS startsAt, m.place, m.chair, m.minutes_per_case AS minutesPerCase, m.state,
  (SELECT count(*) FROM listings l WHERE l.meeting_id = m.id) AS caseCount,
  (SELECT count(*) FROM listings l WHERE l.meeting_id = m.id AND l.outcome = 'discussed') AS discussedCount,
  (SELECT count(*) FROM actions a WHERE a.meeting_id = m.id) AS actionCount`

/** All meetings, newest first. */
export function listMeetings(db: ReadDb): readonly MeetingRow[] {
  return db.all(`SELECT ${meetingColumns} FROM meetings m ORDER BY m.held_on DESC, m.id DESC`)
}

export function findMeeting(db: ReadDb, id: MeetingId): MeetingRow | undefined {
  return db.get(`SELECT ${meetingColumns} FROM meetings m WHERE m.id = :id`, { id })
}

export function currentListingOf(db: ReadDb, id: MeetingId): ListingId | null {
  return db.get<{ current: ListingId | null }>('SELECT current_listing_id AS current FROM meetings WHERE id = :id', { id })?.current ?? null
}

export function insertMeeting(db: WriteDb, draft: MeetingDraft): MeetingId {
  const { id } = db.run(
    `INSERT INTO meetings (kind, held_on, starts_at, place, chair, minutes_per_case, state)
     VALUES (:kind, :heldOn, :startsAt, :place, :chair, :minutesPerCase, 'scheduled')`,
    draft,
  )
  return id as MeetingId
}

export function updateMeeting(db: WriteDb, id: MeetingId, draft: MeetingDraft): void {
  db.run(
    `UPDATE meetings SET kind = :kind, held_on = :heldOn, starts_at = :startsAt, place = :place, chair = :chair, minutes_per_case = :minutesPerCase
     WHERE id = :id`,
    { id, ...draft },
  )
}

export function openMeeting(db: WriteDb, id: MeetingId, now: IsoInstant): void {
  db.run(`UPDATE meetings SET state = 'open', opened_at = coalesce(opened_at, :now) WHERE id = :id`, { id, now })
}

export function closeMeeting(db: WriteDb, id: MeetingId, now: IsoInstant): void {
  db.run(`UPDATE meetings SET state = 'closed', closed_at = :now, current_listing_id = NULL WHERE id = :id`, { id, now })
}

export function setCurrentListing(db: WriteDb, id: MeetingId, listingId: ListingId | null): void {
  db.run('UPDATE meetings SET current_listing_id = :listingId WHERE id = :id', { id, listingId })
}

type StoredAttendance = {
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly is_core: number
  readonly personId: TeamPersonId | null
  readonly personName: string
  readonly presence: Presence
  readonly declaredAt: IsoInstant | null
}

/**
 * Who is expected, core agencies first: every agency that is not archived, by its representative unless somebody else was recorded for this
 * meeting, and whatever was recorded for agencies archived since.
 */
export function attendanceOf(db: ReadDb, meetingId: MeetingId): readonly AttendanceRow[] {
  return db
    .all<StoredAttendance>(
      `SELECT g.id AS agencyId, g.name AS agencyName, g.is_core,
         CASE WHEN t.agency_id IS NULL THEN p.id ELSE t.person_id END AS personId,
         coalesce(t.person_name, p.name, '') AS personName,
         coalesce(t.presence, 'expected') AS presence, t.declared_at AS declaredAt
       FROM agencies g
       LEFT JOIN attendance t ON t.agency_id = g.id AND t.meeting_id = :meetingId
       LEFT JOIN team_people p ON p.id = (
         SELECT id FROM team_people q WHERE q.agency_id = g.id ORDER BY CASE q.role WHEN 'representative' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END, q.id LIMIT 1)
       WHERE g.is_archived = 0 OR t.agency_id IS NOT NULL
       ORDER BY g.is_core DESC, g.name COLLATE NOCASE`,
      { meetingId },
    )
    .map(({ is_core: isCore, ...row }) => ({ ...row, isCore: isCore === 1 }))
}

/** Records one agency's place at the table. The moment of a declaration made before is kept. */
export function saveAttendance(db: WriteDb, change: AttendanceChange, now: IsoInstant): void {
  db.run(
    `INSERT INTO attendance (meeting_id, agency_id, person_id, person_name, presence, declared_at)
     VALUES (:meetingId, :agencyId, :personId, :personName, :presence, CASE WHEN :hasDeclared THEN :now END)
     ON CONFLICT (meeting_id, agency_id) DO UPDATE SET person_id = excluded.person_id, person_name = excluded.person_name,
       presence = excluded.presence,
       declared_at = CASE WHEN :hasDeclared THEN coalesce(CASE WHEN person_name IS excluded.person_name THEN declared_at END, excluded.declared_at) END`,
    {
      meetingId: change.meetingId,
      agencyId: change.agencyId,
      personId: change.personId,
      personName: change.personName,
      presence: change.presence,
      hasDeclared: Number(change.hasDeclared),
      now,
    },
  )
}
