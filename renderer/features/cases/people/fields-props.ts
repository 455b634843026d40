import type { PersonForm } from './person-form.ts'

/** What every group of fields of a person's form is given. */
export type FieldsProps = {
  readonly value: PersonForm
  readonly change: (part: Partial<PersonForm>) => void
  readonly errorOf: (path: string) => string | null
}
