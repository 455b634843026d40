import { z } from 'zod'
import { PersonDetails } from '../people/details.ts'
import { TieDraft } from '../people/tie.ts'
import { EntryContent } from '../record/entry.ts'
import { line } from '../text.ts'

/** What a row adds to what is known of a person. */
export const PersonGain = z.strictObject({
  aliases: PersonDetails.shape.aliases,
  otherAddresses: z.array(line(400)).max(20).default([]),
  otherPhones: z.array(line(60)).max(20).default([]),
  language: PersonDetails.shape.language,
  needsInterpreter: PersonDetails.shape.needsInterpreter,
  accessNeeds: PersonDetails.shape.accessNeeds,
})
export type PersonGain = z.infer<typeof PersonGain>

/** What a row of a spreadsheet says for the record of a case, beyond the referral; nothing of it names an agency: that it was the referring one stands beside it. */
export const RowRecord = z.strictObject({
  victim: PersonGain.prefault({}),
  perpetrator: PersonGain.prefault({}),
  /** Whom it is safe, or not safe, to talk to. */
  ties: z
    .array(z.strictObject({ name: line(160), tie: TieDraft }))
    .max(40)
    .default([]),
  entries: z.array(EntryContent).max(60).default([]),
  /** What was to be kept, or could not be read as anything else: a line each, headed by its column. */
  notes: z.array(line(33_000)).default([]),
})
export type RowRecord = z.infer<typeof RowRecord>
