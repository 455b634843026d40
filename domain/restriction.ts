import { z } from 'zod'
import type { IsoInstant } from './dates.ts'
import { AgencyId, CaseId } from './ids.ts'
import { SlotId } from './key-slot.ts'
import type { Role } from './role.ts'
import { line } from './text.ts'

/** Whom a case that concerns somebody of the team is hidden from, and why (domain.md R6): agencies, and holders of a passphrase. */
export const RestrictionDraft = z.strictObject({
  caseId: CaseId,
  reason: line(500),
  agencyIds: z.array(AgencyId).max(50),
  slotIds: z.array(SlotId).max(20),
})
export type RestrictionDraft = z.infer<typeof RestrictionDraft>

export type Restriction = {
  readonly reason: string
  readonly agencyIds: readonly AgencyId[]
  readonly slotIds: readonly string[]
  readonly setAt: IsoInstant
  /** Who set it, or changed it last. */
  readonly setBy: string
}

/** One who has a passphrase, as far as a restriction asks. */
type Holder = { readonly slotId: string; readonly role: Role }

/** Whether somebody who may change records is left to see a case that is hidden from these: the recovery key alone must not be the way to her. */
export function leavesSomebody(hidden: readonly string[], holders: readonly Holder[]): boolean {
  return holders.some(({ slotId, role }) => role !== 'readOnly' && !hidden.includes(slotId))
}
