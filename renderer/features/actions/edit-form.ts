import { ActionChange, type ActionRow } from '#domain/action.ts'
import { IsoDate } from '#domain/dates.ts'
import { fieldProblems } from '#domain/field-problems.ts'
import { AgencyId } from '#domain/ids.ts'
import type { FieldProblem } from '#domain/refusal.ts'
import { ActionSafety, differingSafety } from '#domain/safety/action-safety.ts'
import { z } from 'zod'

/** What can be corrected of an action, as typed, with the version of the record that it was filled from. */
export const EditForm = z.strictObject({
  version: z.int(),
  agencyId: AgencyId,
  description: z.string(),
  dueOn: IsoDate.nullable(),
  isSafetyAction: z.boolean(),
  safety: ActionSafety,
  reason: z.string(),
})
export type EditForm = z.infer<typeof EditForm>

export const editedFields = ['agencyId', 'description', 'dueOn', 'isSafetyAction', 'safety'] as const
export type EditedField = (typeof editedFields)[number]

export function editForm({ version, agencyId, description, dueOn, isSafetyAction, safety }: ActionRow): EditForm {
  return { version, agencyId, description, dueOn, isSafetyAction, safety, reason: '' }
}

export function restoreEditForm(stored: unknown): EditForm | null {
  return EditForm.safeParse(stored).data ?? null
}

/** The change that a form asks for, or what is still wrong with it. */
export function readEditForm(
  form: EditForm,
  id: number,
): { readonly change: ActionChange | null; readonly problems: readonly FieldProblem[] } {
  const input = { ...form, id }
  const parsed = ActionChange.safeParse(input)
  return parsed.success ? { change: parsed.data, problems: [] } : { change: null, problems: fieldProblems(parsed.error, input) }
}

/** The fields in which a form and the record differ. */
export function differingFields(form: EditForm, stored: EditForm): readonly EditedField[] {
  return editedFields.filter((field) =>
    field === 'safety' ? differingSafety(form.safety, stored.safety).length > 0 : text(form[field]) !== text(stored[field]),
  )
}

function text(value: string | number | boolean | null): string {
  return String(value ?? '').trim()
}
