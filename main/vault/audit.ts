import { listFormerKeys, type ReadDb, type WriteDb } from '#db'
import { createHmac, timingSafeEqual } from 'node:crypto'

export type AuditEntry = {
  readonly at: string
  readonly actor: string
  /** `<noun>.<verb>`, or an event of the vault such as `vault.unlock`. */
  readonly operation: string
  /** Ids only, never content. */
  readonly subject: string
  readonly outcome: string
  /** The slot of the key file that opened the records; '' in entries from before slots were noted. */
  readonly slot?: string
}

type StoredEntry = AuditEntry & { readonly seq: number; readonly mac: Buffer }

function macOf(key: Uint8Array, previous: Uint8Array, seq: number, entry: AuditEntry): Buffer {
  return createHmac('sha256', key)
    .update(previous)
    .update(
      JSON.stringify([seq, entry.at, entry.actor, entry.operation, entry.subject, entry.outcome, ...(entry.slot ? [entry.slot] : [])]),
    )
    .digest()
}

const start = Buffer.alloc(32)

/** Appends one entry, chained by HMAC to the one before it. */
export function appendAudit(db: WriteDb, key: Uint8Array, entry: AuditEntry): void {
  const last = db.get<{ seq: number; mac: Buffer }>('SELECT seq, mac FROM audit_entries ORDER BY seq DESC LIMIT 1')
  const seq = (last?.seq ?? 0) + 1
  db.run(
    `INSERT INTO audit_entries (seq, at, actor, operation, subject, outcome, slot, mac)
     VALUES (:seq, :at, :actor, :operation, :subject, :outcome, :slot, :mac)`,
    { slot: '', seq, ...entry, mac: macOf(key, last?.mac ?? start, seq, entry) },
  )
}

/**
 * The sequence number of the first entry that does not follow from the one before it, or null where the whole chain holds. Entries from before
 * the data key was renewed are checked under the key of their time; the first entry after it hangs on the last one before it.
 */
export function firstBrokenEntry(db: ReadDb, currentKey: Uint8Array): number | null {
  const former = listFormerKeys(db)
  let previous: Buffer = start
  let expected = 1
  for (const { seq, mac, ...entry } of db.all<StoredEntry>('SELECT * FROM audit_entries ORDER BY seq')) {
    const key = former.find(({ lastAuditSeq }) => seq <= lastAuditSeq)?.auditKey ?? currentKey
    const right = macOf(key, previous, seq, entry)
    if (seq !== expected || mac.length !== right.length || !timingSafeEqual(mac, right)) return expected
    previous = mac
    expected += 1
  }
  return null
}

/** The ids in an operation's input, as text for the log: whatever is called `id` or ends in `Id` and is a number, or a slot of the key file. */
export function subjectOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return ''
  return Object.entries(input)
    .filter(([name, value]) => (name === 'id' || name.endsWith('Id')) && (typeof value === 'number' || isSlotId(value)))
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ')
}

function isSlotId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)
}
