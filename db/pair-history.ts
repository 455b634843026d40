import type { IsoDate } from '#domain/dates.ts'
import type { CaseId, ImportId, PersonId, ReferralId } from '#domain/ids.ts'
import type { IncidentKind } from '#domain/record/incident.ts'
import type { ReferralState } from '#domain/referral.ts'
import { type FurtherIncident, judgeRepeat, type PairHistory, type RecordedIncident } from '#domain/repeat.ts'
import type { RepeatRule } from '#domain/repeat-rule.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { casesOfImport } from './import-traces.ts'

type PairReferral = FurtherIncident & {
  readonly id: ReferralId
  readonly caseId: CaseId
  readonly state: ReferralState
  /** What is stored: whether it is a repeat, by the rule or by what the referrer says. */
  readonly isRepeat: number
  readonly isSaid: number
}

type Pair = {
  /** In the order in which they came. */
  readonly referrals: readonly PairReferral[]
  readonly meetings: readonly IsoDate[]
  readonly incidents: readonly RecordedIncident[]
}

/**
 * What is known of the pair of a case, over all cases of the same two people: once people are merged, two cases may be of one pair. `store` names the
 * tables themselves where what is stored is judged: a repeat does not depend on who is at the keyboard. What is shown is read through the views.
 * What is privileged is left out: that a case is a repeat is said in the room.
 */
function readPair(db: ReadDb, caseId: CaseId, store: '' | 'main.'): Pair {
  const ofPair = `(SELECT o.id FROM ${store}cases c JOIN ${store}cases o ON o.victim_id = c.victim_id AND o.perpetrator_id = c.perpetrator_id
    WHERE c.id = :caseId)`
  return {
    referrals: db.all<PairReferral>(
      `SELECT r.id, r.case_id AS caseId, r.state, r.received_on AS receivedOn, r.incident_on AS incidentOn, r.incident_kind AS incidentKind,
         r.repeat AS isRepeat, r.repeat_said AS isSaid,
         (SELECT m.held_on FROM ${store}listings l JOIN ${store}meetings m ON m.id = l.meeting_id WHERE l.id = r.listing_id) AS heardOn
       FROM ${store}referrals r WHERE r.case_id IN ${ofPair} ORDER BY r.received_on, r.id`,
      { caseId },
    ),
    meetings: db
      .all<{ on: IsoDate }>(
        `SELECT m.held_on AS "on" FROM ${store}listings l JOIN ${store}meetings m ON m.id = l.meeting_id
         WHERE l.case_id IN ${ofPair} AND l.outcome = 'discussed'`,
        { caseId },
      )
      .map(({ on }) => on),
    incidents: db.all<{ on: IsoDate; kind: IncidentKind; identifiedOn: IsoDate }>(
      `SELECT on_date AS "on", content ->> '$.incident' AS kind, coalesce(content ->> '$.identifiedOn', on_date) AS identifiedOn
       FROM ${store}case_entries WHERE kind = 'incident' AND is_privileged = 0 AND on_date IS NOT NULL AND case_id IN ${ofPair}`,
      { caseId },
    ),
  }
}

/** What came before the referral at that place of the pair; before one that is yet to come, all of it. */
function historyBefore({ referrals, meetings, incidents }: Pair, index: number): PairHistory {
  return { referrals: referrals.slice(0, index).filter(({ state }) => state !== 'returned'), meetings, incidents }
}

/** What is known of the pair of a case, for a referral that is yet to come. */
export function pairHistory(db: ReadDb, caseId: CaseId): PairHistory {
  const pair = readPair(db, caseId, '')
  const { referrals, ...rest } = historyBefore(pair, pair.referrals.length)
  return {
    ...rest,
    referrals: referrals.map(({ receivedOn, incidentOn, incidentKind, heardOn }) => ({
      receivedOn,
      incidentOn,
      incidentKind,
      heardOn: heardOn ?? null,
    })),
  }
}

/** What was known of a pair before one of its referrals, and that referral; undefined where there is none such. */
export function pairHistoryBefore(
  db: ReadDb,
  caseId: CaseId,
  id: ReferralId,
): { readonly history: PairHistory; readonly referral: FurtherIncident } | undefined {
  const pair = readPair(db, caseId, '')
  const index = pair.referrals.findIndex((referral) => referral.id === id)
  const referral = pair.referrals[index]
  return referral && { history: historyBefore(pair, index), referral }
}

/** Writes whether a case is a repeat, from its newest referral. */
function refreshRepeat(db: WriteDb, caseId: CaseId): void {
  db.run(
    `UPDATE cases SET
       is_repeat = coalesce((SELECT repeat FROM main.referrals WHERE case_id = :caseId ORDER BY received_on DESC, id DESC LIMIT 1), 0)
     WHERE id = :caseId`,
    { caseId },
  )
}

/**
 * Judges each referral of the pair of a case anew and stores what has changed: an older one may have come in, or gone, or been turned down, an incident
 * may have come to be known, people been merged, the rule been set.
 */
export function rejudgePair(db: WriteDb, caseId: CaseId, rule: RepeatRule): void {
  const pair = readPair(db, caseId, 'main.')
  const changed = new Set<CaseId>()
  for (const [index, referral] of pair.referrals.entries()) {
    const isRepeat = Number(referral.isSaid === 1 || judgeRepeat(historyBefore(pair, index), referral, rule).kind === 'repeat')
    if (isRepeat === referral.isRepeat) continue
    db.run('UPDATE referrals SET repeat = :isRepeat WHERE id = :id', { isRepeat, id: referral.id })
    db.run(`UPDATE listings SET type = :type WHERE referral_id = :id AND outcome = 'waiting' AND type IN ('new', 'repeat')`, {
      type: isRepeat === 1 ? 'repeat' : 'new',
      id: referral.id,
    })
    changed.add(referral.caseId)
  }
  for (const each of changed) refreshRepeat(db, each)
}

/** One case of each pair that there is. */
export function everyPair(db: ReadDb): readonly CaseId[] {
  return db.all<{ id: CaseId }>('SELECT min(id) AS id FROM main.cases GROUP BY victim_id, perpetrator_id').map(({ id }) => id)
}

/** Cases of whom the two people are one of these. */
export function pairsOfPeople(db: ReadDb, ids: readonly PersonId[]): readonly CaseId[] {
  return ids.flatMap((id) =>
    db
      .all<{ id: CaseId }>('SELECT id FROM main.cases WHERE victim_id = :id UNION SELECT id FROM main.cases WHERE perpetrator_id = :id', {
        id,
      })
      .map((found) => found.id),
  )
}

/** The cases that an import made or added to, and those of the same pairs: what is judged anew once it is taken back. */
export function pairsOfImport(db: ReadDb, importId: ImportId): readonly CaseId[] {
  return casesOfImport(db, importId).flatMap((made) =>
    db
      .all<{ id: CaseId }>(
        `SELECT o.id FROM main.cases c JOIN main.cases o ON o.victim_id = c.victim_id AND o.perpetrator_id = c.perpetrator_id WHERE c.id = :caseId`,
        { caseId: made.id },
      )
      .map(({ id }) => id),
  )
}
