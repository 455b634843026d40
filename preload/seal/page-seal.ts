import { fromBytes, toBytes } from './clone.ts'
import { answerContext, type Direction, joined, keyInfo, nonceOf, NUMBER_BYTES, numberBytes, numberOf, requestContext } from './terms.ts'

type SealedRequest = {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Opens the answer to this request. Rejects what is not an answer to it. */
  readonly open: (answer: Uint8Array) => Promise<unknown>
}

/** The page's side of one agreement with a vault process. Its keys cannot be taken out, and end with the page. */
export type PageSeal = { readonly close: (name: string, input: unknown) => Promise<SealedRequest> }

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/** Agrees on keys with the vault: `exchange` gives it the page's public key and brings back the vault's. */
export async function agreeWithVault(exchange: (pageKey: Uint8Array) => Promise<Uint8Array>): Promise<PageSeal> {
  const { subtle } = globalThis.crypto
  const pair = await subtle.generateKey(curve, false, ['deriveBits'])
  const pageKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey))
  const vaultKey = new Uint8Array(await exchange(pageKey))
  const theirs = await subtle.importKey('raw', vaultKey, curve, false, [])
  const secret = await subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256)
  const material = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const keyFor = (direction: Direction, use: 'encrypt' | 'decrypt') =>
    subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: keyInfo(direction, pageKey, vaultKey) },
      material,
      { name: 'AES-GCM', length: 256 },
      false,
      [use],
    )
  const [toVault, toPage] = await Promise.all([keyFor('toVault', 'encrypt'), keyFor('toPage', 'decrypt')])
  let sent = 0
  return {
    close: async (name, input) => {
      sent += 1
      const number = sent
      const sealed = await subtle.encrypt(
        { name: 'AES-GCM', iv: nonceOf(number), additionalData: requestContext(name) },
        toVault,
        toBytes(input),
      )
      return {
        bytes: joined(numberBytes(number), new Uint8Array(sealed)),
        open: async (answer) => {
          const plain = await subtle.decrypt(
            { name: 'AES-GCM', iv: nonceOf(numberOf(answer)), additionalData: answerContext(name, number) },
            toPage,
            answer.slice(NUMBER_BYTES),
          )
          return fromBytes(new Uint8Array(plain))
        },
      }
    },
  }
}
