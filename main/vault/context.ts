import { isoDate, type IsoDate, IsoInstant } from '#domain/dates.ts'

/** What a handler knows besides its input and the store. */
export type Context = {
  readonly now: IsoInstant
  /** The date on the coordinator's wall, not UTC's. */
  readonly today: IsoDate
  /** Who is named in histories and in the log. */
  readonly actor: string
  /** Seals the rows of lists that go out, so that what comes back can be told from what was altered. */
  readonly sealKey: Uint8Array
  /** Things kept between two requests of one unlocked session, by token: files under review. */
  readonly held: Map<string, unknown>
}

/** The context of one request at a moment. */
export function contextOf(session: Pick<Context, 'actor' | 'sealKey' | 'held'>, clock = new Date()): Context {
  const local = `${clock.getFullYear()}-${String(clock.getMonth() + 1).padStart(2, '0')}-${String(clock.getDate()).padStart(2, '0')}`
  return { ...session, now: IsoInstant.parse(clock.toISOString()), today: isoDate(local) }
}
