import { type Agency, Sector, TeamRole } from '#domain/agency.ts'
import { z } from 'zod'

const PersonForm = z.strictObject({ id: z.number().nullable(), name: z.string(), role: TeamRole, email: z.string(), phone: z.string() })
const AgencyForm = z.strictObject({
  name: z.string(),
  sector: Sector,
  isCore: z.boolean(),
  email: z.string(),
  phone: z.string(),
  notes: z.string(),
  people: z.array(PersonForm),
})

/** What stands in the panel while it is typed: any text; the vault judges it when it is saved. */
export type AgencyForm = z.infer<typeof AgencyForm>
export type PersonForm = z.infer<typeof PersonForm>

export function formOf(agency: Agency | null): AgencyForm {
  if (agency === null)
    return { name: '', sector: 'police', isCore: true, email: '', phone: '', notes: '', people: [newPerson('representative')] }
  const { name, sector, isCore, email, phone, notes } = agency
  return {
    name,
    sector,
    isCore,
    email,
    phone,
    notes,
    people: agency.people.map(({ id, name, role, email, phone }) => ({ id, name, role, email, phone })),
  }
}

export function newPerson(role: PersonForm['role']): PersonForm {
  return { id: null, name: '', role, email: '', phone: '' }
}

/** The form from what the draft store kept, or null where it no longer fits. */
export function restoreForm(stored: unknown): AgencyForm | null {
  return AgencyForm.safeParse(stored).data ?? null
}

/** What is sent: without the people that nobody has filled in. */
export function draftOf(form: AgencyForm) {
  return {
    ...form,
    people: form.people
      .filter((person) => person.id !== null || [person.name, person.email, person.phone].some((text) => text.trim() !== ''))
      .map(({ id, ...person }) => (id === null ? person : { ...person, id })),
  }
}
