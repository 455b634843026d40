import type { ActionEvent } from './action.ts'
import type { IsoDate, IsoInstant } from './dates.ts'
import { type ActionId, type ActionListId, type AgencyId, CaseId } from './ids.ts'
import { line } from './text.ts'
import { z } from 'zod'

/** Something that befell an action of the case. */
export type CaseActionEvent = ActionEvent & { readonly actionId: ActionId }

/** One list that an agency was given and on which actions of the case stood, word for word as they left. */
export type Disclosure = {
  readonly listId: ActionListId
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly meetingOn: IsoDate
  readonly version: number
  readonly madeAt: IsoInstant
  /** When it came back filled in; null where it has not. */
  readonly returnedAt: IsoInstant | null
  readonly rows: readonly { readonly actionId: ActionId; readonly reference: string; readonly outgoing: string }[]
}

/** What happened to a case besides its referrals, meetings and entries: each oldest first. */
export type CaseHistory = { readonly events: readonly CaseActionEvent[]; readonly disclosures: readonly Disclosure[] }

/** Asks to print the one page of a case. The reason stays in its record. */
export const PrintOrder = z.strictObject({ id: CaseId, reason: line(500) })
export type PrintOrder = z.infer<typeof PrintOrder>
