import type { VaultAnswer, VaultRequest } from '../../main/vault/protocol.ts'
import { realVault } from '../fixtures/real-vault.ts'

/** A vault process that can be asked, and killed while it is asked. */
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
  /** The reply, or null where the process is gone before it answers. */
  const ask = (request: VaultRequest): Promise<VaultAnswer['reply'] | null> => {
    const id = nextId++
    const answered = new Promise<VaultAnswer['reply']>((resolve) => waiting.set(id, ({ reply }) => resolve(reply)))
    child.postMessage({ id, request })
    return Promise.race([answered, gone])
  }
  return {
    ask,
    run: (name: string, input: unknown) => ask({ kind: 'operation', name, input }),
    /** The value of a request that must succeed. */
    value: async (request: VaultRequest): Promise<unknown> => {
      const reply = await ask(request)
      if (!reply?.ok)
        throw new Error(
          `${request.kind === 'operation' ? request.name : request.kind} was ${reply ? `refused: ${reply.refusal.code}` : 'not answered'}`,
        )
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
