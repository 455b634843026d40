import type { IsoDate } from '../dates.ts'
import type { CaseId, ListingId } from '../ids.ts'
import type { RiskDate } from './risk-dates.ts'

/** A case that should be reviewed before its turn, and why: what has happened since it was last discussed, then what is to come, by day. */
export type RaisedCase = {
  readonly caseId: CaseId
  readonly reference: string
  readonly reasons: readonly RiskDate[]
  /** The next meeting on whose agenda it waits; too late for one of the reasons, or it would not be raised. */
  readonly listed: { readonly listingId: ListingId; readonly heldOn: IsoDate } | null
}
