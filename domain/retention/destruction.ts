import { z } from 'zod'
import type { IsoDate, IsoInstant } from '../dates.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { RecordKind } from './record-kind.ts'

/** Why something is destroyed: a closed list, so that the certificate cannot say who somebody was. */
export const destructionReasons = ['schedule', 'personAsked', 'courtOrder', 'recordedInError'] as const
export const DestructionReason = z.enum(destructionReasons)
export type DestructionReason = z.infer<typeof DestructionReason>

export const DestructionOrder = z.strictObject({
  kind: RecordKind,
  ids: z.array(z.string().min(1).max(80)).min(1).max(500),
  reason: DestructionReason,
})
export type DestructionOrder = z.infer<typeof DestructionOrder>

/** How many rows of each sort went with one thing. */
export type DestroyedCounts = Readonly<Record<string, number>>

/** One thing that was destroyed: its reference and dates, and nothing that it said. */
export type DestroyedRecord = {
  readonly kind: RecordKind
  readonly reference: string
  readonly since: IsoDate
  readonly counts: DestroyedCounts
}

export type Destruction = {
  readonly id: number
  readonly at: IsoInstant
  readonly by: string
  readonly reason: DestructionReason
  /** Where the log stood: entries after this one tell of it. */
  readonly auditSeq: number
  /** When the file was written anew without the freed space; null while that is still to be done. */
  readonly sweptAt: IsoInstant | null
  readonly records: readonly DestroyedRecord[]
}

/** What is known of a thing that somebody wants destroyed. */
export type DestructionCandidate = {
  readonly reference: string
  readonly isHeld: boolean
  /** Null where the kind does not belong to one case. */
  readonly isCaseClosed: boolean | null
  readonly isDue: boolean
}

/**
 * Why an order cannot be carried out, or null. A legal hold stops everything; by the schedule only what is due may go; a whole case must have been
 * closed first, so that it does not vanish from a running agenda.
 */
export function objectionTo(
  order: Pick<DestructionOrder, 'kind' | 'reason'>,
  candidates: readonly DestructionCandidate[],
): { readonly ok: false; readonly refusal: Refusal } | null {
  const named = (those: readonly DestructionCandidate[]) => those.map(({ reference }) => reference)
  const held = candidates.filter(({ isHeld }) => isHeld)
  if (held.length > 0) return refuse({ code: 'underLegalHold', references: named(held) })
  const open = order.kind === 'case' ? candidates.filter(({ isCaseClosed }) => isCaseClosed === false) : []
  if (open.length > 0) return refuse({ code: 'caseNotClosed', references: named(open) })
  const early = order.reason === 'schedule' ? candidates.filter(({ isDue }) => !isDue) : []
  if (early.length > 0) return refuse({ code: 'notDueYet', references: named(early) })
  return null
}
