import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { fstatSync, readSync } from 'node:fs'

/** What reading every page of a store came to. Page numbers count from 1, as SQLite's do. */
export type PageCheck = {
  readonly pages: number
  readonly damaged: readonly number[]
}

export const PAGE_SIZE = 4096
export const SALT_BYTES = 16
const TAG_BYTES = 64
/** SQLite never writes the page that holds its lock bytes, at 1 GiB. */
const LOCK_PAGE = 0x4000_0000 / PAGE_SIZE + 1
/** About a millisecond of work: between two slices, requests are answered. */
const SLICE = 48

/** The key of the page tags of a SQLCipher v4 file, from the raw key and the file's own salt (security.md 6.5). */
export function tagKeyOf(key: Uint8Array, salt: Uint8Array): Buffer {
  const tagSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a))
  return pbkdf2Sync(key, tagSalt, 2, 32, 'sha512')
}

/** Whether the tag of a page fits its content and its number. */
export function isPageSound(tagKey: Uint8Array, page: Uint8Array, number: number): boolean {
  const numberBytes = Buffer.alloc(4)
  numberBytes.writeUInt32LE(number)
  const tag = createHmac('sha512', tagKey)
    .update(page.subarray(number === 1 ? SALT_BYTES : 0, PAGE_SIZE - TAG_BYTES))
    .update(numberBytes)
    .digest()
  return timingSafeEqual(tag, page.subarray(PAGE_SIZE - TAG_BYTES))
}

/**
 * Reads pages of an open file from `first` (1-based) and gives the numbers of those whose tag does not fit; fewer pages than asked at the end
 * of the file. A last page that is there in part counts as damaged. `bytes` is where the store ends when something follows it.
 */
function checkSlice(
  file: number,
  tagKey: Uint8Array,
  first: number,
  count: number,
  bytes: number,
): { readonly read: number; readonly damaged: readonly number[] } {
  const buffer = Buffer.alloc(Math.min(count * PAGE_SIZE, Math.max(0, bytes - (first - 1) * PAGE_SIZE)))
  let length = 0
  while (length < buffer.length) {
    const got = readSync(file, buffer, length, buffer.length - length, (first - 1) * PAGE_SIZE + length)
    if (got === 0) break
    length += got
  }
  const damaged: number[] = []
  const read = Math.ceil(length / PAGE_SIZE)
  for (let index = 0; index < read; index += 1) {
    const number = first + index
    const page = buffer.subarray(index * PAGE_SIZE, Math.min((index + 1) * PAGE_SIZE, length))
    if (number !== LOCK_PAGE && (page.length < PAGE_SIZE || !isPageSound(tagKey, page, number))) damaged.push(number)
  }
  return { read, damaged }
}

type Options = {
  /** Where the store ends in the file; the whole file by default, as long as it then is. */
  readonly bytes?: number
  readonly onProgress?: (done: number, total: number) => void
  /** Asked between slices; the check then ends with what it has found. */
  readonly isCancelled?: () => boolean
}

/**
 * Checks the tag of every page of a store, free pages included, on a file descriptor that somebody else opened and will close. It runs beside a
 * connection that writes the same file: a slice is read in one turn of the event loop, in which no transaction can be half-way.
 * Never open and close the file of a store in the process that holds it: on POSIX systems closing any descriptor drops the store's lock.
 */
export async function checkPages(file: number, key: Uint8Array, options: Options = {}): Promise<PageCheck> {
  const end = () => options.bytes ?? fstatSync(file).size
  const salt = Buffer.alloc(SALT_BYTES)
  readSync(file, salt, 0, SALT_BYTES, 0)
  const tagKey = tagKeyOf(key, salt)
  const damaged: number[] = []
  let first = 1
  while (options.isCancelled?.() !== true) {
    const slice = checkSlice(file, tagKey, first, SLICE, end())
    if (slice.read === 0) break
    damaged.push(...slice.damaged)
    first += slice.read
    options.onProgress?.(first - 1, Math.ceil(end() / PAGE_SIZE))
    await new Promise((resolve) => setImmediate(resolve))
  }
  tagKey.fill(0)
  return { pages: first - 1, damaged }
}
