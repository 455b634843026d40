import { daysBetween, type IsoDate } from '#domain/dates.ts'
import type { AgencyId, CaseId, MeetingId } from '#domain/ids.ts'
import type { MeetingState } from '#domain/meeting.ts'
import type { ReadDb } from './handles.ts'

const OPEN = `status IN ('proposed', 'agreed', 'inProgress')`

/** The meeting to prepare or to carry on: an open one first, then the next scheduled, or one whose day has passed unheld. */
export function nextMeeting(db: ReadDb) {
  return (
    db.get<{ id: MeetingId; heldOn: IsoDate; startsAt: string; state: MeetingState; cases: number; minutesPlanned: number }>(
      `SELECT m.id, m.held_on AS heldOn, m.starts_at AS startsAt, m.state,
         (SELECT count(*) FROM listings l WHERE l.meeting_id = m.id) AS cases,
         (SELECT count(*) FROM listings l WHERE l.meeting_id = m.id) * m.minutes_per_case AS minutesPlanned
       FROM meetings m WHERE m.state <> 'closed' ORDER BY m.state = 'open' DESC, m.held_on, m.id LIMIT 1`,
    ) ?? null
  )
}

export function waitingReferralCount(db: ReadDb, today: IsoDate): { readonly count: number; readonly oldestDays: number | null } {
  const found = db.get<{ n: number; oldest: IsoDate | null }>(
    `SELECT count(*) AS n, min(received_on) AS oldest FROM referrals WHERE state IN ('open', 'deferred')`,
  )
  return { count: found?.n ?? 0, oldestDays: found?.oldest ? daysBetween(found.oldest, today) : null }
}

/** Overdue promises by agency, most first. */
export function overdueByAgency(
  db: ReadDb,
  today: IsoDate,
): readonly { readonly agencyId: AgencyId; readonly agencyName: string; readonly count: number }[] {
  return db.all(
    `SELECT a.agency_id AS agencyId, g.name AS agencyName, count(*) AS count FROM actions a JOIN agencies g ON g.id = a.agency_id
     WHERE a.${OPEN} AND a.due_on < :today GROUP BY a.agency_id ORDER BY count(*) DESC, g.name LIMIT 50`,
    { today },
  )
}

/** Cases with a plan that holds no safety action, or heard without any action at all: both are shown (design, victim safety). */
export function casesWithoutSafetyAction(db: ReadDb): readonly { readonly caseId: CaseId; readonly reference: string }[] {
  return db.all(
    `SELECT c.id AS caseId, c.reference FROM cases c
     WHERE c.closed_on IS NULL
       AND (EXISTS (SELECT 1 FROM actions a WHERE a.case_id = c.id AND a.${OPEN})
         OR (NOT EXISTS (SELECT 1 FROM actions a WHERE a.case_id = c.id)
           AND EXISTS (SELECT 1 FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.case_id = c.id AND l.outcome = 'discussed' AND m.state = 'closed')))
       AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.case_id = c.id AND a.is_safety_action = 1 AND a.status NOT IN ('superseded', 'withdrawn', 'notPossible', 'notUndertaken'))
     ORDER BY c.id LIMIT 50`,
  )
}

/** Newest lists that went out and were not answered since, by whichever version the agency had. */
export function listsToReturn(db: ReadDb): number {
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM action_lists l
       WHERE l.returned_at IS NULL AND l.version = (SELECT max(version) FROM action_lists k WHERE k.meeting_id = l.meeting_id AND k.agency_id = l.agency_id)
         AND NOT EXISTS (SELECT 1 FROM action_lists k WHERE k.meeting_id = l.meeting_id AND k.agency_id = l.agency_id AND k.returned_at >= l.made_at)`,
    )?.n ?? 0
  )
}

export function storeTotals(db: ReadDb, today: IsoDate) {
  const totals = db.get<{ cases: number; agencies: number; openActions: number; overdueActions: number }>(
    `SELECT (SELECT count(*) FROM cases) AS cases, (SELECT count(*) FROM agencies WHERE is_archived = 0) AS agencies,
       (SELECT count(*) FROM actions WHERE ${OPEN}) AS openActions, (SELECT count(*) FROM actions WHERE ${OPEN} AND due_on < :today) AS overdueActions`,
    { today },
  )
  if (!totals) throw new Error('counting gave no row')
  return totals
}
