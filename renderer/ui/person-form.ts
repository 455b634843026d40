import { IsoDate } from '#domain/dates.ts'
import { z } from 'zod'

/** A person as typed, complete or not. */
export const PersonForm = z.strictObject({ name: z.string(), dateOfBirth: IsoDate.nullable(), address: z.string(), phone: z.string() })
export type PersonForm = z.infer<typeof PersonForm>
export const emptyPerson: PersonForm = { name: '', dateOfBirth: null, address: '', phone: '' }

/** Children as typed: the count as text, and a row for each of whom something is known. */
export const ChildForm = z.strictObject({ name: z.string(), dateOfBirth: IsoDate.nullable(), school: z.string() })
export type ChildForm = z.infer<typeof ChildForm>
export const emptyChild: ChildForm = { name: '', dateOfBirth: null, school: '' }

export const ChildrenForm = z.strictObject({ count: z.string(), rows: z.array(ChildForm) })
export type ChildrenForm = z.infer<typeof ChildrenForm>
export const emptyChildren: ChildrenForm = { count: '', rows: [] }

/** The rows in which something was typed. */
export function knownChildren({ rows }: ChildrenForm): readonly ChildForm[] {
  return rows.filter(({ name, dateOfBirth, school }) => name.trim() !== '' || dateOfBirth !== null || school.trim() !== '')
}

/** The count as the store takes it: null for an empty field, NaN (which the schema refuses) for what is no number. */
export function childrenCountOf({ count }: ChildrenForm): number | null {
  const text = count.trim()
  return text === '' ? null : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
}

/** True where fewer children are counted than listed. */
export function isFewerThanListed(children: ChildrenForm): boolean {
  const count = childrenCountOf(children)
  return count !== null && count < knownChildren(children).length
}

/** Every date of birth of a form, by the path of its field. */
export function birthDates(form: {
  readonly victim: PersonForm
  readonly perpetrator: PersonForm
  readonly children: ChildrenForm
}): Readonly<Record<string, IsoDate | null>> {
  return {
    'victim.dateOfBirth': form.victim.dateOfBirth,
    'perpetrator.dateOfBirth': form.perpetrator.dateOfBirth,
    ...Object.fromEntries(form.children.rows.map(({ dateOfBirth }, index) => [`children.${index}.dateOfBirth`, dateOfBirth])),
  }
}
