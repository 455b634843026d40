import { hashRaw } from '@node-rs/argon2'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { KdfParameters, KeyFile, KeySlot } from './key-file.ts'

/** Costs about a second on a small laptop (security requirement 2). */
export const defaultCost = { memoryKib: 256 * 1024, passes: 3, lanes: 1 } as const
export type KdfCost = { readonly memoryKib: number; readonly passes: number; readonly lanes: number }

const TAG_BYTES = 16

/**
 * The key that a passphrase gives under a slot's parameters, 32 bytes. The passphrase is taken in Unicode NFKC. Argon2id 0x13 is the library's
 * default; its enums are ambient and cannot be named here, so a test vector pins it.
 */
export function deriveKey(secret: string, kdf: KdfParameters): Promise<Buffer> {
  return hashRaw(secret.normalize('NFKC'), {
    memoryCost: kdf.memoryKib,
    timeCost: kdf.passes,
    parallelism: kdf.lanes,
    outputLen: 32,
    salt: Buffer.from(kdf.salt, 'base64'),
  })
}

/** Everything of the slot that is not the wrapped key itself, in a fixed order: changing any of it makes the slot fail to open. */
function authenticatedHeader(vaultId: string, slot: Omit<KeySlot, 'wrapped'>): Buffer {
  const { algorithm, version, memoryKib, passes, lanes, salt } = slot.kdf
  return Buffer.from(JSON.stringify(['caseboard-key', 1, vaultId, slot.id, slot.kind, slot.role, { algorithm, version, memoryKib, passes, lanes, salt }, slot.nonce]))
}

/** Wraps the data key for one more secret. */
export async function makeSlot(
  vaultId: string,
  dataKey: Uint8Array,
  secret: string,
  kind: KeySlot['kind'],
  role: KeySlot['role'],
  cost: KdfCost = defaultCost,
): Promise<KeySlot> {
  const kdf: KdfParameters = { algorithm: 'argon2id', version: 19, ...cost, salt: randomBytes(32).toString('base64') }
  const nonce = randomBytes(12)
  const head = { id: randomBytes(8).toString('hex'), kind, role, kdf, nonce: nonce.toString('base64') }
  const key = await deriveKey(secret, kdf)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(authenticatedHeader(vaultId, head))
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  key.fill(0)
  return { ...head, wrapped: wrapped.toString('base64') }
}

async function openSlot(vaultId: string, slot: KeySlot, secret: string): Promise<Buffer | null> {
  const key = await deriveKey(secret, slot.kdf)
  const sealed = Buffer.from(slot.wrapped, 'base64')
  try {
    // The length is said, or a tag cut to four bytes would do.
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'), { authTagLength: TAG_BYTES })
    decipher.setAAD(authenticatedHeader(vaultId, slot))
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()])
  } catch {
    return null
  } finally {
    key.fill(0)
  }
}

/** The data key and the slot that a secret opens, or null where it opens none of that kind. */
export async function unwrapDataKey(
  keyFile: KeyFile,
  kind: KeySlot['kind'],
  secret: string,
): Promise<{ readonly dataKey: Buffer; readonly slot: KeySlot } | null> {
  for (const slot of keyFile.slots) {
    if (slot.kind !== kind) continue
    const dataKey = await openSlot(keyFile.vaultId, slot, secret)
    if (dataKey) return { dataKey, slot }
  }
  return null
}

export type SubkeyLabel = 'store' | 'audit' | 'seal' | 'witness'

/** A key for one purpose, derived from the data key; no key is used twice (security requirement 8). */
export function subkey(dataKey: Uint8Array, label: SubkeyLabel): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `caseboard v1 ${label}`, 32))
}
