import { z } from 'zod'
import type { CaseState } from './case.ts'
import { IsoDate, type IsoInstant } from './dates.ts'
import { CaseId } from './ids.ts'
import { words } from './text.ts'

/** Why a case is closed (domain.md 3.2). */
export const closingReasons = ['twelveMonths', 'transferred', 'containmentEnded', 'victimDeceased', 'vote', 'consentWithdrawn'] as const
export const ClosingReason = z.enum(closingReasons)
export type ClosingReason = z.infer<typeof ClosingReason>

export const CaseClosing = z.strictObject({
  id: CaseId,
  version: z.int(),
  reason: ClosingReason,
  /** How long it is kept counts from this day. */
  closedOn: IsoDate,
  note: words(1000).default(''),
})
export type CaseClosing = z.infer<typeof CaseClosing>

/** How a closed case was closed. A reason from before the closed list stands in the note. */
export type Closed = { readonly reason: ClosingReason | null; readonly closedOn: IsoDate; readonly note: string }

/** A hold on a case: nothing of it is destroyed while it stands, whatever the schedule says (domain.md R8). */
export type LegalHold = {
  readonly id: number
  readonly caseId: CaseId
  readonly reference: string
  readonly placedAt: IsoInstant
  readonly placedBy: string
  readonly reason: string
}

/** A case that a meeting is to hear, or that waits for one, is not closed over its head. */
export function mayClose(state: CaseState): boolean {
  return state === 'monitoring'
}
