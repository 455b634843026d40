import type { ConflictAnswer, ConflictSource, WhoLeft } from '#domain/conflict.ts'
import type { IsoInstant } from '#domain/dates.ts'
import type { AgencyId, CaseId, ListingId, MeetingId } from '#domain/ids.ts'
import type { ReadDb, WriteDb } from './handles.ts'

type Stored = Omit<ConflictAnswer, 'stands'> & { readonly is_standing: number }

/** Everything said at a meeting about who is close to which case. */
export function conflictAnswers(db: ReadDb, meetingId: MeetingId): readonly ConflictAnswer[] {
  return db
    .all<Stored>(
      `SELECT agency_id AS agencyId, person_name AS personName, case_id AS caseId, said_by AS saidBy, stands AS is_standing, said_at AS saidAt
       FROM case_conflicts WHERE meeting_id = :meetingId ORDER BY agency_id, case_id, said_by`,
      { meetingId },
    )
    .map(({ is_standing: isStanding, ...answer }) => ({ ...answer, stands: isStanding === 1 }))
}

type Said = {
  readonly meetingId: MeetingId
  readonly agencyId: AgencyId
  readonly personName: string
  readonly saidBy: ConflictSource
  readonly at: IsoInstant
  readonly by: string
}

/** Puts what one source says of each case in the place of what it said before. */
export function keepConflictAnswers(
  db: WriteDb,
  { meetingId, agencyId, personName, saidBy, at, by }: Said,
  answers: readonly { readonly caseId: CaseId; readonly stands: boolean }[],
): void {
  for (const { caseId, stands } of answers)
    db.run(
      `INSERT INTO case_conflicts (meeting_id, agency_id, person_name, case_id, said_by, stands, said_at, recorded_by)
       VALUES (:meetingId, :agencyId, :personName, :caseId, :saidBy, :stands, :at, :by)
       ON CONFLICT (meeting_id, agency_id, person_name, case_id, said_by)
       DO UPDATE SET stands = excluded.stands, said_at = excluded.said_at, recorded_by = excluded.recorded_by`,
      { meetingId, agencyId, personName, caseId, saidBy, stands: Number(stands), at, by },
    )
}

/** The confirmations by which a place on an agenda was opened: who had left at each. */
export function openingsOf(db: ReadDb, listingId: ListingId): readonly WhoLeft[] {
  return db
    .all<{ names: string }>('SELECT have_left AS names FROM guarded_openings WHERE listing_id = :listingId ORDER BY id', { listingId })
    .map(({ names }) => JSON.parse(names) as WhoLeft)
}

export function keepOpening(db: WriteDb, listingId: ListingId, left: WhoLeft, at: IsoInstant, by: string): void {
  db.run('INSERT INTO guarded_openings (listing_id, opened_at, opened_by, have_left) VALUES (:listingId, :at, :by, :left)', {
    listingId,
    at,
    by,
    left: JSON.stringify(left),
  })
}

/** Whether a case is restricted from anybody. */
export function isRestricted(db: ReadDb, caseId: CaseId): boolean {
  return db.get('SELECT 1 FROM case_restrictions WHERE case_id = :caseId', { caseId }) !== undefined
}
