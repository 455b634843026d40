import type { CaseDetail } from '#domain/case.ts'
import { CaseChange } from '#domain/case.ts'
import type { IsoDate } from '#domain/dates.ts'
import { fieldProblems } from '#domain/field-problems.ts'
import { nameKey } from '#domain/person.ts'
import type { FieldProblemKind } from '#domain/refusal.ts'
import { z } from 'zod'
import { birthDates, ChildrenForm, childrenCountOf, isFewerThanListed, knownChildren, PersonForm } from '../../ui/person-form.ts'
import { missingInSafeContact, SafeContactForm, safeContactForm, safeContactOf } from '../../ui/safe-contact-form.ts'

/** The people, the children and the safe contact of a case as typed, with the version of the record that they were filled from. */
export const CaseForm = z.strictObject({
  version: z.int(),
  victim: PersonForm,
  perpetrator: PersonForm,
  relationship: z.string(),
  children: ChildrenForm,
  safeContact: SafeContactForm,
})
export type CaseForm = z.infer<typeof CaseForm>

/** The form filled from the record. */
export function caseForm({ version, victim, perpetrator, relationship, childrenCount, children, safeContact }: CaseDetail): CaseForm {
  return {
    version,
    victim,
    perpetrator,
    relationship,
    children: { count: childrenCount === null ? '' : String(childrenCount), rows: [...children] },
    safeContact: safeContactForm(safeContact),
  }
}

export function restoreCaseForm(stored: unknown): CaseForm | null {
  return CaseForm.safeParse(stored).data ?? null
}

export type CaseProblem = FieldProblemKind | 'samePerson' | 'fewerThanListed'

/** The change that a form asks for, or what is still wrong with it by field. */
export function readCaseForm(
  form: CaseForm,
  { id, today }: { readonly id: number; readonly today: IsoDate },
): { readonly change: CaseChange | null; readonly problems: ReadonlyMap<string, CaseProblem> } {
  const { children, safeContact, ...rest } = form
  const input = {
    ...rest,
    id,
    childrenCount: childrenCountOf(children),
    children: knownChildren(children),
    safeContact: safeContactOf(safeContact),
  }
  const parsed = CaseChange.safeParse(input)
  const problems = new Map<string, CaseProblem>()
  if (!parsed.success) for (const { path, problem } of fieldProblems(parsed.error, input)) problems.set(path, problem)
  for (const [path, date] of Object.entries(birthDates(form))) if (date !== null && date > today) problems.set(path, 'futureDate')
  const missing = missingInSafeContact(safeContact)
  if (missing !== null) problems.set(`safeContact.${missing}`, 'required')
  if (isFewerThanListed(children)) problems.set('childrenCount', 'fewerThanListed')
  if (nameKey(form.victim.name) !== '' && nameKey(form.victim.name) === nameKey(form.perpetrator.name))
    problems.set('perpetrator.name', 'samePerson')
  return { change: parsed.success && problems.size === 0 ? parsed.data : null, problems }
}

export type CaseFormPart = keyof Omit<CaseForm, 'version'>

/** The parts in which a form and the record differ, for a person who must choose between them. */
export function differences(mine: CaseForm, stored: CaseForm): readonly CaseFormPart[] {
  const parts = ['victim', 'perpetrator', 'relationship', 'children', 'safeContact'] as const
  const plain: ContactWords = { kind: (kind) => kind, message: String }
  return parts.filter((part) => partText(mine, part, plain) !== partText(stored, part, plain))
}

/** How the choices of a safe contact are worded. */
export type ContactWords = {
  readonly kind: (kind: SafeContactForm['kind']) => string
  readonly message: (mayLeaveMessage: boolean) => string
}

/** One part of the form as one line of text, for comparing and for showing. */
export function partText(form: CaseForm, part: CaseFormPart, words: ContactWords): string {
  const joined = (texts: readonly (string | null)[]) =>
    texts
      .map((text) => text?.trim() ?? '')
      .filter((text) => text !== '')
      .join(', ')
  switch (part) {
    case 'victim':
    case 'perpetrator':
      return joined([form[part].name, form[part].dateOfBirth, form[part].phone, form[part].address])
    case 'relationship':
      return form.relationship.trim()
    case 'children':
      return joined([
        form.children.count,
        ...knownChildren(form.children).map(({ name, dateOfBirth, school }) => joined([name, dateOfBirth, school])),
      ])
    case 'safeContact': {
      const { kind, who, how, when, mayLeaveMessage, note } = form.safeContact
      const own = { doNotContact: [], onlyThrough: [who], direct: [how, when, words.message(mayLeaveMessage)] }
      return joined([words.kind(kind), ...own[kind], note])
    }
  }
}
