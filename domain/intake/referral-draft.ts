import type { z } from 'zod'
import { ReferralDraft } from '../referral.ts'
import { line, words } from '../text.ts'
import { RowRecord } from './row-record.ts'

/**
 * A referral as one row of a spreadsheet gives it: a `ReferralDraft` whose source agency is still a name (a known agency's own spelling, or
 * the row's where it has to be made first), what was said of the children in words,
 * and what it says for the record of the case.
 */
export const ReferralRowDraft = ReferralDraft.omit({ sourceAgencyId: true, children: true }).extend({
  sourceAgencyName: line(120),
  childrenDetails: words(2000).default(''),
  record: RowRecord,
})
export type ReferralRowDraft = z.infer<typeof ReferralRowDraft>
