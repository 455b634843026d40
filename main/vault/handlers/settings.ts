import { type ReadDb, renameHolder, type WriteDb } from '#db'
import { accept } from '#domain/refusal.ts'
import { TeamSettings } from '#domain/settings.ts'
import type { Handlers } from '../handler.ts'

const NAME = 'team'

/** The team's settings, or null before the first run is finished. */
export function readSettings(db: ReadDb): TeamSettings | null {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE name = :name', { name: NAME })
  return row ? TeamSettings.parse(JSON.parse(row.value)) : null
}

export function saveSettings(db: WriteDb, settings: TeamSettings): void {
  db.run('INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
    name: NAME,
    value: JSON.stringify(settings),
  })
}

export const settingsHandlers: Handlers<'settings'> = {
  get: (db) => accept(readSettings(db)),
  save: (db, settings, { slot }) => {
    saveSettings(db, settings)
    // Who keeps the record gives her name here; her slot is named after her.
    if (slot.kind === 'passphrase' && slot.role === 'coordinator') renameHolder(db, slot.id, settings.coordinatorName)
    return accept(settings)
  },
}
