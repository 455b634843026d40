import { assertNever } from '#domain/assert-never.ts'
import type { SafeContact } from '#domain/safe-contact.ts'
import { z } from 'zod'

/** Safe contact as typed: every kind's words are kept while the kind is being chosen. */
export const SafeContactForm = z.strictObject({
  kind: z.enum(['doNotContact', 'onlyThrough', 'direct']),
  who: z.string(),
  how: z.string(),
  when: z.string(),
  mayLeaveMessage: z.boolean(),
  note: z.string(),
})
export type SafeContactForm = z.infer<typeof SafeContactForm>

/** The form of a stored safe contact. */
export function safeContactForm(contact: SafeContact): SafeContactForm {
  return { who: '', how: '', when: '', mayLeaveMessage: false, ...contact }
}

/** What is stored of the form: the chosen kind with its own words. */
export function safeContactOf({ kind, who, how, when, mayLeaveMessage, note }: SafeContactForm): SafeContact {
  switch (kind) {
    case 'doNotContact':
      return { kind, note }
    case 'onlyThrough':
      return { kind, who, note }
    case 'direct':
      return { kind, how, when, mayLeaveMessage, note }
    default:
      return assertNever(kind)
  }
}

/** The field of the chosen kind that must say something and does not, if there is one. */
export function missingInSafeContact({ kind, who, how }: SafeContactForm): 'who' | 'how' | null {
  if (kind === 'onlyThrough' && who.trim() === '') return 'who'
  return kind === 'direct' && how.trim() === '' ? 'how' : null
}
