import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { CaseId, PersonId } from '../ids.ts'
import { words } from '../text.ts'
import { PersonDetails } from './details.ts'

/** What is known of a person. The name may be empty: of a child, often only the age is known. */
export const PersonContent = z.strictObject({
  name: words(160).default(''),
  dateOfBirth: IsoDate.nullable().default(null),
  address: words(400).default(''),
  phone: words(60).default(''),
  details: PersonDetails.prefault({}),
})
export type PersonContent = z.infer<typeof PersonContent>

export type PersonRecord = PersonContent & { readonly id: PersonId; readonly version: number }

export const PersonChange = z.strictObject({
  id: PersonId,
  /** The version the form was filled from; a newer one in the store refuses the save. */
  version: z.int(),
  /** The case in whose screen it is changed: its journal of edits takes the change. */
  caseId: CaseId,
  content: PersonContent,
})
export type PersonChange = z.infer<typeof PersonChange>

/** The content of a record, without its number. */
export function contentOf({ name, dateOfBirth, address, phone, details }: PersonContent): PersonContent {
  return { name, dateOfBirth, address, phone, details }
}
