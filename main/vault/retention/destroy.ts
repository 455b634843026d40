import {
  eraseCase,
  holdOnCase,
  insertDestruction,
  keptItems,
  openClockDoubt,
  purgeActionList,
  purgeAuditEntries,
  purgeContactDetails,
  purgeDraft,
  purgeImportTraces,
  purgeMeetingNotes,
  purgeReview,
  type ReadDb,
  type WriteDb,
} from '#db'
import { assertNever } from '#domain/assert-never.ts'
import { addMonths, type IsoDate } from '#domain/dates.ts'
import type { CaseId, ImportId } from '#domain/ids.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import {
  type DestroyedCounts,
  type DestroyedRecord,
  type DestructionCandidate,
  type DestructionOrder,
  objectionTo,
} from '#domain/retention/destruction.ts'
import { itemsDue, type KeptItem } from '#domain/retention/due.ts'
import type { RecordKind } from '#domain/retention/record-kind.ts'
import { logUpTo, markLogStart } from '../audit/log-start.ts'
import type { Context } from '../context.ts'
import { readSchedule } from './schedule.ts'

type Candidate = DestructionCandidate & { readonly id: string; readonly since: IsoDate; readonly caseId: CaseId | null }

function isPartOfCase(kind: RecordKind): boolean {
  return kind === 'case' || kind === 'contactDetails' || kind === 'meetingNotes'
}

type OpenCase = { readonly reference: string; readonly closedOn: IsoDate | null }

/** A case may lose a part of itself on somebody's demand while it is still open; everything else must be kept for a time and named by the schedule. */
function candidateOf(
  db: ReadDb,
  kind: RecordKind,
  id: string,
  kept: ReadonlyMap<string, KeptItem>,
  due: ReadonlySet<string>,
  today: IsoDate,
): Candidate | null {
  const item = kept.get(id)
  if (!isPartOfCase(kind)) return item ? { ...item, isCaseClosed: null, isDue: due.has(id), caseId: null } : null
  const caseId = Number(id) as CaseId
  const found = db.get<OpenCase>('SELECT reference, closed_on AS closedOn FROM cases WHERE id = :caseId', { caseId })
  if (!found) return null
  const { reference, closedOn } = found
  const isHeld = holdOnCase(db, caseId) !== null
  return { id, reference, since: closedOn ?? today, caseId, isHeld, isCaseClosed: closedOn !== null, isDue: due.has(id) }
}

function destroyOne(
  db: WriteDb,
  kind: RecordKind,
  { id, caseId }: Candidate,
  auditKey: Uint8Array,
  cutOff: IsoDate | null,
): DestroyedCounts {
  switch (kind) {
    case 'case':
      return eraseCase(db, caseId ?? (0 as CaseId))
    case 'contactDetails':
      return purgeContactDetails(db, caseId ?? (0 as CaseId))
    case 'meetingNotes':
      return purgeMeetingNotes(db, caseId ?? (0 as CaseId))
    case 'actionLists':
      return purgeActionList(db, Number(id))
    case 'imports': {
      const [what, which = ''] = id.split(':')
      return what === 'gaps' ? purgeImportTraces(db, Number(which) as ImportId) : purgeReview(db, which)
    }
    case 'drafts':
      return purgeDraft(db, id)
    case 'auditEntries': {
      const upTo = cutOff === null ? null : logUpTo(db, cutOff)
      if (upTo === null) return { auditEntries: 0 }
      markLogStart(db, auditKey, upTo)
      return purgeAuditEntries(db, upTo)
    }
    default:
      return assertNever(kind)
  }
}

/** Carries out an order, all of it or nothing; the number of the destruction. Refused for what is held, too early, still open or no longer there. */
export function destroy(
  db: WriteDb,
  order: DestructionOrder,
  { now, today, actor }: Context,
  auditKey: Uint8Array,
): Result<{ readonly destruction: number }> {
  const { kind, reason } = order
  if (reason === 'schedule' && openClockDoubt(db) !== null) return refuse({ code: 'clockDoubtful' })
  const months = readSchedule(db).months[kind]
  const items = keptItems(db, kind)
  const kept = new Map(items.map((item) => [item.id, item]))
  const due = new Set(itemsDue(items, months, today).map(({ id }) => id))
  const candidates: Candidate[] = []
  for (const id of new Set(order.ids)) {
    const candidate = candidateOf(db, kind, id, kept, due, today)
    if (!candidate) return refuse({ code: 'notFound', what: isPartOfCase(kind) ? 'case' : 'destruction' })
    candidates.push(candidate)
  }
  const objection = objectionTo(order, candidates)
  if (objection) return objection
  const cutOff = months === null ? null : addMonths(today, -months)
  const records = candidates.map((candidate): DestroyedRecord & { readonly caseId: CaseId | null } => ({
    kind,
    reference: candidate.reference,
    since: candidate.since,
    caseId: candidate.caseId,
    counts: destroyOne(db, kind, candidate, auditKey, cutOff),
  }))
  return accept({ destruction: insertDestruction(db, { at: now, by: actor, reason }, records) })
}
