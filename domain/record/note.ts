import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { line } from '../text.ts'

/** A word of the team's own, by its day. */
export const Note = z.strictObject({ kind: z.literal('note'), on: IsoDate, text: line(8000) })
export type Note = z.infer<typeof Note>
