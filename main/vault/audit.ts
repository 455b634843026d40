import type { ReadDb, WriteDb } from '#db'
import { createHmac, timingSafeEqual } from 'node:crypto'

export type AuditEntry = {
  readonly at: string
  readonly actor: string
  /** `<noun>.<verb>`, or an event of the vault such as `vault.unlock`. */
  readonly operation: string
  /** Ids only, never content. */
  readonly subject: string
  readonly outcome: string
}

type StoredEntry = AuditEntry & { readonly seq: number; readonly mac: Buffer }

function macOf(key: Uint8Array, previous: Uint8Array, seq: number, entry: AuditEntry): Buffer {
  return createHmac('sha256', key)
    .update(previous)
    .update(JSON.stringify([seq, entry.at, entry.actor, entry.operation, entry.subject, entry.outcome]))
    .digest()
}

const start = Buffer.alloc(32)

/** Appends one entry, chained by HMAC to the one before it. */
export function appendAudit(db: WriteDb, key: Uint8Array, entry: AuditEntry): void {
  const last = db.get<{ seq: number; mac: Buffer }>('SELECT seq, mac FROM audit_entries ORDER BY seq DESC LIMIT 1')
  const seq = (last?.seq ?? 0) + 1
  db.run(
    `INSERT INTO audit_entries (seq, at, actor, operation, subject, outcome, mac)
     VALUES (:seq, :at, :actor, :operation, :subject, :outcome, :mac)`,
    { seq, ...entry, mac: macOf(key, last?.mac ?? start, seq, entry) },
  )
}

/** The sequence number of the first entry that does not follow from the one before it, or null where the whole chain holds. */
export function firstBrokenEntry(db: ReadDb, key: Uint8Array): number | null {
  let previous: Buffer = start
  let expected = 1
  for (const { seq, mac, ...entry } of db.all<StoredEntry>('SELECT * FROM audit_entries ORDER BY seq')) {
    const right = macOf(key, previous, seq, entry)
    if (seq !== expected || mac.length !== right.length || !timingSafeEqual(mac, right)) return expected
    previous = mac
    expected += 1
  }
  return null
}

/** The ids in an operation's input, as text for the log: whatever is called `id` or ends in `Id` and is a number. */
export function subjectOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return ''
  return Object.entries(input)
    .filter(([name, value]) => (name === 'id' || name.endsWith('Id')) && typeof value === 'number')
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ')
}
