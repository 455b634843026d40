import type { WriteDb } from '#db'
import { createHmac } from 'node:crypto'

export type AuditEntry = {
  readonly at: string
  readonly actor: string
  /** `<noun>.<verb>`, or an event of the vault such as `vault.unlock`. */
  readonly operation: string
  /** Ids only, never content: as `subjectText` writes it. */
  readonly subject: string
  readonly outcome: string
  /** The slot of the key file that opened the records; '' in entries from before slots were noted. */
  readonly slot?: string
}

/** What the chain begins with, where no entry was ever destroyed. */
export const chainStart: Uint8Array = Buffer.alloc(32)

/** The code that ties an entry to the one before it; every column is in it. */
export function macOf(key: Uint8Array, previous: Uint8Array, seq: number, entry: AuditEntry): Buffer {
  return createHmac('sha256', key)
    .update(previous)
    .update(
      JSON.stringify([seq, entry.at, entry.actor, entry.operation, entry.subject, entry.outcome, ...(entry.slot ? [entry.slot] : [])]),
    )
    .digest()
}

/** Appends one entry, chained by HMAC to the one before it. */
export function appendAudit(db: WriteDb, key: Uint8Array, entry: AuditEntry): void {
  const last = db.get<{ seq: number; mac: Buffer }>('SELECT seq, mac FROM main.audit_entries ORDER BY seq DESC LIMIT 1')
  const seq = (last?.seq ?? 0) + 1
  db.run(
    `INSERT INTO audit_entries (seq, at, actor, operation, subject, outcome, slot, mac)
     VALUES (:seq, :at, :actor, :operation, :subject, :outcome, :slot, :mac)`,
    { slot: '', seq, ...entry, mac: macOf(key, last?.mac ?? chainStart, seq, entry) },
  )
}
