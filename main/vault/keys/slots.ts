import { hashRaw } from '@node-rs/argon2'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { defaultCost, type KdfCost } from './kdf-cost.ts'
import type { KdfParameters, KeyFile, KeySlot } from './key-file.ts'

export { defaultCost, type KdfCost } from './kdf-cost.ts'

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
  return Buffer.from(
    JSON.stringify([
      'caseboard-key',
      1,
      vaultId,
      slot.id,
      slot.kind,
      slot.role,
      { algorithm, version, memoryKib, passes, lanes, salt },
      slot.nonce,
    ]),
  )
}

/** Parameters with a salt of their own. */
export function newParameters({ memoryKib, passes, lanes }: KdfCost): KdfParameters {
  return { algorithm: 'argon2id', version: 19, memoryKib, passes, lanes, salt: randomBytes(32).toString('base64') }
}

/**
 * The parameters for one more slot of a file: those of a slot of the same kind where they cost the same, salt included. The holders of one file
 * share a salt so that one derivation tries a passphrase on all of their slots (docs/decisions/0013).
 */
export function parametersBeside(slots: readonly KeySlot[], kind: KeySlot['kind'], cost: KdfCost): KdfParameters {
  const alike = slots.find(
    (slot) =>
      slot.kind === kind && slot.kdf.memoryKib === cost.memoryKib && slot.kdf.passes === cost.passes && slot.kdf.lanes === cost.lanes,
  )
  return alike?.kdf ?? newParameters(cost)
}

export type SlotHead = Pick<KeySlot, 'id' | 'kind' | 'role'>

/** The keys that one secret gives, each derived once however many slots are tried with it. `wipe` clears them. */
export function keysOf(secret: string) {
  const derived = new Map<string, { readonly key: Buffer; readonly tookMs: number }>()
  return {
    /** The key under some parameters, and how many milliseconds its derivation took. */
    under: async (kdf: KdfParameters) => {
      const name = [kdf.memoryKib, kdf.passes, kdf.lanes, kdf.salt].join(' ')
      const known = derived.get(name)
      if (known) return known
      const start = performance.now()
      const made = { key: await deriveKey(secret, kdf), tookMs: performance.now() - start }
      derived.set(name, made)
      return made
    },
    wipe: (): void => {
      for (const { key } of derived.values()) key.fill(0)
    },
  }
}
export type SecretKeys = ReturnType<typeof keysOf>

/** Wraps the data key under a secret. With the `id` of another slot it takes the place of that one. */
export async function wrapDataKey(
  vaultId: string,
  dataKey: Uint8Array,
  keys: SecretKeys,
  { id, kind, role }: SlotHead,
  kdf: KdfParameters,
): Promise<KeySlot> {
  const nonce = randomBytes(12)
  const head = { id, kind, role, kdf, nonce: nonce.toString('base64') }
  const { key } = await keys.under(kdf)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(authenticatedHeader(vaultId, head))
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  return { ...head, wrapped: wrapped.toString('base64') }
}

export function newSlotId(): string {
  return randomBytes(8).toString('hex')
}

/** Wraps the data key for one more secret, in a slot with a salt of its own. */
export async function makeSlot(
  vaultId: string,
  dataKey: Uint8Array,
  secret: string,
  kind: KeySlot['kind'],
  role: KeySlot['role'],
  cost: KdfCost = defaultCost,
): Promise<KeySlot> {
  const keys = keysOf(secret)
  try {
    return await wrapDataKey(vaultId, dataKey, keys, { id: newSlotId(), kind, role }, newParameters(cost))
  } finally {
    keys.wipe()
  }
}

function openSlot(vaultId: string, slot: KeySlot, key: Uint8Array): Buffer | null {
  const sealed = Buffer.from(slot.wrapped, 'base64')
  try {
    // The length is said, or a tag cut to four bytes would do.
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'), { authTagLength: TAG_BYTES })
    decipher.setAAD(authenticatedHeader(vaultId, slot))
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

export type Unwrapped = {
  readonly dataKey: Buffer
  readonly slot: KeySlot
  /** How long the derivation of this slot's key took. */
  readonly tookMs: number
}

/** The data key and the slot that a secret opens, or null where it opens none of that kind. Every wrong secret costs the same. */
export async function unwrapDataKey(
  keyFile: Pick<KeyFile, 'vaultId' | 'slots'>,
  kind: KeySlot['kind'],
  secret: string,
): Promise<Unwrapped | null> {
  const keys = keysOf(secret)
  try {
    return await unwrapWith(keyFile, kind, keys)
  } finally {
    keys.wipe()
  }
}

/** As `unwrapDataKey`, for a secret of which more is wanted; the caller wipes its keys. */
export async function unwrapWith(
  keyFile: Pick<KeyFile, 'vaultId' | 'slots'>,
  kind: KeySlot['kind'],
  keys: SecretKeys,
): Promise<Unwrapped | null> {
  for (const slot of keyFile.slots) {
    if (slot.kind !== kind) continue
    const { key, tookMs } = await keys.under(slot.kdf)
    const dataKey = openSlot(keyFile.vaultId, slot, key)
    if (dataKey) return { dataKey, slot, tookMs }
  }
  return null
}

export type SubkeyLabel = 'store' | 'audit' | 'seal' | 'witness' | 'backup'

/** A key for one purpose, derived from the data key; no key is used twice (security requirement 8). */
export function subkey(dataKey: Uint8Array, label: SubkeyLabel): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `caseboard v1 ${label}`, 32))
}
