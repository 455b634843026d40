import { z } from 'zod'

/** What can be answered to an item; each tool takes some of them. `unknown`: she does not know, or the file does not say. `notAnswered`: she was asked and did not answer. */
export const itemAnswers = ['yes', 'no', 'unknown', 'notAnswered', 'possible'] as const
export const ItemAnswer = z.enum(itemAnswers)
export type ItemAnswer = z.infer<typeof ItemAnswer>

/** Answers by the keys of a tool's items; an item that is not there has not been asked yet. */
export type Answers = Readonly<Partial<Record<string, ItemAnswer>>>
