import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { AgencyId } from '../ids.ts'
import { words } from '../text.ts'

export const ballotAnswers = ['for', 'against', 'abstained'] as const

/** A decision of the partner agencies by majority: to accept or to close a case (domain.md 2.1). No agency decides alone. */
export const Vote = z.strictObject({
  kind: z.literal('vote'),
  question: z.enum(['accept', 'close']),
  on: IsoDate,
  ballots: z.array(z.strictObject({ agencyId: AgencyId, answer: z.enum(ballotAnswers) })).max(200),
  /** How many partner agencies took part in the review when the vote was recorded, whether they voted or not; null in records from before it was kept. */
  partners: z.int().min(0).max(10_000).nullable().default(null),
  note: words(1000).default(''),
})
export type Vote = z.infer<typeof Vote>
