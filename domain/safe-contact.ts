import { z } from 'zod'
import { line, words } from './text.ts'

/** Whether and how she may be reached. Nobody contacts her unless somebody who knows has said how (domain.md R5). */
export const SafeContact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('doNotContact'), note: words(1000).default('') }),
  z.strictObject({ kind: z.literal('onlyThrough'), who: line(200), note: words(1000).default('') }),
  z.strictObject({
    kind: z.literal('direct'),
    how: line(200),
    when: words(200).default(''),
    mayLeaveMessage: z.boolean().default(false),
    note: words(1000).default(''),
  }),
])
export type SafeContact = z.infer<typeof SafeContact>

export const doNotContact: SafeContact = { kind: 'doNotContact', note: '' }
