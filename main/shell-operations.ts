import { operations, type AnyOperation, type OutputOf, type ParsedOf } from '#contract'
import type { PlaceAbroad } from '#domain/data-place.ts'
import { fieldProblems } from '#domain/field-problems.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { z } from 'zod'
import type { CopiedText } from './copied-text.ts'
import type { Lock } from './lock.ts'
import { entryOf, type OperationsOfKind } from './operations-of-kind.ts'
import type { VaultProcess } from './vault-process.ts'
import type { VaultStatus } from './vault/protocol.ts'

type ShellNouns = OperationsOfKind<'shell'>
type Handler<Op> = Op extends AnyOperation ? (input: ParsedOf<Op>) => Promise<Result<OutputOf<Op>>> : never

/** One handler for each `shell` operation of the contract: the compiler names the one that is missing. */
export type ShellHandlers = {
  readonly [Noun in keyof ShellNouns]: { readonly [Verb in keyof ShellNouns[Noun]]: Handler<ShellNouns[Noun][Verb]> }
}

type Options = {
  readonly vault: VaultProcess
  readonly lock: Lock
  readonly copied: CopiedText
  /** Where the data folder lies, if a copy of it may leave this computer. */
  readonly place: () => PlaceAbroad | null
  readonly host: { readonly kind: 'electron' | 'stand-in'; readonly version: string }
}

/** The operations that main answers by itself: about the window, the lock and the clipboard. */
export function shellOperations({ vault, lock, copied, place, host }: Options): ShellHandlers {
  return {
    app: {
      state: async () => {
        if (lock.isUnlocked()) return accept({ kind: 'unlocked', locksInSeconds: lock.locksInSeconds() })
        // Right after a lock it is known what lies in the folder. The lock screen does not wait for a new vault process to say so.
        if (lock.hasJustLocked()) return accept({ kind: 'locked' })
        const answer = await vault.ask({ kind: 'status' })
        if (answer.kind !== 'clear') throw new Error('the status was not answered')
        if (!answer.reply.ok) return answer.reply
        const status = answer.reply.value as VaultStatus
        return accept(status.kind === 'empty' ? { kind: 'firstRun', folder: status.folder } : status)
      },
      touch: async () => {
        lock.touch()
        return lock.isUnlocked() ? accept({ locksInSeconds: lock.locksInSeconds() }) : refuse({ code: 'locked' })
      },
      copy: async ({ text, lasts }) => {
        await copied.copy(text, lasts)
        return accept(null)
      },
      lock: async () => {
        lock.lock('asked')
        return accept(null)
      },
      place: async () => accept(place()),
      host: async () => accept(host),
    },
  }
}

/** Runs the shell operation `<noun>.<verb>` on input from the page, which is parsed first. */
export async function runShellOperation(handlers: ShellHandlers, name: string, input: unknown): Promise<Result<unknown>> {
  const operation = entryOf<AnyOperation>(operations, name)
  const parsed = z.safeParse(operation.input, input)
  if (!parsed.success) return refuse({ code: 'invalidInput', fields: fieldProblems(parsed.error, input) })
  // The handler's own schema has just parsed the input; which of them it is, only `name` knows.
  const handler = entryOf<(parsed: never) => Promise<Result<unknown>>>(handlers, name)
  return handler(parsed.data as never)
}
