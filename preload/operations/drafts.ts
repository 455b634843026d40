import { z } from 'zod'
import { command, query } from '../operation.ts'

/** `<form>:<what it edits>`, for example `referral:new`; no names. */
const DraftKey = z
  .string()
  .regex(/^[a-z][a-zA-Z]*:[a-zA-Z0-9-]+$/)
  .max(80)

/** What a person has typed and not yet saved, kept in the encrypted store, so that a lock or a crash loses nothing. */
export const draftOperations = {
  get: query(z.strictObject({ key: DraftKey })).returns<string | null>(),
  /** `content` is the form's own JSON text. */
  save: command(z.strictObject({ key: DraftKey, content: z.string().max(200_000) })).returns<null>(),
  remove: command(z.strictObject({ key: DraftKey })).returns<null>(),
}
