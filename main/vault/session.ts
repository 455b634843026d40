import type { OpenStore } from '#db'
import type { Context } from './context.ts'

/** One unlocked session: the open store, and what its requests share. The actor's name may change while it lasts. */
export type Session = Pick<Context, 'slot' | 'sealKey' | 'held' | 'files' | 'place' | 'audit'> & {
  readonly store: OpenStore
  readonly auditKey: Uint8Array
  actor: string
}
