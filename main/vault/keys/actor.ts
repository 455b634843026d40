import { findHolder, type ReadDb } from '#db'
import { readSettings } from '../handlers/settings.ts'
import type { SlotHead } from './slots.ts'

/** Nobody's name: who has the paper has the key. */
const recoveryKeyNames = { 'en-GB': 'Recovery key', 'en-US': 'Recovery key', es: 'Clave de recuperación' } as const

/** Who is named in histories and in the log while a slot has the records open. */
export function actorOf(db: ReadDb, slot: SlotHead): string {
  const settings = readSettings(db)
  if (slot.kind === 'recovery') return recoveryKeyNames[settings?.locale ?? 'en-US']
  const name = findHolder(db, slot.id)?.name ?? ''
  if (name !== '') return name
  return (slot.role === 'coordinator' ? settings?.coordinatorName : undefined) ?? slot.role
}
