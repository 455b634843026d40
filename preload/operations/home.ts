import type { IsoDate } from '#domain/dates.ts'
import type { AgencyId, CaseId, MeetingId } from '#domain/ids.ts'
import type { MeetingState } from '#domain/meeting.ts'
import type { RaisedCase } from '#domain/record/raised-case.ts'
import { z } from 'zod'
import { query } from '../operation.ts'
import type { BackupStanding } from './backups.ts'

/** What the coordinator has to do this month; each part opens the thing. */
export type ThisMonth = {
  readonly today: IsoDate
  readonly nextMeeting: {
    readonly id: MeetingId
    readonly heldOn: IsoDate
    readonly startsAt: string
    readonly state: MeetingState
    readonly cases: number
    readonly minutesPlanned: number
  } | null
  readonly referralsWaiting: { readonly count: number; readonly oldestDays: number | null }
  readonly overdueByAgency: readonly { readonly agencyId: AgencyId; readonly agencyName: string; readonly count: number }[]
  readonly casesWithoutSafetyAction: readonly { readonly caseId: CaseId; readonly reference: string }[]
  /** Cases whose risk rises soon or rose since they were last discussed, and that no meeting is to hear in time; the first fifty. */
  readonly earlyReview: { readonly count: number; readonly cases: readonly RaisedCase[] }
  readonly brokenLinks: { readonly links: number; readonly cases: number }
  readonly listsToReturn: number
  readonly backup: BackupStanding
  readonly totals: { readonly cases: number; readonly agencies: number; readonly openActions: number; readonly overdueActions: number }
}

export const homeOperations = {
  thisMonth: query(z.undefined()).returns<ThisMonth>(),
}
