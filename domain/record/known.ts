import { z } from 'zod'

/** Three answers, of which "unknown" is one: never guessed. */
export const knownAnswers = ['yes', 'no', 'unknown'] as const
export const KnownAnswer = z.enum(knownAnswers)
export type KnownAnswer = z.infer<typeof KnownAnswer>
