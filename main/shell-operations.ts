import { operations, type AnyOperation, type OperationKind, type Operations, type OutputOf, type ParsedOf } from '#contract'
import { fieldProblems } from '#domain/field-problems.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { TeamSettings } from '#domain/settings.ts'
import { z } from 'zod'
import type { Lock } from './lock.ts'
import { restoreOperations } from './restore-operations.ts'
import type { VaultProcess } from './vault-process.ts'
import type { VaultRequest, VaultStatus } from './vault/protocol.ts'

type OfKind<Verbs, Kind extends OperationKind> = {
  [Verb in keyof Verbs as Verbs[Verb] extends { readonly kind: Kind } ? Verb : never]: Verbs[Verb]
}
type ShellNouns = {
  [Noun in keyof Operations as keyof OfKind<Operations[Noun], 'shell'> extends never ? never : Noun]: OfKind<Operations[Noun], 'shell'>
}
type Handler<Op> = Op extends AnyOperation ? (input: ParsedOf<Op>) => Promise<Result<OutputOf<Op>>> : never

/** One handler for each `shell` operation of the contract: the compiler names the one that is missing. */
export type ShellHandlers = {
  readonly [Noun in keyof ShellNouns]: { readonly [Verb in keyof ShellNouns[Noun]]: Handler<ShellNouns[Noun][Verb]> }
}

type Options = {
  readonly vault: VaultProcess
  readonly lock: Lock
  readonly host: { readonly kind: 'electron' | 'stand-in'; readonly version: string }
  /** Asks where to write the recovery key's sheet and writes it; false when the person thinks better of it. */
  readonly saveRecoveryKey: (sheet: string) => Promise<Result<boolean>>
  /** Asks for the file of a backup; null when the person thinks better of it. */
  readonly chooseBackup: () => Promise<string | null>
}

/** The operations that main answers by itself: about the window, the lock and the vault's process, never a row. */
export function shellOperations({ vault, lock, host, saveRecoveryKey, chooseBackup }: Options): ShellHandlers {
  let wasOpened = false

  /** Opens the vault by one of its doors and starts the count-down. */
  const open = async (request: VaultRequest): Promise<Result<null>> => {
    const { reply } = await vault.ask(request)
    if (!reply.ok) return reply
    const limit = await followLockLimit(vault, lock)
    if (!limit.ok) return limit
    lock.unlocked()
    wasOpened = true
    return accept(null)
  }

  return {
    app: {
      state: async () => {
        if (lock.isUnlocked()) return accept({ kind: 'unlocked', locksInSeconds: lock.locksInSeconds() })
        // Right after a lock it is known what lies in the folder. The lock screen does not wait for a new vault process to say so.
        if (wasOpened) {
          wasOpened = false
          return accept({ kind: 'locked' })
        }
        const { reply } = await vault.ask({ kind: 'status' })
        if (!reply.ok) return reply
        const status = reply.value as VaultStatus
        return accept(status.kind === 'empty' ? { kind: 'firstRun', folder: status.folder } : status)
      },
      touch: async () => {
        lock.touch()
        return lock.isUnlocked() ? accept({ locksInSeconds: lock.locksInSeconds() }) : refuse({ code: 'locked' })
      },
      lock: async () => {
        lock.lock('asked')
        return accept(null)
      },
      host: async () => accept(host),
    },
    vault: {
      prepare: async ({ passphrase }) => {
        const { reply } = await vault.ask({ kind: 'prepare', passphrase })
        return reply as Result<OutputOf<Operations['vault']['prepare']>>
      },
      saveRecoveryKey: async () => {
        const { reply } = await vault.ask({ kind: 'recoveryKeyFile' })
        if (!reply.ok) return reply
        const saved = await saveRecoveryKey(reply.value as string)
        return saved.ok ? accept({ saved: saved.value }) : saved
      },
      create: (input) => open({ kind: 'create', ...input }),
      unlock: (input) => open({ kind: 'unlock', ...input }),
      unlockWithRecoveryKey: (input) => open({ kind: 'unlockWithRecoveryKey', ...input }),
    },
    restore: restoreOperations({ vault, lock, chooseBackup }),
  }
}

/** Takes over the team's own limit for the idle lock, where there is one. Refused when the vault is not open after all. */
export async function followLockLimit(vault: VaultProcess, lock: Lock): Promise<Result<null>> {
  const { reply } = await vault.ask({ kind: 'operation', name: 'settings.get', input: undefined })
  if (!reply.ok) return reply
  const settings = TeamSettings.pick({ lockAfterMinutes: true }).loose().safeParse(reply.value)
  if (settings.success) lock.setLimit(settings.data.lockAfterMinutes)
  return accept(null)
}

/** Runs the shell operation `<noun>.<verb>` on input from the page, which is parsed first. */
export async function runShellOperation(handlers: ShellHandlers, name: string, input: unknown): Promise<Result<unknown>> {
  const [noun = '', verb = ''] = name.split('.')
  const operation = verbOf<AnyOperation>(operations, noun, verb)
  const parsed = z.safeParse(operation.input, input)
  if (!parsed.success) return refuse({ code: 'invalidInput', fields: fieldProblems(parsed.error, input) })
  // The handler's own schema has just parsed the input; which of them it is, only `name` knows.
  const handler = verbOf<(parsed: never) => Promise<Result<unknown>>>(handlers, noun, verb)
  return handler(parsed.data as never)
}

function verbOf<Entry>(table: Readonly<Record<string, Readonly<Record<string, Entry>>>>, noun: string, verb: string): Entry {
  const entry = table[noun]?.[verb]
  if (entry === undefined) throw new Error(`no operation ${noun}.${verb}`)
  return entry
}
