import { operationList, type SharedList } from '#contract'
import type { Result } from '#domain/refusal.ts'
import { TeamSettings } from '#domain/settings.ts'
import { z } from 'zod'
import { doorsOf } from './doors.ts'
import type { OperationAnswer, Outcome } from './protocol.ts'
import type { Vault } from './vault.ts'

/** The answer of a change of the keys after which the session's own way in is gone. */
const KeyChangeEnd = z.looseObject({ endsSession: z.literal(true) })
const LockLimit = TeamSettings.pick({ lockAfterMinutes: true }).loose()

const openings: ReadonlySet<string> = new Set(['vault.create', 'vault.unlock', 'vault.unlockWithRecoveryKey'])
const doorNames: ReadonlySet<string> = new Set(operationList.filter(({ kind }) => kind === 'door').map(({ name }) => name))

/** Runs an operation of the contract, and tells apart what the page is answered and what main must know of it. */
export function sealedRequests(vault: Vault, dataFolder: string) {
  const throughDoor = doorsOf(vault, dataFolder)

  /** The team's limit for the idle lock. Refused when the vault is not open after all. */
  const lockLimit = async (): Promise<Result<Pick<Outcome, 'lockAfterMinutes'>>> => {
    const { reply } = await vault.run('settings.get', undefined)
    if (!reply.ok) return reply
    const limit = LockLimit.safeParse(reply.value)
    return { ok: true, value: limit.success ? { lockAfterMinutes: limit.data.lockAfterMinutes } : {} }
  }

  const runDoor = async (name: string, input: unknown, place?: string): Promise<OperationAnswer & { readonly outcome: Outcome }> => {
    const reply = await throughDoor(name, input, place)
    // The records that were open are closed, and what is to take their place waits for the next start.
    if (!reply.ok && reply.refusal.code === 'restoreUnfinished') return { reply, outcome: { ok: true, now: 'restored' } }
    if (!reply.ok) return refused(reply)
    if (name === 'restore.commit') return { reply, outcome: { ok: true, now: 'restored' } }
    if (!openings.has(name)) return { reply, outcome: { ok: true } }
    const limit = await lockLimit()
    return limit.ok ? { reply, outcome: { ok: true, now: 'opened', ...limit.value } } : refused(limit)
  }

  return async (name: string, input: unknown, place?: string): Promise<OperationAnswer & { readonly outcome: Outcome }> => {
    if (doorNames.has(name)) return runDoor(name, input, place)
    const answer = await vault.run(name, input, place)
    const { reply } = answer
    if (!reply.ok) return refused(reply)
    const limit = name === 'settings.save' ? await lockLimit() : null
    return {
      ...answer,
      outcome: {
        ok: true,
        ...(KeyChangeEnd.safeParse(reply.value).success ? { now: 'keysChanged' } : {}),
        ...(limit?.ok === true ? limit.value : {}),
        ...(name === 'sharing.save' ? { listIds: (reply.value as readonly SharedList[]).map(({ listId }) => listId) } : {}),
      },
    }
  }
}

function refused(reply: Result<unknown>): OperationAnswer & { readonly outcome: Outcome } {
  return { reply, outcome: { ok: false } }
}
