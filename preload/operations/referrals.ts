import { CaseId, ReferralId } from '#domain/ids.ts'
import { type Referral, ReferralDraft } from '#domain/referral.ts'
import type { RepeatVerdict } from '#domain/repeat.ts'
import { line } from '#domain/text.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export const referralOperations = {
  /** Cases whose two people look like those of the form: offered before a second case is made of one pair. */
  findCases: query(z.strictObject({ victimName: z.string().max(160), perpetratorName: z.string().max(160) })).returns<
    readonly {
      readonly caseId: CaseId
      readonly reference: string
      readonly victimName: string
      readonly perpetratorName: string
      readonly match: 'certain' | 'possible'
    }[]
  >(),
  /** Records a referral, on the case given or on a new one. */
  record: command(z.strictObject({ draft: ReferralDraft, caseId: CaseId.nullable().default(null) })).returns<{
    readonly referralId: ReferralId
    readonly caseId: CaseId
    readonly caseReference: string
    readonly repeat: RepeatVerdict
  }>(),
  /** Referrals that wait for a meeting: open and deferred ones, oldest first. */
  waiting: query(z.undefined()).returns<readonly Referral[]>(),
  /** Sends a referral back or screens it out; always with its reason. */
  turnDown: command(z.strictObject({ id: ReferralId, state: z.enum(['returned', 'screenedOut']), reason: line(1000) })).returns<null>(),
  /** Takes the turning down back: the referral waits again, and a case that was closed since is open again. */
  takeUpAgain: command(z.strictObject({ id: ReferralId })).returns<null>(),
}
