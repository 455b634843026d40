import { type AuditHead, auditHead, auditMacAt, type ReadDb } from '#db'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileDurably } from '../keys/key-file-store.ts'

// The witness is a small file beside the store that says how far the store had come: put back an older store, and it no longer fits
// (security requirement 52). It is written after the fact, so a store may always be newer than its witness, never older.
export const WITNESS_FILE = 'caseboard.witness'

const Body = z.strictObject({
  format: z.literal('caseboard-witness'),
  version: z.literal(1),
  vaultId: z.string(),
  /** The last entry of the log that was seen, its moment and its authentication code. */
  seq: z.int().min(0),
  at: z.string(),
  head: z.string().regex(/^(?:[0-9a-f]{64})?$/),
})
const Envelope = z.strictObject({ body: z.string(), mac: z.string().regex(/^[0-9a-f]{64}$/) })

export type WitnessKey = { readonly vaultId: string; readonly key: Uint8Array }

/** How a store stands to its witness. `older` and `otherHistory` are what an older file put back looks like, untouched or worked on since. */
export type History =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'older'; readonly missingEntries: number; readonly witnessedAt: string; readonly storeAt: string | null }
  | { readonly kind: 'otherHistory'; readonly witnessedAt: string; readonly storeAt: string | null }

function macOf(key: Uint8Array, body: string): Buffer {
  return createHmac('sha256', key).update(body).digest()
}

/** The text of the witness of a store that has come so far. */
export function witnessText({ vaultId, key }: WitnessKey, head: AuditHead | null): string {
  const body = JSON.stringify({
    format: 'caseboard-witness',
    version: 1,
    vaultId,
    seq: head?.seq ?? 0,
    at: head?.at ?? '',
    head: head?.mac.toString('hex') ?? '',
  } satisfies z.infer<typeof Body>)
  return `${JSON.stringify({ body, mac: macOf(key, body).toString('hex') })}\n`
}

/** Writes the witness durably. Throws what the disk throws. */
export function writeWitness(folder: string, witness: WitnessKey, head: AuditHead | null): void {
  writeFileDurably(join(folder, WITNESS_FILE), witnessText(witness, head))
}

function readWitness(folder: string, { vaultId, key }: WitnessKey): z.infer<typeof Body> | 'missing' | 'unreadable' {
  const path = join(folder, WITNESS_FILE)
  if (!existsSync(path)) return 'missing'
  const envelope = Envelope.safeParse(parseJson(readFileSync(path, 'utf8')))
  if (!envelope.success) return 'unreadable'
  const { body, mac } = envelope.data
  if (!timingSafeEqual(Buffer.from(mac, 'hex'), macOf(key, body))) return 'unreadable'
  const read = Body.safeParse(parseJson(body))
  return read.success && read.data.vaultId === vaultId ? read.data : 'unreadable'
}

/** Compares an open store with its witness. */
export function historyOf(db: ReadDb, folder: string, key: WitnessKey): History {
  const witness = readWitness(folder, key)
  const head = auditHead(db)
  // A store in which nothing has happened yet has never had one.
  if (witness === 'missing' && head === null) return { kind: 'agrees' }
  if (witness === 'missing' || witness === 'unreadable') return { kind: witness }
  const storeAt = head?.at ?? null
  const seq = head?.seq ?? 0
  if (seq < witness.seq) return { kind: 'older', missingEntries: witness.seq - seq, witnessedAt: witness.at, storeAt }
  const found = auditMacAt(db, witness.seq)?.toString('hex') ?? ''
  return found === witness.head ? { kind: 'agrees' } : { kind: 'otherHistory', witnessedAt: witness.at, storeAt }
}

/** What the log says of a store that was put back; null where none was. */
export function historySubject(history: History): string | null {
  switch (history.kind) {
    case 'agrees':
      return null
    case 'older':
      return `${history.kind} missingEntries=${String(history.missingEntries)}`
    case 'missing':
    case 'unreadable':
    case 'otherHistory':
      return history.kind
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
