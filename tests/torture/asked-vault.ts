import type { Result } from '#domain/refusal.ts'
import type { VaultAnswer, VaultReply, VaultRequest } from '../../main/vault/protocol.ts'
import { realVault } from '../fixtures/real-vault.ts'
import { sealedVault } from '../support/sealed-vault.ts'

class Gone extends Error {}

/** A vault process that can be asked, as the page asks it, and killed while it is asked. */
export function askedVault(folder: string) {
  const child = realVault(folder, 'bundle')
  const waiting = new Map<number, (answer: VaultAnswer) => void>()
  let nextId = 1
  child.on('message', (message) => {
    const answer = message as VaultAnswer
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  const gone = new Promise<null>((resolve) => child.once('exit', () => resolve(null)))
  const post = (request: VaultRequest): Promise<VaultReply> => {
    const id = nextId++
    const answered = new Promise<VaultReply>((resolve) => waiting.set(id, resolve))
    child.postMessage({ id, request })
    return Promise.race([answered, gone.then(() => Promise.reject(new Gone()))])
  }
  const call = sealedVault(post)
  /** The reply, or null where the process is gone before it answers. */
  const run = async (name: string, input?: unknown, place?: string): Promise<Result<unknown> | null> => {
    try {
      return await call(name, input, place)
    } catch (error) {
      if (error instanceof Gone) return null
      throw error
    }
  }
  return {
    run,
    /** The value of a request that must succeed. */
    value: async (name: string, input?: unknown, place?: string): Promise<unknown> => {
      const reply = await run(name, input, place)
      if (!reply?.ok) throw new Error(`${name} was ${reply ? `refused: ${reply.refusal.code}` : 'not answered'}`)
      return reply.value
    },
    kill: async (): Promise<void> => {
      child.killHard()
      await gone
    },
  }
}

export type AskedVault = ReturnType<typeof askedVault>

export async function wait(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
}
