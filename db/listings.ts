import type { IsoDate } from '#domain/dates.ts'
import type { CaseId, ListingId, MeetingId, ReferralId, SharedFactId, StatedRiskId } from '#domain/ids.ts'
import type {
  AgendaCandidate,
  AgendaItem,
  ListingOutcome,
  ListingType,
  MeetingState,
  SharedFact,
  SharedFactDraft,
  StatedRisk,
} from '#domain/meeting.ts'
import type { RiskTool } from '#domain/risk-tool.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { highCases } from './record/case-marks.ts'
import { unprivilegedRisk } from './record/latest-risk.ts'
import { riskOf } from './referral-rows.ts'

type StoredAgendaItem = Omit<AgendaItem, 'hasChildren' | 'risk' | 'isHigh'> & {
  readonly has_children: number
  readonly is_confided: number
  readonly risk_tool: RiskTool | null
  readonly risk_score: number | null
  readonly risk_assessed_on: IsoDate | null
  readonly meetingId: MeetingId
  readonly referralId: ReferralId | null
}

export type ListingRecord = AgendaItem & { readonly meetingId: MeetingId; readonly referralId: ReferralId | null }

const listingSelect = `SELECT l.id AS listingId, l.meeting_id AS meetingId, l.referral_id AS referralId, l.case_id AS caseId, c.reference AS caseReference,
    v.name AS victimName, p.name AS perpetratorName, l.type AS listingType, coalesce(c.children_count, 0) > 0 AS has_children, c.children_count AS childrenCount,
    coalesce(g.name, '') AS sourceAgencyName, c.last_risk_tool AS risk_tool, c.last_risk_score AS risk_score,
    c.last_risk_on AS risk_assessed_on,
    EXISTS (SELECT 1 FROM case_entries e WHERE e.case_id = c.id AND e.kind = 'assessment' AND e.is_privileged = 1) AS is_confided,
    (SELECT count(*) FROM actions a WHERE a.case_id = c.id AND a.status IN ('proposed', 'agreed', 'inProgress')) AS openActions,
    (SELECT count(*) FROM actions a WHERE a.case_id = c.id AND a.status IN ('proposed', 'agreed', 'inProgress') AND a.due_on < :today) AS overdueActions,
    l.outcome, l.defer_reason AS deferReason, l.seconds_spent AS secondsSpent, l.position
  FROM listings l JOIN cases c ON c.id = l.case_id JOIN people v ON v.id = c.victim_id JOIN people p ON p.id = c.perpetrator_id
  LEFT JOIN referrals r ON r.id = coalesce(l.referral_id, (SELECT q.id FROM referrals q WHERE q.case_id = c.id ORDER BY q.received_on DESC, q.id DESC LIMIT 1))
  LEFT JOIN agencies g ON g.id = r.source_agency_id`

function recordOf({
  has_children: hasChildren,
  is_confided: isConfided,
  risk_tool: tool,
  risk_score: score,
  risk_assessed_on: assessedOn,
  ...rest
}: StoredAgendaItem): Omit<ListingRecord, 'isHigh'> & { readonly isConfided: boolean } {
  return { ...rest, hasChildren: hasChildren === 1, isConfided: isConfided === 1, risk: riskOf(tool, score, assessedOn) }
}

/** The room reads these: no score that was given in confidence. That a case is high stays, for it says nothing of what she told. */
function withMarks(db: ReadDb, rows: readonly StoredAgendaItem[]): readonly ListingRecord[] {
  const records = rows.map(recordOf)
  const high = highCases(
    db,
    records.map(({ caseId }) => caseId),
  )
  return records.map(({ isConfided, ...record }) => ({
    ...record,
    risk: isConfided ? unprivilegedRisk(db, record.caseId) : record.risk,
    isHigh: high.has(record.caseId),
  }))
}

/** The agenda of a meeting, in its order. */
export function agendaOf(db: ReadDb, meetingId: MeetingId, today: IsoDate): readonly ListingRecord[] {
  return withMarks(
    db,
    db.all<StoredAgendaItem>(`${listingSelect} WHERE l.meeting_id = :meetingId ORDER BY l.position, l.id`, { meetingId, today }),
  )
}

export function findListingRecord(db: ReadDb, id: ListingId, today: IsoDate): ListingRecord | undefined {
  return withMarks(db, db.all<StoredAgendaItem>(`${listingSelect} WHERE l.id = :id`, { id, today }))[0]
}

/** Where a listing belongs; enough for most decisions. */
export function findListing(
  db: ReadDb,
  id: ListingId,
):
  | {
      readonly meetingId: MeetingId
      readonly caseId: CaseId
      readonly referralId: ReferralId | null
      readonly outcome: ListingOutcome
      readonly secondsSpent: number
    }
  | undefined {
  return db.get(
    `SELECT meeting_id AS meetingId, case_id AS caseId, referral_id AS referralId, outcome, seconds_spent AS secondsSpent FROM listings WHERE id = :id`,
    { id },
  )
}

/** By what the case of a place on an agenda is spoken of; '' where there is no such place. */
export function referenceOfListing(db: ReadDb, id: ListingId): string {
  return (
    db.get<{ reference: string }>('SELECT c.reference FROM listings l JOIN cases c ON c.id = l.case_id WHERE l.id = :id', { id })
      ?.reference ?? ''
  )
}

type StoredCandidate = Omit<AgendaCandidate, 'hasChildren'> & { readonly has_children: number }

/**
 * What could still be put on a meeting's agenda: cases with a waiting referral, and cases heard before whose actions are open. One line a case,
 * its oldest waiting referral leading.
 */
export function agendaCandidates(db: ReadDb, meetingId: MeetingId): readonly AgendaCandidate[] {
  return db
    .all<StoredCandidate>(
      `SELECT c.id AS caseId, r.id AS referralId, c.reference AS caseReference, v.name AS victimName, p.name AS perpetratorName,
         CASE WHEN r.state = 'deferred' THEN 'deferredBefore' WHEN r.id IS NULL THEN 'carriedOver' WHEN r.repeat = 1 THEN 'repeat' ELSE 'new' END AS why,
         r.received_on AS receivedOn, coalesce(c.children_count, 0) > 0 AS has_children,
         (SELECT count(*) FROM actions a WHERE a.case_id = c.id AND a.status IN ('proposed', 'agreed', 'inProgress')) AS openActions
       FROM cases c JOIN people v ON v.id = c.victim_id JOIN people p ON p.id = c.perpetrator_id
       LEFT JOIN referrals r ON r.id = (
         SELECT q.id FROM referrals q WHERE q.case_id = c.id AND q.state IN ('open', 'deferred') ORDER BY q.received_on, q.id LIMIT 1)
       WHERE c.closed_on IS NULL
         AND c.id IN (
           SELECT case_id FROM referrals WHERE state IN ('open', 'deferred')
           UNION SELECT a.case_id FROM actions a JOIN meetings m ON m.id = a.meeting_id
             WHERE a.status IN ('proposed', 'agreed', 'inProgress') AND m.state = 'closed')
         AND NOT EXISTS (SELECT 1 FROM listings l WHERE l.case_id = c.id AND l.meeting_id = :meetingId)
         AND NOT EXISTS (SELECT 1 FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.case_id = c.id AND l.outcome = 'waiting' AND m.state <> 'closed')
       ORDER BY r.received_on IS NULL, r.received_on, c.id`,
      { meetingId },
    )
    .map(({ has_children: hasChildren, ...row }) => ({ ...row, hasChildren: hasChildren === 1 }))
}

export function insertListing(
  db: WriteDb,
  meetingId: MeetingId,
  caseId: CaseId,
  referralId: ReferralId | null,
  type: ListingType,
): ListingId {
  const { id } = db.run(
    `INSERT INTO listings (meeting_id, case_id, referral_id, type, position, outcome)
     VALUES (:meetingId, :caseId, :referralId, :type, coalesce((SELECT max(position) + 1 FROM main.listings WHERE meeting_id = :meetingId), 0), 'waiting')`,
    { meetingId, caseId, referralId, type },
  )
  return id as ListingId
}

/** True where the case waits to be heard at a meeting that is not over. */
export function isWaitingToBeHeard(db: ReadDb, caseId: CaseId): boolean {
  return (
    db.get(
      `SELECT 1 FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.case_id = :caseId AND l.outcome = 'waiting' AND m.state <> 'closed'`,
      { caseId },
    ) !== undefined
  )
}

/** Where a case waits to be heard, at a meeting that is not over; undefined where it does not. */
export function waitingPlace(
  db: ReadDb,
  caseId: CaseId,
):
  | { readonly listingId: ListingId; readonly meetingId: MeetingId; readonly heldOn: IsoDate; readonly meetingState: MeetingState }
  | undefined {
  return db.get(
    `SELECT l.id AS listingId, m.id AS meetingId, m.held_on AS heldOn, m.state AS meetingState
     FROM listings l JOIN meetings m ON m.id = l.meeting_id
     WHERE l.case_id = :caseId AND l.outcome = 'waiting' AND m.state <> 'closed' ORDER BY m.held_on, m.id LIMIT 1`,
    { caseId },
  )
}

export function isListed(db: ReadDb, meetingId: MeetingId, caseId: CaseId): boolean {
  return db.get('SELECT 1 FROM listings WHERE meeting_id = :meetingId AND case_id = :caseId', { meetingId, caseId }) !== undefined
}

export function deleteListing(db: WriteDb, id: ListingId): void {
  db.run('DELETE FROM shared_facts WHERE listing_id = :id', { id })
  db.run('DELETE FROM stated_risks WHERE listing_id = :id', { id })
  db.run('DELETE FROM listings WHERE id = :id', { id })
}

/** Writes the places of an agenda, in the order of the ids given. */
export function saveOrder(db: WriteDb, order: readonly ListingId[]): void {
  order.forEach((id, position) => db.run('UPDATE listings SET position = :position WHERE id = :id', { id, position }))
}

export function setOutcome(db: WriteDb, id: ListingId, outcome: ListingOutcome, deferReason = ''): void {
  db.run('UPDATE listings SET outcome = :outcome, defer_reason = :deferReason WHERE id = :id', { id, outcome, deferReason })
}

/** Raises the time spent on a case; a late message never lowers it. */
export function keepSeconds(db: WriteDb, id: ListingId, seconds: number): void {
  db.run('UPDATE listings SET seconds_spent = max(seconds_spent, :seconds) WHERE id = :id', { id, seconds })
}

export function factsOf(db: ReadDb, listingId: ListingId): readonly SharedFact[] {
  return db.all(
    `SELECT f.id, f.agency_id AS agencyId, g.name AS agencyName, f.basis, f.text FROM shared_facts f JOIN agencies g ON g.id = f.agency_id
     WHERE f.listing_id = :listingId ORDER BY f.id`,
    { listingId },
  )
}

export function insertFact(db: WriteDb, draft: SharedFactDraft): SharedFactId {
  return db.run('INSERT INTO shared_facts (listing_id, agency_id, basis, text) VALUES (:listingId, :agencyId, :basis, :text)', draft)
    .id as SharedFactId
}

export function listingOfFact(db: ReadDb, id: SharedFactId): ListingId | undefined {
  return db.get<{ listingId: ListingId }>('SELECT listing_id AS listingId FROM shared_facts WHERE id = :id', { id })?.listingId
}

export function deleteFact(db: WriteDb, id: SharedFactId): void {
  db.run('DELETE FROM shared_facts WHERE id = :id', { id })
}

export function risksOf(db: ReadDb, listingId: ListingId): readonly StatedRisk[] {
  return db.all('SELECT id, text FROM stated_risks WHERE listing_id = :listingId ORDER BY id', { listingId })
}

export function insertRisk(db: WriteDb, listingId: ListingId, text: string): StatedRiskId {
  return db.run('INSERT INTO stated_risks (listing_id, text) VALUES (:listingId, :text)', { listingId, text }).id as StatedRiskId
}

export function listingOfRisk(db: ReadDb, id: StatedRiskId): ListingId | undefined {
  return db.get<{ listingId: ListingId }>('SELECT listing_id AS listingId FROM stated_risks WHERE id = :id', { id })?.listingId
}

export function deleteRisk(db: WriteDb, id: StatedRiskId): void {
  db.run('DELETE FROM stated_risks WHERE id = :id', { id })
}
