import { assertNever } from '#domain/assert-never.ts'
import type { RepeatVerdict } from '#domain/repeat.ts'
import type { Format } from './format.ts'
import type { Translate } from './use-t.ts'

/** Whether a referral is a repeat, and by which dates. */
export function repeatWords(verdict: RepeatVerdict, t: Translate, format: Format): string {
  switch (verdict.kind) {
    case 'first':
      return t('repeat.first')
    case 'neverHeard':
      return t('repeat.neverHeard', { last: format.date(verdict.lastReferralOn) })
    case 'sameIncident':
      return t(`repeat.sameIncident.${verdict.anchor}`, { last: format.date(verdict.lastOn), on: format.date(verdict.on) })
    case 'repeat':
    case 'newAfterLapse':
    case 'notQualifying': {
      const { months, identifiedOn } = verdict
      const days = { last: format.date(verdict.lastOn), until: format.date(verdict.until), on: format.date(identifiedOn), months }
      return t(`repeat.${verdict.kind}.${verdict.anchor}`, days)
    }
    default:
      return assertNever(verdict)
  }
}
