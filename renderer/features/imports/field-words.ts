import { type AgencyField, agencyFields } from '#domain/intake/agency-patterns.ts'
import { type ReferralField, referralFields } from '#domain/intake/referral-fields.ts'
import type { Translate } from '../../i18n/use-t.ts'

const known: readonly (AgencyField | ReferralField)[] = [...referralFields, ...agencyFields]

/** What a field of ours is called. */
export function importFieldWords(field: string, t: Translate): string {
  const found = known.find((each) => each === field)
  return found === undefined ? field : t(`importField.${found}`)
}

/** What a field is called where it has no column: criteria can come in several ways. */
export function missingFieldWords(field: string, t: Translate): string {
  return field === 'criteria' ? t('imports.column.criteriaMissing') : importFieldWords(field, t)
}
