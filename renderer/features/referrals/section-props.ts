import type { ReferralForm } from './referral-form.ts'

/** What every section of the form takes. */
export type SectionProps = {
  /** The id that the form's fields begin with. */
  readonly form: string
  readonly value: ReferralForm
  readonly onChange: (part: Partial<ReferralForm>) => void
  readonly errorOf: (path: string) => string | null
}
