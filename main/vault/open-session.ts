import { lastDayOfLog, openClockDoubt, type OpenStore, type ReadDb } from '#db'
import { clockDoubt } from '#domain/clock-doubt.ts'
import { IsoDate, type IsoInstant } from '#domain/dates.ts'
import { appendAudit } from './audit.ts'
import { type AuditWatch, auditWatch } from './audit/watch.ts'
import { contextOf } from './context.ts'
import { openStoreFiles, type StoreFiles } from './keeping/store-files.ts'
import { historySubject } from './keeping/witness.ts'
import { actorOf } from './keys/actor.ts'
import type { BackOff } from './keys/back-off.ts'
import { hideFromSlot } from './keys/hide-from-slot.ts'
import { followKeyFile } from './keys/holders.ts'
import type { KeyFile, KeySlot } from './keys/key-file.ts'
import { subkey } from './keys/slots.ts'
import type { Session } from './session.ts'

/** A session of a vault on disk: with its files and the watch over its log. */
export type VaultSession = Session & { readonly files: StoreFiles; readonly audit: AuditWatch }

export type Opening = { readonly slot: KeySlot; readonly keyFile: KeyFile; readonly event: string }

type Options = {
  readonly folder: string
  readonly store: OpenStore
  readonly dataKey: Buffer
  readonly attempts: BackOff
  readonly opening: Opening
  /** Takes the session over; where it throws, all is closed again. */
  readonly onOpened: (session: VaultSession) => void
}

/**
 * Makes a session of an open store and writes the log's entries of the opening. Where that fails the store is closed again, and `dataKey` is kept for
 * another try; else it is zeroed.
 */
export function openSession({ folder, store, dataKey, attempts, opening, onOpened }: Options): void {
  let files: StoreFiles | null = null
  let audit: AuditWatch | null = null
  try {
    const { id, kind, role } = opening.slot
    files = openStoreFiles({ folder, store, dataKey })
    const auditKey = subkey(dataKey, 'audit')
    audit = auditWatch(store, auditKey)
    const session: VaultSession = {
      store,
      files,
      audit,
      actor: '',
      slot: { id, kind, role },
      sealKey: subkey(dataKey, 'seal'),
      auditKey,
      held: new Map(),
    }
    noteOpening(session, opening, attempts)
    hideFromSlot(store, session.slot)
    attempts.noted()
    files.witness.touch()
    onOpened(session)
  } catch (error) {
    audit?.stop()
    store.close()
    files?.close()
    throw error
  }
  dataKey.fill(0)
}

/** What happened since the last session, and this opening: failed attempts, other holders, an older or unknown history. */
function noteOpening(session: VaultSession, opening: Opening, attempts: BackOff): void {
  const { now } = contextOf(session)
  const { id } = opening.slot
  session.store.write((db) => {
    const clock = clockEntry(db, now)
    const differences = followKeyFile(db, opening.keyFile.slots, now)
    session.actor = actorOf(db, session.slot)
    const note = (operation: string, subject: string, outcome = 'done') =>
      appendAudit(db, session.auditKey, { at: now, actor: session.actor, operation, subject, outcome, slot: id })
    for (const { at, way } of attempts.failedUnlocks())
      appendAudit(db, session.auditKey, {
        at,
        actor: '',
        operation: 'vault.unlockFailed',
        subject: `way=${way}`,
        outcome: 'refused:wrongPassphrase',
      })
    note(opening.event, `slot=${id}`)
    if (clock !== null) note(clock.operation, clock.subject, clock.outcome)
    const history = historySubject(session.files.history())
    if (history !== null) note('integrity.history', history, 'warned')
    for (const { slotId, kind } of differences) note(`keys.${kind}`, `slotId=${slotId}`)
  })
}

/** What there is to say of the computer's date, before this opening writes a time of its own: that it is doubted, that it no longer is, or nothing new. */
function clockEntry(
  db: ReadDb,
  now: IsoInstant,
): { readonly operation: string; readonly subject: string; readonly outcome: 'warned' | 'done' } | null {
  const before = openClockDoubt(db)
  const lastOn = before?.lastOn ?? lastDayOfLog(db)
  if (lastOn === undefined) return null
  const doubt = clockDoubt(IsoDate.parse(now.slice(0, 10)), lastOn)
  if (doubt === null) return before === null ? null : { operation: 'integrity.clockSettled', subject: '', outcome: 'done' }
  if (before?.kind === doubt.kind) return null
  return { operation: 'integrity.clockDoubt', subject: `clock=${doubt.kind} lastOn=${lastOn}`, outcome: 'warned' }
}
