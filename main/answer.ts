import type { NamedOperation } from '#contract'
import { assertNever } from '#domain/assert-never.ts'
import { refuse, type Result } from '#domain/refusal.ts'
import { z } from 'zod'
import { runExport } from './export-operation.ts'
import { runInPlace } from './place-operation.ts'
import type { IncidentLog } from './incident-log.ts'
import type { Lock } from './lock.ts'
import { followLockLimit, runShellOperation, type ShellHandlers } from './shell-operations.ts'
import type { VaultProcess } from './vault-process.ts'

type Options = {
  readonly vault: VaultProcess
  readonly lock: Lock
  readonly shell: ShellHandlers
  readonly chooseFolder: () => Promise<string | null>
  readonly log: IncidentLog
}

/** The answer of a change of the keys after which the session's own way in is gone. */
const KeyChangeEnd = z.looseObject({ endsSession: z.literal(true) })

export type Answer = (operation: NamedOperation, input: unknown) => Promise<Result<unknown>>

/** How main answers a request whose sender is known to be our own page. Exceptions end here, as an id without content. */
export function answering({ vault, lock, shell, chooseFolder, log }: Options): Answer {
  const run = async ({ kind, name }: NamedOperation, input: unknown): Promise<Result<unknown>> => {
    // The clocks come first: a request that arrives after the time is up finds the vault locked, whatever timers did (security.md 15).
    const isUnlocked = lock.isUnlocked()
    if (kind === 'shell') return runShellOperation(shell, name, input)
    if (!isUnlocked) return refuse({ code: 'locked' })
    switch (kind) {
      case 'query':
      case 'command': {
        const { reply } = await vault.ask({ kind: 'operation', name, input })
        if (name === 'settings.save' && reply.ok) await followLockLimit(vault, lock)
        return reply
      }
      case 'access': {
        const { reply } = await vault.ask({ kind: 'operation', name, input })
        // Whoever has just given up her way in may not go on with the session that it opened.
        if (reply.ok && KeyChangeEnd.safeParse(reply.value).success) lock.lock('keysChanged')
        return reply
      }
      case 'place':
        return runInPlace({ vault, chooseFolder, isUnlocked: lock.isUnlocked }, name, input)
      case 'export':
        return runExport({ vault, chooseFolder, isUnlocked: lock.isUnlocked }, name, input)
      default:
        return assertNever(kind)
    }
  }

  return async (operation, input) => {
    try {
      return await run(operation, input)
    } catch {
      return refuse({ code: 'unexpected', incident: log.record('requestFailed') })
    }
  }
}
