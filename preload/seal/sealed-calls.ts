import type { Result } from '#domain/refusal.ts'
import { agreeWithVault, type PageSeal } from './page-seal.ts'

/** What main answers to a sealed request: the vault's sealed answer, its own refusal in clear, or null where the vault does not know the seal. */
export type PassedOn = Uint8Array | Result<unknown> | null

type Options = {
  /** Brings the page's public key to the vault and the vault's back, or why not. */
  readonly greet: (pageKey: Uint8Array) => Promise<Result<unknown>>
  readonly send: (name: string, sealed: Uint8Array) => Promise<PassedOn>
}

/** Carries a refusal to agree out of the agreement. */
class NotGreeted extends Error {
  readonly result: Result<unknown>
  constructor(result: Result<unknown>) {
    super('not greeted')
    this.result = result
  }
}

/** The lock screen is drawn first: the vault is a process that starts when it is greeted. */
const GREETS_AFTER_MS = 400

/**
 * Asks operations of the vault, each sealed for it alone. Agrees on keys a moment after the start or with the first request, and anew whenever
 * another vault process has come in its place.
 */
export function sealedCalls({ greet, send }: Options): (name: string, input: unknown) => Promise<Result<unknown>> {
  const agree = (): Promise<PageSeal> => {
    const agreed = agreeWithVault(async (pageKey) => {
      const result = await greet(pageKey)
      if (!result.ok || !(result.value instanceof Uint8Array)) throw new NotGreeted(result)
      return result.value
    })
    agreed.catch(() => {
      if (seal === agreed) seal = null
    })
    return agreed
  }
  let seal: Promise<PageSeal> | null = null
  setTimeout(() => {
    seal ??= agree()
  }, GREETS_AFTER_MS)
  // Sealing takes turns, so that requests arrive in the order in which they were made.
  let turn: Promise<unknown> = Promise.resolve()

  const attempt = async (name: string, input: unknown): Promise<Result<unknown> | null> => {
    const used = (seal ??= agree())
    const closing = turn.then(() => used).then((ready) => ready.close(name, input))
    turn = closing.catch(() => undefined)
    const { bytes, open } = await closing
    const answer = await send(name, bytes)
    if (answer === null) {
      if (seal === used) seal = null
      return null
    }
    return answer instanceof Uint8Array ? ((await open(answer)) as Result<unknown>) : answer
  }

  return async (name, input) => {
    try {
      const answer = (await attempt(name, input)) ?? (await attempt(name, input))
      if (answer === null) throw new Error('the vault knows none of the seals')
      return answer
    } catch (error) {
      if (error instanceof NotGreeted && !error.result.ok) return error.result
      throw error
    }
  }
}
