import { listFormerKeys, type ReadDb } from '#db'
import type { ChainProblem } from '#domain/audit/entry.ts'
import { timingSafeEqual } from 'node:crypto'
import { type AuditEntry, chainStart, macOf } from './entry.ts'
import { type Mark, readMark } from './marks.ts'

/** A place in the chain up to which it is known to hold. */
export type ChainPoint = { readonly seq: number; readonly mac: Uint8Array }

/** Where what is wrong begins. */
export type ChainBreak = { readonly seq: number; readonly problem: ChainProblem }

/** The keys of a log: entries from before the data key was renewed are under the key of their time. */
export type ChainKeys = { readonly at: (seq: number) => Uint8Array; readonly all: readonly Uint8Array[] }

type StoredEntry = AuditEntry & { readonly seq: number; readonly mac: Buffer }

export function chainKeys(db: ReadDb, current: Uint8Array): ChainKeys {
  const former = listFormerKeys(db)
  return {
    at: (seq) => former.find(({ lastAuditSeq }) => seq <= lastAuditSeq)?.auditKey ?? current,
    all: [current, ...former.map(({ auditKey }) => auditKey)],
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Where the chain begins: before the first entry, or after the last one that was destroyed with leave; a break where that leave is forged. */
export function startPoint(db: ReadDb, keys: ChainKeys): ChainPoint | ChainBreak {
  const mark = readMark(db, 'start', keys.all)
  if (mark === null) return { seq: 0, mac: chainStart }
  return mark === 'forged' ? { seq: 1, problem: 'start' } : mark
}

export type SliceCheck =
  | { readonly kind: 'holds'; readonly upTo: ChainPoint; readonly checked: number; readonly isEnd: boolean }
  | { readonly kind: 'breaks'; readonly at: ChainBreak }

/** Checks at most so many entries after a point. */
export function checkSlice(db: ReadDb, keys: ChainKeys, from: ChainPoint, most: number): SliceCheck {
  const rows = db.all<StoredEntry>(
    'SELECT seq, at, actor, operation, subject, outcome, slot, mac FROM main.audit_entries WHERE seq > :after ORDER BY seq LIMIT :most',
    { after: from.seq, most },
  )
  let { seq: last, mac: previous } = from
  for (const { seq, mac, ...entry } of rows) {
    if (seq !== last + 1) return { kind: 'breaks', at: { seq: last + 1, problem: 'missing' } }
    if (!isSame(mac, macOf(keys.at(seq), previous, seq, entry))) return { kind: 'breaks', at: { seq, problem: 'altered' } }
    last = seq
    previous = mac
  }
  return { kind: 'holds', upTo: { seq: last, mac: previous }, checked: rows.length, isEnd: rows.length < most }
}

/** What an entry before the beginning, or a mark beyond the end, says of a chain that otherwise holds. */
export function checkEnds(db: ReadDb, keys: ChainKeys, start: ChainPoint, end: ChainPoint): ChainBreak | null {
  const before = db.get<{ seq: number }>('SELECT min(seq) AS seq FROM main.audit_entries WHERE seq <= :start', { start: start.seq })
  if (before && before.seq !== null) return { seq: start.seq + 1, problem: 'altered' }
  const verified = readMark(db, 'verified', keys.all)
  if (verified === null) return null
  if (verified === 'forged') return { seq: end.seq + 1, problem: 'cutOff' }
  return endAgainst(db, verified, end)
}

function endAgainst(db: ReadDb, verified: Mark, end: ChainPoint): ChainBreak | null {
  if (verified.seq > end.seq) return { seq: end.seq + 1, problem: 'cutOff' }
  const found = db.get<{ mac: Buffer }>('SELECT mac FROM main.audit_entries WHERE seq = :seq', { seq: verified.seq })
  return found && !isSame(found.mac, verified.mac) ? { seq: verified.seq, problem: 'altered' } : null
}

/** Where a whole log first breaks, or null where all of it holds. Reads all of it at once. */
export function firstBreak(db: ReadDb, currentKey: Uint8Array): ChainBreak | null {
  const keys = chainKeys(db, currentKey)
  const start = startPoint(db, keys)
  if ('problem' in start) return start
  for (let point = start; ;) {
    const slice = checkSlice(db, keys, point, 5000)
    if (slice.kind === 'breaks') return slice.at
    point = slice.upTo
    if (slice.isEnd) return checkEnds(db, keys, start, point)
  }
}

/** The number of the first entry that does not follow from the one before it, or null where the whole chain holds. */
export function firstBrokenEntry(db: ReadDb, currentKey: Uint8Array): number | null {
  return firstBreak(db, currentKey)?.seq ?? null
}
