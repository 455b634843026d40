import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { words } from '../text.ts'
import { KnownAnswer } from './known.ts'

export const askedAnswers = ['yes', 'no', 'notSafe', 'unknown'] as const

/** What she wants and fears, whether she was asked and told, and what she thought of it after. The newest by date is what holds. */
export const Voice = z.strictObject({
  kind: z.literal('voice'),
  on: IsoDate,
  wasAsked: z.enum(askedAnswers).default('unknown'),
  wants: words(2000).default(''),
  fears: words(2000).default(''),
  knowsOfMeeting: z.enum(askedAnswers).default('unknown'),
  toldBy: words(200).default(''),
  toldHow: words(200).default(''),
  /** What she said of it afterwards. */
  feedback: words(2000).default(''),
  /** A word by which she shows that it is she, or that she cannot speak. */
  codeWord: words(80).default(''),
  /** Whether she agreed that her case be brought. */
  agreed: KnownAnswer.default('unknown'),
})
export type Voice = z.infer<typeof Voice>
