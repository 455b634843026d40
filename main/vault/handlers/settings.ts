import { everyPair, type ReadDb, rejudgePair, renameHolder, type WriteDb } from '#db'
import { accept } from '#domain/refusal.ts'
import { repeatRuleOf, TeamSettings } from '#domain/settings.ts'
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
    const before = repeatRuleOf(readSettings(db))
    saveSettings(db, settings)
    const rule = repeatRuleOf(settings)
    if (rule.anchor !== before.anchor || rule.months !== before.months) for (const caseId of everyPair(db)) rejudgePair(db, caseId, rule)
    // Who keeps the record gives her name here; her slot is named after her.
    if (slot.kind === 'passphrase' && slot.role === 'coordinator') renameHolder(db, slot.id, settings.coordinatorName)
    return accept(settings)
  },
}
