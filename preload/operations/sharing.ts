import type { ActionStatus } from '#domain/action.ts'
import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import { ActionId, type ActionListId, AgencyId, MeetingId } from '#domain/ids.ts'
import { z } from 'zod'
import { command, exporting, query } from '../operation.ts'

/** Something in a text that would say who somebody is, and what goes out in its place. */
export type Withheld = { readonly kind: 'name' | 'dateOfBirth' | 'address' | 'phone' | 'email' | 'other'; readonly text: string; readonly replacement: string }

/** One action as it will stand in the list, and as it stands here. */
export type SharedActionRow = {
  readonly actionId: ActionId
  readonly actionReference: string
  readonly caseReference: string
  readonly original: string
  readonly outgoing: string
  readonly withheld: readonly Withheld[]
  readonly dueOn: IsoDate
  readonly status: ActionStatus
}

export type SharingPreview = {
  readonly meetingId: MeetingId
  readonly meetingOn: IsoDate
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly nextVersion: number
  readonly fileNames: readonly string[]
  readonly rows: readonly SharedActionRow[]
}

/** One agency's share of a meeting, for the overview. */
export type AgencyShare = {
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly actionCount: number
  readonly withheldCount: number
  readonly lastList: { readonly version: number; readonly madeAt: IsoInstant; readonly isOutdated: boolean } | null
  readonly lastReturnAt: IsoInstant | null
}

export type SharedList = { readonly listId: ActionListId; readonly version: number; readonly fileNames: readonly string[]; readonly password: string }

export type ReturnedRow = {
  readonly rowNumber: number
  readonly actionReference: string
  readonly caseReference: string | null
  readonly description: string
  readonly outcome:
    | { readonly kind: 'change'; readonly from: ActionStatus; readonly to: ActionStatus; readonly comment: string }
    | { readonly kind: 'comment'; readonly comment: string }
    | { readonly kind: 'unchanged' }
    | { readonly kind: 'refused'; readonly reason: string }
  readonly actionId: ActionId | null
}

export type ReturnReview = {
  readonly token: string
  readonly agencyName: string
  readonly meetingOn: IsoDate
  readonly version: number
  readonly rows: readonly ReturnedRow[]
}

const target = { meetingId: MeetingId, agencyId: AgencyId }

export const sharingOperations = {
  overview: query(z.strictObject({ meetingId: MeetingId })).returns<readonly AgencyShare[]>(),
  /** Exactly what would go out, line by line, with what is withheld. */
  preview: query(z.strictObject(target)).returns<SharingPreview>(),
  /** Writes the PDF and the XLSX of the agency's actions, both under the agency's password, to the folder that the person picks. */
  save: exporting(z.strictObject(target)).returns<SharedList>(),
  /** The password that opens this agency's files: to be passed on by phone, never with the file. */
  password: query(z.strictObject({ agencyId: AgencyId })).returns<{ readonly password: string }>(),
  renewPassword: command(z.strictObject({ agencyId: AgencyId })).returns<{ readonly password: string }>(),
  /** Reads a list that an agency has filled in; `password` only where the file has another than ours. Changes nothing. */
  readReturn: command(z.strictObject({ fileName: z.string().max(255), bytes: z.instanceof(Uint8Array), password: z.string().max(200).default('') })).returns<ReturnReview>(),
  /** Applies the accepted rows, all in one transaction, and ends the review. */
  acceptReturn: command(z.strictObject({ token: z.string().max(64), actionIds: z.array(ActionId).max(100_000) })).returns<{ readonly applied: number }>(),
}
