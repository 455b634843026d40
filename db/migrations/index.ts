import { firstSchema } from './0001-first-schema.ts'
import { backups } from './0002-backups.ts'

/** In order; a file is frozen once released, and a later one amends it. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [firstSchema, backups]
