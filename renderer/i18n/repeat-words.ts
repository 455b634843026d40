import { assertNever } from '#domain/assert-never.ts'
import type { RepeatVerdict } from '#domain/repeat.ts'
import type { Format } from './format.ts'
import type { Translate } from './use-t.ts'

/** Whether a referral is a repeat, and by which dates. */
export function repeatWords(verdict: RepeatVerdict, t: Translate, format: Format): string {
  switch (verdict.kind) {
    case 'first':
      return t('repeat.first')
    case 'repeat':
    case 'newAfterLapse':
      return t(`repeat.${verdict.kind}`, { last: format.date(verdict.lastReferralOn), until: format.date(verdict.until) })
    default:
      return assertNever(verdict)
  }
}
