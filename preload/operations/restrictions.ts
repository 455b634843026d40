import { CaseId } from '#domain/ids.ts'
import { type Restriction, RestrictionDraft } from '#domain/restriction.ts'
import type { Role } from '#domain/role.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

/** Who could be kept from a case: everybody with a passphrase. The name is '' until one was given. */
export type RestrictionHolder = { readonly slotId: string; readonly name: string; readonly role: Role; readonly isMe: boolean }

export type CaseRestriction = {
  readonly reference: string
  readonly restriction: Restriction | null
  readonly holders: readonly RestrictionHolder[]
}

/** A restricted case, by its reference alone, and the slots that it is hidden from. */
export type RestrictedCase = { readonly caseId: CaseId; readonly reference: string; readonly slotIds: readonly string[] }

export const restrictionOperations = {
  /** The restricted cases that are not hidden from who asks, the newest first; no word of a case. */
  list: query(z.undefined()).returns<readonly RestrictedCase[]>(),
  /** Whether a case is restricted, before it is opened: its reference, and no word of the case. */
  of: query(z.strictObject({ caseId: CaseId })).returns<CaseRestriction>(),
  /** Restricts a case, or changes its restriction. Whoever it is hidden from finds nothing of it from now on; refused where nobody would be left. */
  set: command(RestrictionDraft).returns<null>(),
  /** Takes the restriction away: everybody with a passphrase, and every agency, may see the case again. */
  lift: command(z.strictObject({ caseId: CaseId })).returns<null>(),
}
