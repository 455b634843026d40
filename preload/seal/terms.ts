/** What both sides of the seal must say alike (docs/decisions/0018). */

/** In front of every sealed text: the number of the message, of which its nonce is made. */
export const NUMBER_BYTES = 8

const encoder = new TextEncoder()

export type Direction = 'toVault' | 'toPage'

/** Binds a key to its direction and to this one agreement: both public keys, the page's first. */
export function keyInfo(direction: Direction, pageKey: Uint8Array, vaultKey: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined(encoder.encode(`caseboard seal 1 ${direction} `), pageKey, vaultKey)
}

/** The number of a message as eight bytes. */
export function numberBytes(number: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(NUMBER_BYTES)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number))
  return bytes
}

/** The number in front of a sealed text. Throws where there is none. */
export function numberOf(sealed: Uint8Array): number {
  return Number(new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength).getBigUint64(0))
}

/** The nonce of a message: its number, for each key numbers one direction's messages. */
export function nonceOf(number: number): Uint8Array<ArrayBuffer> {
  return joined(new Uint8Array(4), numberBytes(number))
}

/** What a request is bound to: its operation. It cannot be opened as another. */
export function requestContext(name: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(name)
}

/** What an answer is bound to: the operation and the number of its request. */
export function answerContext(name: string, request: number): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${name} ${String(request)}`)
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
