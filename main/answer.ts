import type { NamedOperation } from '#contract'
import { assertNever } from '#domain/assert-never.ts'
import { refuse, type Result } from '#domain/refusal.ts'
import { type DoorDialogs, runDoor } from './door-operation.ts'
import { runExport } from './export-operation.ts'
import { runInPlace } from './place-operation.ts'
import type { IncidentLog } from './incident-log.ts'
import type { Lock } from './lock.ts'
import { type Answered, passOn } from './pass-on.ts'
import { runShellOperation, type ShellHandlers } from './shell-operations.ts'
import type { VaultProcess } from './vault-process.ts'

type Options = {
  readonly vault: VaultProcess
  readonly lock: Lock
  readonly shell: ShellHandlers
  readonly dialogs: DoorDialogs
  readonly chooseFolder: () => Promise<string | null>
  readonly log: IncidentLog
}

/** `input` is sealed for the vault, for all operations but those that main answers by itself. */
export type Answer = (operation: NamedOperation, input: unknown) => Promise<Answered>
/** Brings a page's public key to the vault, and the vault's back. */
export type Greet = (pageKey: unknown) => Promise<Result<unknown>>

/** How main answers a request whose sender is known to be our own page. Exceptions end here, as an id without content. */
export function answering({ vault, lock, shell, dialogs, chooseFolder, log }: Options): { readonly answer: Answer; readonly greet: Greet } {
  const run = async ({ kind, name }: NamedOperation, input: unknown): Promise<Answered> => {
    // The clocks come first: a request that arrives after the time is up finds the vault locked, whatever timers did (security.md 15).
    const isUnlocked = lock.isUnlocked()
    if (kind === 'shell') return runShellOperation(shell, name, input)
    if (!isUnlocked && kind !== 'door') return refuse({ code: 'locked' })
    if (!(input instanceof Uint8Array)) return refuse({ code: 'invalidInput', fields: [] })
    switch (kind) {
      case 'door':
        return runDoor({ vault, lock, dialogs }, name, input)
      case 'query':
      case 'command':
      case 'access':
        return passOn({ vault, lock }, { name, sealed: input })
      case 'place':
        return runInPlace({ vault, lock, chooseFolder }, name, input)
      case 'export':
        return runExport({ vault, lock, chooseFolder }, name, input)
      default:
        return assertNever(kind)
    }
  }

  /** Exceptions end here, as an id without content. */
  const guarded = async <Value>(work: () => Promise<Value>): Promise<Value | Result<never>> => {
    try {
      return await work()
    } catch {
      return refuse({ code: 'unexpected', incident: log.record('requestFailed') })
    }
  }

  return {
    answer: (operation, input) => guarded(() => run(operation, input)),
    greet: (pageKey) =>
      guarded(async () => {
        if (!(pageKey instanceof Uint8Array)) return refuse({ code: 'invalidInput', fields: [] })
        const reply = await vault.ask({ kind: 'greet', pageKey })
        return reply.kind === 'clear' ? reply.reply : refuse({ code: 'unexpected', incident: log.record('requestFailed') })
      }),
  }
}
