import type { AuditWatch } from './audit/watch.ts'
import type { SlotHead } from './keys/slots.ts'
import type { StoreFiles } from './keeping/store-files.ts'
import { isoDate, type IsoDate, IsoInstant } from '#domain/dates.ts'

/** What a handler knows besides its input and the store. */
export type Context = {
  readonly now: IsoInstant
  /** The date on the coordinator's wall, not UTC's. */
  readonly today: IsoDate
  /** Who is named in histories and in the log. */
  readonly actor: string
  /** The slot of the key file that opened the records: whose it is decides what may be done. */
  readonly slot: SlotHead
  /** Seals the rows of lists that go out, so that what comes back can be told from what was altered. */
  readonly sealKey: Uint8Array
  /** Things kept between two requests of one unlocked session, by token: files under review. */
  readonly held: Map<string, unknown>
  /** The files of the store; there in every unlocked vault, not where a handler is tried on rows alone. */
  readonly files?: StoreFiles
  /** The folder that the person picked, for operations of the kind `place`. */
  readonly place?: string
  /** Watches the chain of the log, and the key that seals it; there in every unlocked vault. */
  readonly audit?: AuditWatch
  readonly auditKey?: Uint8Array
}

/** The context of one request at a moment. */
export function contextOf(
  session: Pick<Context, 'actor' | 'slot' | 'sealKey' | 'held' | 'files' | 'place' | 'audit' | 'auditKey'>,
  clock = new Date(),
): Context {
  const local = `${clock.getFullYear()}-${String(clock.getMonth() + 1).padStart(2, '0')}-${String(clock.getDate()).padStart(2, '0')}`
  const { actor, slot, sealKey, held, files, place, audit, auditKey } = session
  const asFiles = {
    ...(files ? { files } : {}),
    ...(place === undefined ? {} : { place }),
    ...(audit ? { audit } : {}),
    ...(auditKey ? { auditKey } : {}),
  }
  return { actor, slot, sealKey, held, ...asFiles, now: IsoInstant.parse(clock.toISOString()), today: isoDate(local) }
}
