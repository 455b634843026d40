import type { enUs } from './en-us/index.ts'

/** The name of a message: a missing or misspelt one does not compile. */
export type MessageKey = keyof typeof enUs
