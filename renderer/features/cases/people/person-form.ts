import { IsoDate } from '#domain/dates.ts'
import { fieldProblems } from '#domain/field-problems.ts'
import { AddressFacts } from '#domain/people/address.ts'
import { equalityTopics } from '#domain/people/asked.ts'
import { IdentifierKind } from '#domain/people/details.ts'
import { PersonContent } from '#domain/people/person-record.ts'
import { KnownAnswer } from '#domain/record/known.ts'
import type { FieldProblem } from '#domain/refusal.ts'
import { z } from 'zod'

const text = z.string()
const Asked = z.strictObject({ kind: z.enum(['notAsked', 'declined', 'answer']), text })

/** A person's record as typed: lists of words as lines of text, everything else as the record has it, complete or not. */
export const PersonForm = z.strictObject({
  name: text,
  dateOfBirth: IsoDate.nullable(),
  address: text,
  phone: text,
  aliases: text,
  pronouns: text,
  addressFacts: AddressFacts,
  otherAddresses: z.array(z.strictObject({ ...AddressFacts.shape, text })),
  otherPhones: z.array(z.strictObject({ number: text, note: text })),
  identifiers: z.array(z.strictObject({ kind: IdentifierKind, value: text })),
  language: text,
  needsInterpreter: KnownAnswer,
  accessNeeds: text,
  equality: z.record(z.enum(equalityTopics), Asked),
  occupation: text,
  employer: text,
  school: text,
  doctor: text,
  vehiclePlates: text,
  note: text,
})
export type PersonForm = z.infer<typeof PersonForm>

export function restorePersonForm(stored: unknown): PersonForm | null {
  return PersonForm.safeParse(stored).data ?? null
}

export function personForm({ details, ...person }: PersonContent): PersonForm {
  const { aliases, vehiclePlates, equality, ...rest } = details
  return {
    name: person.name,
    dateOfBirth: person.dateOfBirth,
    address: person.address,
    phone: person.phone,
    ...rest,
    aliases: aliases.join('\n'),
    vehiclePlates: vehiclePlates.join('\n'),
    equality: Object.fromEntries(
      equalityTopics.map((topic) => {
        const said = equality[topic]
        return [topic, { kind: said.kind, text: said.kind === 'answer' ? said.text : '' }]
      }),
    ) as PersonForm['equality'],
  }
}

const lines = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The record that a form asks for, or what is still wrong with it; `isParty`: victim and perpetrator must have a name. */
export function readPersonForm(
  form: PersonForm,
  { isParty }: { readonly isParty: boolean },
): { readonly content: PersonContent | null; readonly problems: readonly FieldProblem[] } {
  const { name, dateOfBirth, address, phone, aliases, vehiclePlates, equality, ...rest } = form
  const input = {
    name,
    dateOfBirth,
    address,
    phone,
    details: {
      ...rest,
      aliases: lines(aliases),
      vehiclePlates: lines(vehiclePlates),
      otherAddresses: rest.otherAddresses.filter((each) => each.text.trim() !== ''),
      otherPhones: rest.otherPhones.filter((each) => each.number.trim() !== ''),
      identifiers: rest.identifiers.filter((each) => each.value.trim() !== ''),
      // An answer without words is not one yet: it is not saved as if it had been asked.
      equality: Object.fromEntries(
        equalityTopics.map((topic) => {
          const { kind, text: said } = equality[topic]
          return [topic, kind !== 'answer' ? { kind } : said.trim() === '' ? { kind: 'notAsked' } : { kind, text: said }]
        }),
      ),
    },
  }
  const parsed = PersonContent.safeParse(input)
  const problems = parsed.success ? [] : fieldProblems(parsed.error, input)
  const missing: readonly FieldProblem[] = isParty && name.trim() === '' ? [{ path: 'name', problem: 'required' }] : []
  return { content: parsed.success && missing.length === 0 ? parsed.data : null, problems: [...missing, ...problems] }
}
