import type { Result } from '#domain/refusal.ts'
import type { VaultReply, VaultRequest } from '../../main/vault/protocol.ts'
import { sealedCalls } from '../../preload/seal/sealed-calls.ts'

/** Asks a vault's process as the page does, under a seal of its own. `place` is what main would have from a dialog. */
export function sealedVault(ask: (request: VaultRequest) => Promise<VaultReply>) {
  const places = new Map<string, string>()
  const calls = sealedCalls({
    greet: async (pageKey) => clearOf(await ask({ kind: 'greet', pageKey })),
    send: async (name, sealed) => {
      const place = places.get(name)
      const reply = await ask({ kind: 'sealed', name, sealed, ...(place === undefined ? {} : { place }) })
      if (reply.kind === 'unknownSeal') return null
      return reply.kind === 'sealed' ? reply.sealed : reply.reply
    },
  })
  return (name: string, input?: unknown, place?: string): Promise<Result<unknown>> => {
    if (place === undefined) places.delete(name)
    else places.set(name, place)
    return calls(name, input)
  }
}

/** What is answered in clear. Throws where it is not. */
export function clearOf(reply: VaultReply): Result<unknown> {
  if (reply.kind !== 'clear') throw new Error(`answered ${reply.kind}`)
  return reply.reply
}
