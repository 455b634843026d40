import { createHash } from 'node:crypto'
import { Role } from '#domain/role.ts'
import { z } from 'zod'

/** Reader's bounds of the Argon2id cost (security requirement 2): less is a downgrade, more is a denial of service. Memory in KiB. */
const MIN_MEMORY = 64 * 1024
const MAX_MEMORY = 1024 * 1024

export const KdfParameters = z.strictObject({
  algorithm: z.literal('argon2id'),
  version: z.literal(19),
  memoryKib: z.int().min(MIN_MEMORY).max(MAX_MEMORY),
  passes: z.int().min(3).max(10),
  lanes: z.int().min(1).max(4),
  salt: z.base64(),
})
export type KdfParameters = z.infer<typeof KdfParameters>

/** One way in: a person's passphrase or the recovery key, each wrapping the same data key. */
export const KeySlot = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  kind: z.enum(['passphrase', 'recovery']),
  role: Role,
  kdf: KdfParameters,
  nonce: z.base64(),
  wrapped: z.base64(),
})
export type KeySlot = z.infer<typeof KeySlot>

/** So that no wrong passphrase is tried for ever. */
export const maxSlots = 16

export const KeyFile = z.strictObject({
  format: z.literal('caseboard-key'),
  version: z.literal(1),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  slots: z.array(KeySlot).min(1).max(maxSlots),
})
export type KeyFile = z.infer<typeof KeyFile>

export type KeyFileReading =
  | { readonly kind: 'read'; readonly keyFile: KeyFile }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }

const Envelope = z.looseObject({ body: z.string(), sha256: z.string() })
const Header = z.looseObject({ format: z.literal('caseboard-key'), version: z.int() })

function checksum(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}

/** The file's text: the body as a string, and its SHA-256, which tells damage from a wrong passphrase (KDBX4's order). */
export function encodeKeyFile(keyFile: KeyFile): string {
  const body = JSON.stringify(keyFile)
  return `${JSON.stringify({ body, sha256: checksum(body) }, null, 1)}\n`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a key file's text. A checksum that does not fit means damage; a sound file of a later version is told apart. */
export function decodeKeyFile(text: string): KeyFileReading {
  const envelope = Envelope.safeParse(parseJson(text))
  if (!envelope.success || checksum(envelope.data.body) !== envelope.data.sha256) return { kind: 'damaged' }
  const body = parseJson(envelope.data.body)
  const header = Header.safeParse(body)
  if (header.success && header.data.version > 1) return { kind: 'newer' }
  const keyFile = KeyFile.safeParse(body)
  return keyFile.success ? { kind: 'read', keyFile: keyFile.data } : { kind: 'damaged' }
}
