import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { words } from '../text.ts'
import { KnownAnswer } from './known.ts'

/** Whether the perpetrator knows of the referral or the meeting (domain.md R5). The newest by date is what holds. */
export const Awareness = z.strictObject({
  kind: z.literal('awareness'),
  on: IsoDate,
  heKnows: KnownAnswer,
  note: words(1000).default(''),
})
export type Awareness = z.infer<typeof Awareness>
