import type Database from 'better-sqlite3-multiple-ciphers'
import { migrations } from './migrations/index.ts'

/** Marks the file as Caseboard's ("CsBd"). */
const APPLICATION_ID = 0x43734264

/** The schema version that this program writes. */
export const newestSchema = migrations.length

/** The schema version of an open file; 0 for a new one. */
export function schemaOf(connection: Database.Database): number {
  return Number(connection.pragma('user_version', { simple: true }))
}

/** Brings an open file up to `upTo` (the newest by default), each step in one transaction with its version. */
export function migrate(connection: Database.Database, upTo = newestSchema): void {
  for (let version = schemaOf(connection); version < upTo; version += 1) {
    const migration = migrations[version]
    if (!migration) throw new Error(`no migration leads from schema ${version}`)
    connection
      .transaction(() => {
        connection.exec(migration.sql)
        connection.pragma(`application_id=${APPLICATION_ID}`)
        connection.pragma(`user_version=${version + 1}`)
      })
      .immediate()
  }
}
