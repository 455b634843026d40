import type { ReadDb, WriteDb } from '#db'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** `start`: the last entry that was destroyed by the retention schedule. `verified`: how far the chain was found to hold. `whole`: how far it was the last time that all of it was checked. */
export type MarkName = 'start' | 'verified' | 'whole'

export type Mark = { readonly seq: number; readonly mac: Uint8Array; readonly at: string }

type StoredMark = { readonly seq: number; readonly mac: Buffer; readonly at: string; readonly seal: Buffer }

function sealOf(key: Uint8Array, name: MarkName, { seq, mac, at }: Mark): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify(['mark', name, seq, Buffer.from(mac).toString('hex'), at]))
    .digest()
}

/** A mark of the log; `forged` where none of the keys has sealed it. A store from before there were marks has none. */
export function readMark(db: ReadDb, name: MarkName, keys: readonly Uint8Array[]): Mark | 'forged' | null {
  if (db.get(`SELECT 1 FROM sqlite_schema WHERE name = 'audit_marks'`) === undefined) return null
  const stored = db.get<StoredMark>('SELECT seq, mac, at, seal FROM audit_marks WHERE name = :name', { name })
  if (!stored) return null
  const isSealed = keys.some((key) => stored.seal.length === 32 && timingSafeEqual(stored.seal, sealOf(key, name, stored)))
  return isSealed ? { seq: stored.seq, mac: stored.mac, at: stored.at } : 'forged'
}

export function writeMark(db: WriteDb, key: Uint8Array, name: MarkName, mark: Mark): void {
  db.run(
    `INSERT INTO audit_marks (name, seq, mac, at, seal) VALUES (:name, :seq, :mac, :at, :seal)
     ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, mac = excluded.mac, at = excluded.at, seal = excluded.seal`,
    { name, ...mark, seal: sealOf(key, name, mark) },
  )
}
