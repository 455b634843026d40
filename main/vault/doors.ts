import { operations, type AnyOperation, type OutputOf, type ParsedOf } from '#contract'
import { fieldProblems } from '#domain/field-problems.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { z } from 'zod'
import { saveFileAs } from '../files/save-files.ts'
import { entryOf, type OperationsOfKind } from '../operations-of-kind.ts'
import { foundBackups } from './restoring/found-backups.ts'
import type { Vault } from './vault.ts'

type DoorNouns = OperationsOfKind<'door'>
type Handler<Op> = Op extends AnyOperation ? (input: ParsedOf<Op>, place: string) => Promise<Result<OutputOf<Op>>> : never

/** One handler for each `door` operation of the contract: the compiler names the one that is missing. */
type DoorHandlers = { readonly [Noun in keyof DoorNouns]: { readonly [Verb in keyof DoorNouns[Noun]]: Handler<DoorNouns[Noun][Verb]> } }

/** The operations by which a vault is made, opened and put back. They are answered whether it is open or not. */
export function doorsOf(vault: Vault, dataFolder: string): (name: string, input: unknown, place?: string) => Promise<Result<unknown>> {
  const { restoring } = vault
  const handlers: DoorHandlers = {
    vault: {
      prepare: ({ passphrase }) => vault.prepare(passphrase),
      saveRecoveryKey: async (_input, place) => {
        const sheet = vault.recoveryKeySheet()
        if (!sheet.ok) return sheet
        const saved = await saveFileAs(place, Buffer.from(sheet.value))
        return saved.ok ? accept({ saved: true }) : saved
      },
      create: async ({ typedGroups }) => vault.create(typedGroups),
      unlock: ({ passphrase }) => vault.unlock(passphrase),
      unlockWithRecoveryKey: ({ recoveryKey }) => vault.unlockWithRecoveryKey(recoveryKey),
    },
    restore: {
      found: async () => accept(await foundBackups(dataFolder)),
      choose: ({ name }) => restoring.choose({ name }),
      browse: (_input, place) => restoring.choose({ path: place }),
      rehearse: ({ secret }) => restoring.rehearse(secret),
      salvage: ({ secret }) => restoring.salvage(secret),
      commit: async () => restoring.commit(),
      giveUp: async () => {
        restoring.forget()
        return accept(null)
      },
    },
  }
  return async (name, input, place = '') => {
    const operation = entryOf<AnyOperation>(operations, name)
    const parsed = z.safeParse(operation.input, input)
    if (!parsed.success) return refuse({ code: 'invalidInput', fields: fieldProblems(parsed.error, input) })
    // The handler's own schema has just parsed the input; which of them it is, only `name` knows.
    return entryOf<(parsed: never, place: string) => Promise<Result<unknown>>>(handlers, name)(parsed.data as never, place)
  }
}
