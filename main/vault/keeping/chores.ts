import { appendAudit } from '../audit.ts'
import { contextOf } from '../context.ts'
import type { Session } from '../session.ts'
import { backUpAutomatically } from './automatic-backup.ts'
import type { StoreFiles } from './store-files.ts'

/** After the first screen is there, the pages are read. */
const CHECK_AFTER_MS = 1500
/** So long without a request is a quiet moment, in which the day's backup holds nobody up. */
const QUIET_MS = 30_000
const LOOK_MS = 5000

export type Chores = {
  /** Somebody asks for something. */
  readonly touch: () => void
  readonly stop: () => void
}

/** What an open vault does by itself: reads its pages after the unlock, and makes the day's backup in a quiet moment. */
export function startChores(session: Session & { readonly files: StoreFiles }): Chores {
  let touched = performance.now()
  // A chore that fails (a file gone, a disk that gives out) must not take the open vault down with it: the next look tries again.
  const leave = () => undefined
  const check = setTimeout(() => void checkPages(session).catch(leave), CHECK_AFTER_MS).unref()
  const look = setInterval(() => {
    if (performance.now() - touched < QUIET_MS) return
    touched = performance.now()
    void backUpAutomatically(session).catch(leave)
  }, LOOK_MS).unref()
  return {
    touch: () => {
      touched = performance.now()
    },
    stop: () => {
      clearTimeout(check)
      clearInterval(look)
    },
  }
}

async function checkPages(session: Session & { readonly files: StoreFiles }): Promise<void> {
  const state = await session.files.pages.check()
  if (state.kind !== 'damaged') return
  const { now, actor, slot } = contextOf(session)
  try {
    session.store.write((db) =>
      appendAudit(db, session.auditKey, {
        at: now,
        actor,
        operation: 'integrity.check',
        subject: `damagedPages=${String(state.damaged)}`,
        outcome: 'damaged',
        slot: slot.id,
      }),
    )
  } catch {
    // The page that would take the entry may be a damaged one; what is shown does not hang on it.
  }
}
