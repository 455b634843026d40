import { IsoInstant } from '#domain/dates.ts'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { z } from 'zod'

// A backup is one file: a compact copy of the store, and behind it a head, two checks and a foot (docs/file-format.md).
//   store | head (JSON) | HMAC-SHA-256 of all before | length of the head (32 bits, little-endian) | mark | SHA-256 of all before
// The store comes first, so that SQLite opens the backup where it lies and a restore is a copy of its first bytes.
const MARK = Buffer.from('CaseboardBackup1')
const MAC_BYTES = 32
const HASH_BYTES = 32
const MARK_AT = MAC_BYTES + 4
const FOOT_BYTES = MAC_BYTES + 4 + MARK.length + HASH_BYTES
const MOST_HEAD_BYTES = 1024 * 1024
const CHUNK = 256 * 1024

export const BackupHead = z.strictObject({
  format: z.literal('caseboard-backup'),
  version: z.literal(1),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  madeAt: IsoInstant,
  storeBytes: z.int().positive().multipleOf(4096),
  /** The text of the key file as it was, so that the passphrases of that day open the backup. */
  keyFile: z.string(),
})
export type BackupHead = z.infer<typeof BackupHead>

const AnyHead = z.looseObject({ format: z.literal('caseboard-backup'), version: z.int() })

export type BackupReading =
  | { readonly kind: 'read'; readonly head: BackupHead; readonly bytes: number }
  | { readonly kind: 'notABackup' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }

/** What of an open file is needed to read a backup; a backup in memory fits as well. */
export type BackupFile = {
  stat(): Promise<{ readonly size: number }>
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>
}

type Digest = { update(bytes: Uint8Array): unknown }
type Progress = (done: number, total: number) => void

/** Feeds `length` bytes of a file from its beginning to digests, yielding to requests after each chunk. False where the file ends before. */
async function feed(file: BackupFile, length: number, digests: readonly Digest[], onProgress?: Progress): Promise<boolean> {
  const buffer = Buffer.alloc(CHUNK)
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(CHUNK, length - at), at)
    if (bytesRead === 0) return false
    for (const digest of digests) digest.update(buffer.subarray(0, bytesRead))
    at += bytesRead
    onProgress?.(at, length)
  }
  return true
}

async function bytesAt(file: BackupFile, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** Makes a backup of a copied store by writing what follows the copy, and syncs the file. Throws what the disk throws. */
export async function completeBackup(
  file: FileHandle,
  macKey: Uint8Array,
  about: Omit<BackupHead, 'format' | 'version' | 'storeBytes'>,
): Promise<void> {
  const { size: storeBytes } = await file.stat()
  const head = Buffer.from(JSON.stringify({ format: 'caseboard-backup', version: 1, ...about, storeBytes } satisfies BackupHead))
  const [mac, hash] = [createHmac('sha256', macKey), createHash('sha256')]
  if (!(await feed(file, storeBytes, [mac, hash]))) throw new Error('the copy has shrunk')
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  mac.update(head)
  const beforeHash = Buffer.concat([head, mac.digest(), length, MARK])
  hash.update(beforeHash)
  const tail = Buffer.concat([beforeHash, hash.digest()])
  for (let at = 0; at < tail.length;) at += (await file.write(tail, at, tail.length - at, storeBytes + at)).bytesWritten
  await file.sync()
}

/**
 * Reads the head of a backup and compares the whole file with its checksum. No key is needed: this tells damage, a file that is no backup (or
 * has lost its end) and a newer format apart. Only `isAuthentic` says that a holder of the key made it.
 */
export async function readBackup(file: BackupFile, onProgress?: Progress): Promise<BackupReading> {
  const { size } = await file.stat()
  if (size <= FOOT_BYTES) return { kind: 'notABackup' }
  const foot = await bytesAt(file, size - FOOT_BYTES, FOOT_BYTES)
  if (!foot.subarray(MARK_AT, MARK_AT + MARK.length).equals(MARK)) return { kind: 'notABackup' }
  const hash = createHash('sha256')
  if (!(await feed(file, size - HASH_BYTES, [hash], onProgress)) || !hash.digest().equals(foot.subarray(FOOT_BYTES - HASH_BYTES)))
    return { kind: 'damaged' }
  const json = await headJson(file, size, foot)
  const any = AnyHead.safeParse(json)
  if (any.success && any.data.version > 1) return { kind: 'newer' }
  const head = BackupHead.safeParse(json)
  return head.success ? { kind: 'read', head: head.data, bytes: size } : { kind: 'damaged' }
}

/** What the head of a backup says, without reading the rest of the file to know that it is whole; null for what is no backup. */
export async function readHead(file: BackupFile): Promise<BackupHead | null> {
  const { size } = await file.stat()
  if (size <= FOOT_BYTES) return null
  const head = BackupHead.safeParse(await headJson(file, size, await bytesAt(file, size - FOOT_BYTES, FOOT_BYTES)))
  return head.success ? head.data : null
}

/** As `readHead`, of the file at a path, at once; null too for what cannot be read as a file. */
export function readHeadAt(path: string): BackupHead | null {
  let file: number | null = null
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const { size } = fstatSync(file)
    if (size <= FOOT_BYTES) return null
    const foot = Buffer.alloc(FOOT_BYTES)
    readSync(file, foot, 0, FOOT_BYTES, size - FOOT_BYTES)
    const length = foot.readUInt32LE(MAC_BYTES)
    const at = size - FOOT_BYTES - length
    if (length > MOST_HEAD_BYTES || at <= 0) return null
    const text = Buffer.alloc(length)
    readSync(file, text, 0, length, at)
    const head = BackupHead.safeParse(placedHead(text, at))
    return head.success ? head.data : null
  } catch {
    return null
  } finally {
    if (file !== null) closeSync(file)
  }
}

/** The head as JSON says it, or undefined where it is not where the foot says, or does not end where the store does. */
async function headJson(file: BackupFile, size: number, foot: Buffer): Promise<unknown> {
  const length = foot.readUInt32LE(MAC_BYTES)
  const at = size - FOOT_BYTES - length
  if (length > MOST_HEAD_BYTES || at <= 0) return undefined
  return placedHead(await bytesAt(file, at, length), at)
}

function placedHead(text: Buffer, at: number): unknown {
  const json = parseJson(text.toString('utf8'))
  const place = z.looseObject({ storeBytes: z.literal(at) }).safeParse(json)
  return place.success ? json : undefined
}

/** Whether head and store of a backup were put together by a holder of the key. */
export async function isAuthentic(file: BackupFile, macKey: Uint8Array, onProgress?: Progress): Promise<boolean> {
  const { size } = await file.stat()
  const mac = createHmac('sha256', macKey)
  if (!(await feed(file, size - FOOT_BYTES, [mac], onProgress))) return false
  const found = await bytesAt(file, size - FOOT_BYTES, MAC_BYTES)
  return found.length === MAC_BYTES && timingSafeEqual(found, mac.digest())
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
