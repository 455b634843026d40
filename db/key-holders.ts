import type { IsoInstant } from '#domain/dates.ts'
import type { Role } from '#domain/role.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/** One way in, as the store knows it: the slot of the key file, and whose it is. The name is '' until somebody gave one. */
export type StoredHolder = {
  readonly slotId: string
  readonly kind: 'passphrase' | 'recovery'
  readonly role: Role
  readonly name: string
  readonly addedAt: IsoInstant
  /** When its secret was last changed; null where it never was. */
  readonly changedAt: IsoInstant | null
}

const columns = 'slot_id AS slotId, kind, role, name, added_at AS addedAt, changed_at AS changedAt'

/** The holders of all slots that are there, the first one first. */
export function listHolders(db: ReadDb): readonly StoredHolder[] {
  return db.all<StoredHolder>(`SELECT ${columns} FROM key_holders WHERE removed_at IS NULL ORDER BY added_at, slot_id`)
}

export function findHolder(db: ReadDb, slotId: string): StoredHolder | undefined {
  return db.get<StoredHolder>(`SELECT ${columns} FROM key_holders WHERE slot_id = :slotId AND removed_at IS NULL`, { slotId })
}

export function insertHolder(db: WriteDb, holder: Pick<StoredHolder, 'slotId' | 'kind' | 'role' | 'name' | 'addedAt'>): void {
  db.run(
    `INSERT INTO key_holders (slot_id, kind, role, name, added_at) VALUES (:slotId, :kind, :role, :name, :addedAt)
     ON CONFLICT (slot_id) DO UPDATE SET kind = excluded.kind, role = excluded.role, name = excluded.name, removed_at = NULL`,
    holder,
  )
}

export function renameHolder(db: WriteDb, slotId: string, name: string): void {
  db.run('UPDATE key_holders SET name = :name WHERE slot_id = :slotId', { slotId, name })
}

export function markHolderChanged(db: WriteDb, slotId: string, at: string): void {
  db.run('UPDATE key_holders SET changed_at = :at WHERE slot_id = :slotId', { slotId, at })
}

/** The row stays, so that the log's slot ids keep their names. */
export function markHolderRemoved(db: WriteDb, slotId: string, at: string): void {
  db.run('UPDATE key_holders SET removed_at = :at WHERE slot_id = :slotId AND removed_at IS NULL', { slotId, at })
}
