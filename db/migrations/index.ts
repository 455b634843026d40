import { firstSchema } from './0001-first-schema.ts'
import { backups } from './0002-backups.ts'
import { keyHolders } from './0003-key-holders.ts'
import { logAndRetention } from './0004-log-and-retention.ts'

/** In order; a file is frozen once released, and a later one amends it. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [firstSchema, backups, keyHolders, logAndRetention]
