import { z } from 'zod'
import { line } from '../text.ts'

/** An answer that only the person can give: not asked, asked and not answered, or the answer in the person's own words. Never guessed. */
export const Asked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notAsked') }),
  z.strictObject({ kind: z.literal('declined') }),
  z.strictObject({ kind: z.literal('answer'), text: line(120) }),
])
export type Asked = z.infer<typeof Asked>

export const notAsked: Asked = { kind: 'notAsked' }

const asked = () => Asked.default(notAsked)

/** What the field asks of diversity (domain.md R-forms, [F 65]), each as asked. */
export const equalityTopics = ['gender', 'ethnicity', 'disability', 'faith', 'sexualOrientation', 'trans', 'pregnancy'] as const
export type EqualityTopic = (typeof equalityTopics)[number]

export const Equality = z.strictObject({
  gender: asked(),
  ethnicity: asked(),
  disability: asked(),
  faith: asked(),
  sexualOrientation: asked(),
  trans: asked(),
  pregnancy: asked(),
}) satisfies z.ZodType<Readonly<Record<EqualityTopic, Asked>>>
export type Equality = z.infer<typeof Equality>
