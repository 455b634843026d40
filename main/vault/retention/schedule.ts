import type { ReadDb, WriteDb } from '#db'
import { defaultSchedule, RetentionSchedule } from '#domain/retention/record-kind.ts'

const NAME = 'retention'

/** How long each kind is kept: what the team decided, or the defaults that it has yet to confirm. */
export function readSchedule(db: ReadDb): RetentionSchedule {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE name = :name', { name: NAME })
  return row ? RetentionSchedule.parse(JSON.parse(row.value)) : defaultSchedule
}

export function saveSchedule(db: WriteDb, schedule: RetentionSchedule): void {
  db.run('INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
    name: NAME,
    value: JSON.stringify(schedule),
  })
}
