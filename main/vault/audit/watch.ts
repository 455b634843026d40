import { auditTimeAt, type OpenStore } from '#db'
import type { AuditStanding } from '#domain/audit/entry.ts'
import { IsoInstant } from '#domain/dates.ts'
import { refusalOfFileError } from '../file-errors.ts'
import { appendAudit, type AuditEntry } from './entry.ts'
import { type ChainBreak, chainKeys, type ChainPoint, checkEnds, checkSlice, startPoint } from './chain.ts'
import { readMark, writeMark } from './marks.ts'

/** Entries a slice: about two milliseconds, between which requests are answered. */
const SLICE = 300
/** The first screen comes first. */
const DELAY_MS = 1000
/** A log up to here is checked from its beginning at every unlock; a longer one once in so many days, and by hand. */
const SHORT_LOG = 100_000
const WHOLE_EVERY_MS = 7 * 86_400_000

export type AuditWatch = {
  readonly standing: () => AuditStanding
  /** Checks all of it, from the beginning, beside the requests. */
  readonly checkWhole: () => void
  /** Adds the last entry of the session, and marks what the session has added as checked where the log is known to hold. Never throws for what the disk does. */
  readonly finish: (entry: AuditEntry) => void
  readonly stop: () => void
}

/** Watches the log of an open store: soon after the unlock what came since the last check, then all of it. */
export function auditWatch(store: OpenStore, key: Uint8Array, delayMs = DELAY_MS): AuditWatch {
  let standing: AuditStanding = { kind: 'waiting' }
  let isStopped = false
  let isRunning = false
  let isWholeAsked = false
  /** Up to where this session has seen the chain hold. */
  let known: ChainPoint | null = null

  const now = () => IsoInstant.parse(new Date().toISOString())
  const lastSeq = () => store.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM main.audit_entries')?.seq ?? 0
  const breakAt = ({ seq, problem }: ChainBreak) => {
    standing = { kind: 'broken', seq, problem, at: auditTimeAt(store, seq) }
  }

  /** Checks from a point to the end, a slice a turn of the event loop; the end, or null where the watch was stopped. A break once told stands meanwhile. */
  async function checkFrom(start: ChainPoint, from: ChainPoint): Promise<ChainPoint | ChainBreak | null> {
    const keys = chainKeys(store, key)
    const total = Math.max(0, lastSeq() - from.seq)
    let checked = 0
    for (let point = from; ;) {
      if (isStopped) return null
      const slice = checkSlice(store, keys, point, SLICE)
      if (slice.kind === 'breaks') return slice.at
      point = slice.upTo
      checked += slice.checked
      if (slice.isEnd) {
        return checkEnds(store, keys, start, point) ?? point
      }
      if (standing.kind !== 'broken') standing = { kind: 'checking', checked, total: Math.max(total, checked) }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async function run(): Promise<void> {
    const keys = chainKeys(store, key)
    const start = startPoint(store, keys)
    if ('problem' in start) {
      breakAt(start)
      return
    }
    const verified = readMark(store, 'verified', keys.all)
    const whole = readMark(store, 'whole', keys.all)
    const isLong = lastSeq() - start.seq > SHORT_LOG
    const isWholeRecent = whole !== null && whole !== 'forged' && Math.abs(Date.now() - Date.parse(whole.at)) < WHOLE_EVERY_MS
    const from = verified !== null && verified !== 'forged' && verified.seq >= start.seq ? verified : start
    standing = { kind: 'checking', checked: 0, total: Math.max(0, lastSeq() - from.seq) }
    const recent = isWholeAsked ? start : await checkFrom(start, from)
    if (recent === null || isStopped) return
    // A break among the newest entries is told at once; it may not be the first.
    if ('problem' in recent) breakAt(recent)
    const mustCheckWhole = isWholeAsked || !isLong || !isWholeRecent || 'problem' in recent
    isWholeAsked = false
    const end = mustCheckWhole ? await checkFrom(start, start) : recent
    if (end === null || isStopped) return
    if ('problem' in end) breakAt(end)
    if ('problem' in end || 'problem' in recent) return
    known = end
    standing = { kind: 'sound', entries: end.seq - start.seq, checkedAt: now(), isWhole: mustCheckWhole }
    const mark = { seq: end.seq, mac: end.mac, at: now() }
    store.write((db) => {
      writeMark(db, key, 'verified', mark)
      if (mustCheckWhole) writeMark(db, key, 'whole', mark)
    })
  }

  function begin(): void {
    if (isRunning || isStopped) return
    isRunning = true
    run()
      .catch((error: unknown) => {
        if (isStopped || refusalOfFileError(error) !== null) return
        throw error
      })
      .finally(() => {
        isRunning = false
      })
  }

  const timer = setTimeout(begin, delayMs).unref()
  /** What this session has added since the check is checked as it is asked for: some dozens of entries. */
  function standingNow(): AuditStanding {
    if (standing.kind !== 'sound' || known === null || isStopped) return standing
    const slice = checkSlice(store, chainKeys(store, key), known, SLICE)
    if (slice.kind === 'breaks') breakAt(slice.at)
    else if (slice.checked > 0) {
      known = slice.upTo
      standing = { ...standing, entries: standing.entries + slice.checked }
    }
    return standing
  }

  return {
    standing: standingNow,
    checkWhole: () => {
      isWholeAsked = true
      standing = { kind: 'checking', checked: 0, total: lastSeq() }
      begin()
    },
    finish: (entry) => {
      try {
        store.write((db) => {
          appendAudit(db, key, entry)
          if (known === null || standing.kind === 'broken') return
          const slice = checkSlice(db, chainKeys(db, key), known, 1_000_000)
          if (slice.kind === 'holds') writeMark(db, key, 'verified', { ...slice.upTo, at: entry.at })
        })
      } catch (error) {
        if (refusalOfFileError(error) === null) throw error
      }
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
