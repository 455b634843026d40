import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import { ActionId, ActionListId, AgencyId, MeetingId } from '#domain/ids.ts'
import type { HeldAction, SharedAction } from '#domain/sharing/action-list.ts'
import type { ReturnedRow, ReturnOutcome } from '#domain/sharing/return.ts'
import { z } from 'zod'
import { command, exporting, query } from '../operation.ts'

export type SharingPreview = {
  readonly meetingId: MeetingId
  readonly meetingOn: IsoDate
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly nextVersion: number
  readonly fileNames: readonly string[]
  readonly rows: readonly SharedAction[]
  /** Actions that wait here for an advocate's word. */
  readonly held: readonly HeldAction[]
}

/** One agency's share of a meeting, for the overview. */
export type AgencyShare = {
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly actionCount: number
  readonly withheldCount: number
  /** Actions that wait here for an advocate's word. */
  readonly heldCount: number
  /** Open actions that the agency has in cases restricted from it: they are on no list any more, and another must take them. */
  readonly toMove: readonly { readonly actionReference: string; readonly caseReference: string }[]
  readonly lastList: {
    readonly version: number
    readonly madeAt: IsoInstant
    readonly isOutdated: boolean
    /** It must not be worked from any more: a new one goes out even where nothing is left to stand on it. */
    readonly isRecalled: boolean
  } | null
  readonly lastReturnAt: IsoInstant | null
}

export type SharedList = {
  readonly listId: ActionListId
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly version: number
  readonly fileNames: readonly string[]
  readonly password: string
}

/** One row of a list that came back, and what accepting it would do. */
export type ReviewedReturnRow = Pick<ReturnedRow, 'rowNumber' | 'actionReference' | 'caseReference' | 'description' | 'actionId'> & {
  /** What was agreed, as the records have it; null where the row belongs to no action here. `description` is what the file says. */
  readonly agreed: string | null
  readonly outcome: ReturnOutcome
}

export type ReturnReview = {
  readonly token: string
  readonly agencyName: string
  readonly meetingOn: IsoDate
  readonly version: number
  readonly rows: readonly ReviewedReturnRow[]
}

const target = { meetingId: MeetingId, agencyId: AgencyId }

export const sharingOperations = {
  overview: query(z.strictObject({ meetingId: MeetingId })).returns<readonly AgencyShare[]>(),
  /** Exactly what would go out, line by line, with what is withheld. */
  preview: query(z.strictObject(target)).returns<SharingPreview>(),
  /** Writes the PDF and the XLSX of each agency's actions, both under the agency's own password, to the folder that the person picks. */
  save: exporting(z.strictObject({ meetingId: MeetingId, agencyIds: z.array(AgencyId).min(1).max(200) })).returns<readonly SharedList[]>(),
  /** Takes lists out of the record that could not be written after all: they never left. One that came back stays. */
  discard: command(z.strictObject({ listIds: z.array(ActionListId).max(200) })).returns<null>(),
  /** The password that opens this agency's files: to be passed on by phone, never with the file. */
  password: query(z.strictObject({ agencyId: AgencyId })).returns<{ readonly password: string }>(),
  renewPassword: command(z.strictObject({ agencyId: AgencyId })).returns<{ readonly password: string }>(),
  /** Reads a list that an agency has filled in; `password` only where the file has another than ours. Changes nothing. */
  readReturn: command(
    z.strictObject({ fileName: z.string().max(255), bytes: z.instanceof(Uint8Array), password: z.string().max(200).default('') }),
  ).returns<ReturnReview>(),
  /** Applies the accepted rows, all in one transaction, and ends the review. */
  acceptReturn: command(z.strictObject({ token: z.string().max(64), actionIds: z.array(ActionId).max(100_000) })).returns<{
    readonly applied: number
  }>(),
}
