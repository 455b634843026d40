import { createCipheriv, createDecipheriv, createECDH, hkdfSync } from 'node:crypto'
import { fromBytes, toBytes } from '../../preload/seal/clone.ts'
import {
  answerContext,
  type Direction,
  joined,
  keyInfo,
  nonceOf,
  NUMBER_BYTES,
  numberBytes,
  numberOf,
  requestContext,
} from '../../preload/seal/terms.ts'

const TAG_BYTES = 16

/** A request whose seal held, and the way to seal its answer. */
export type OpenedRequest = { readonly input: unknown; readonly answer: (value: unknown) => Uint8Array }

/** The vault's side of one agreement with a page. */
export type VaultSeal = {
  /** Opens a request for the operation `name`; null where the seal is another's, broken, or was opened before. */
  readonly open: (name: string, sealed: Uint8Array) => OpenedRequest | null
}

/**
 * Agrees on keys with a page by its public key; gives the vault's own, which the page needs. Throws on what is no key. Everything is computed at
 * once, not in another thread: requests keep the order in which they came.
 */
export function agreeWithPage(pageKey: Uint8Array): { readonly vaultKey: Uint8Array; readonly seal: VaultSeal } {
  const exchange = createECDH('prime256v1')
  const vaultKey = new Uint8Array(exchange.generateKeys())
  const secret = exchange.computeSecret(pageKey)
  const keyFor = (direction: Direction) =>
    Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), keyInfo(direction, pageKey, vaultKey), 32))
  const [toVault, toPage] = [keyFor('toVault'), keyFor('toPage')]
  secret.fill(0)
  const isNew = seenOnce()
  let answered = 0

  const answer = (name: string, request: number, value: unknown): Uint8Array => {
    answered += 1
    const cipher = createCipheriv('aes-256-gcm', toPage, nonceOf(answered)).setAAD(answerContext(name, request))
    const sealed = [cipher.update(toBytes(value)), cipher.final()]
    return joined(numberBytes(answered), ...sealed, cipher.getAuthTag())
  }

  return {
    vaultKey,
    seal: {
      open: (name, sealed) => {
        if (sealed.length < NUMBER_BYTES + TAG_BYTES) return null
        const number = numberOf(sealed)
        let plain: Uint8Array
        try {
          const decipher = createDecipheriv('aes-256-gcm', toVault, nonceOf(number), { authTagLength: TAG_BYTES })
            .setAAD(requestContext(name))
            .setAuthTag(sealed.subarray(-TAG_BYTES))
          plain = joined(decipher.update(sealed.subarray(NUMBER_BYTES, -TAG_BYTES)), decipher.final())
        } catch {
          return null
        }
        return isNew(number) ? { input: fromBytes(plain), answer: (value) => answer(name, number, value) } : null
      },
    },
  }
}

/** Tells the first time that a number is asked about from every later one. Numbers come from 1 on, nearly in order. */
function seenOnce(): (number: number) => boolean {
  const later = new Set<number>()
  let upTo = 0
  return (number) => {
    if (number <= upTo || later.has(number)) return false
    later.add(number)
    while (later.delete(upTo + 1)) upTo += 1
    return true
  }
}
