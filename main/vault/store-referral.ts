import {
  entriesOfCase,
  fillGaps,
  insertCase,
  insertEntry,
  insertReferral,
  pairHistory,
  type Recording,
  refreshLatestReferral,
  rejudgePair,
  reopenCase,
  sectorOfAgency,
  type WriteDb,
} from '#db'
import type { CaseId, ImportId, ReferralId } from '#domain/ids.ts'
import { entriesOf, withoutPrivileged } from '#domain/record/entry.ts'
import { Incident } from '#domain/record/incident.ts'
import { fromAgency } from '#domain/record/provenance.ts'
import type { ReferralDraft } from '#domain/referral.ts'
import { judgeRepeat, type RepeatVerdict } from '#domain/repeat.ts'
import type { RepeatRule } from '#domain/repeat-rule.ts'
import type { z } from 'zod'

type Recorded = { readonly referralId: ReferralId; readonly caseId: CaseId; readonly caseReference: string; readonly repeat: RepeatVerdict }

/** What a referral says to have happened, with its kind, stands in the record of the case as an incident. */
function keepIncident(db: WriteDb, caseId: CaseId, draft: ReferralDraft, importId: ImportId | null, recording: Recording): void {
  const { incidentKind, incidentOn, receivedOn, sourceAgencyId } = draft
  if (incidentKind === null || incidentOn === null) return
  const content = Incident.parse({
    kind: 'incident',
    incident: incidentKind,
    on: incidentOn,
    identifiedOn: incidentOn > receivedOn ? null : receivedOn,
    identifiedBy: sourceAgencyId,
  } satisfies z.input<typeof Incident>)
  const provenance = fromAgency(sourceAgencyId, sectorOfAgency(db, sourceAgencyId), receivedOn)
  // Two agencies, or two rows of a spreadsheet, may tell of one incident. What is known of it in confidence alone has not been said to the team.
  const entries = entriesOfCase(db, caseId)
  const isThere = entriesOf(provenance.isPrivileged ? entries : withoutPrivileged(entries), 'incident').some(
    (entry) => entry.content.incident === incidentKind && entry.content.on === incidentOn,
  )
  if (isThere) return
  insertEntry(db, { caseId, content, provenance }, recording, importId)
}

/** Stores one referral on a known case or a new one. The repeat criterion is what the team's rule says, or what the referrer says. */
export function storeReferral(
  db: WriteDb,
  draft: ReferralDraft,
  known: { readonly id: CaseId; readonly reference: string } | null,
  importId: ImportId | null,
  rule: RepeatRule,
  recording: Recording,
): Recorded {
  const onCase = known ?? insertCase(db, draft, Number(draft.receivedOn.slice(0, 4)), importId)
  if (known) {
    fillGaps(db, known.id, draft)
    // Referred anew, it is a case again (domain.md 3.2): a closed one would wait for a meeting unseen.
    reopenCase(db, known.id)
  }
  const repeat = judgeRepeat(pairHistory(db, onCase.id), draft, rule)
  const referralId = insertReferral(db, onCase.id, draft, importId)
  keepIncident(db, onCase.id, draft, importId, recording)
  // Those that came before in time, but were entered later, and the later ones that now have it behind them, are judged with it.
  rejudgePair(db, onCase.id, rule)
  refreshLatestReferral(db, onCase.id)
  return { referralId, caseId: onCase.id, caseReference: onCase.reference, repeat }
}
