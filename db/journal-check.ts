import { createDecipheriv } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { isPageSound, PAGE_SIZE, SALT_BYTES, tagKeyOf } from './page-check.ts'

// SQLite plays a rollback journal back as far as it can read it, and takes whatever it cannot read for the end: one turned bit in it, and half of a
// change stays in the store with every page of it right. So the journal is read here first, against the tags of its pages.
//   header, at the start of a sector: mark (8) | records (4) | nonce (4) | pages of the store before (4) | bytes of a sector (4) | bytes of a page (4)
//   record: number of the page (4) | the page, under the key | checksum (4), big-endian all of them
const MARK = Buffer.from('d9d505f920a163d7', 'hex')
const HEADER_BYTES = 28
const RECORD_BYTES = 4 + PAGE_SIZE + 4
/** Where the first page says how many pages there are. */
const SIZE_FIELD = 28
const RESERVED = 80
const IV_BYTES = 16

type Header = { readonly records: number; readonly nonce: number; readonly pagesBefore: number; readonly sector: number }

/** A header whose mark and number were never written (the store is untouched then), one to be played back, the end, or none that SQLite writes. */
type HeaderReading = { readonly kind: 'header'; readonly header: Header } | { readonly kind: 'nothing' } | { readonly kind: 'damaged' }

function bytesAt(file: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, readSync(file, buffer, 0, length, at))
}

/** How many bits two buffers of one length differ in. */
function distance(one: Uint8Array, other: Uint8Array): number {
  let bits = 0
  for (const [index, byte] of one.entries()) for (let rest = byte ^ (other[index] ?? 0); rest > 0; rest &= rest - 1) bits += 1
  return bits
}

function headerAt(journal: number, at: number): HeaderReading {
  const bytes = bytesAt(journal, at, HEADER_BYTES)
  const mark = bytes.subarray(0, MARK.length)
  if (!mark.equals(MARK)) {
    // Behind the first header lies what earlier changes have left; only there anything may stand.
    if (at > 0) return { kind: mark.length === MARK.length && distance(mark, MARK) <= 2 ? 'damaged' : 'nothing' }
    return { kind: bytes.subarray(0, 12).every((byte) => byte === 0) ? 'nothing' : 'damaged' }
  }
  if (bytes.length < HEADER_BYTES) return { kind: 'damaged' }
  const [records, nonce, pagesBefore, sector] = [8, 12, 16, 20].map((offset) => bytes.readUInt32BE(offset))
  // No records at all is what a commit writes that touched no further page after the cache had been spilled.
  const isPlausible = (sector ?? 0) >= 32 && (sector ?? 0) <= 65_536 && bytes.readUInt32BE(24) === PAGE_SIZE
  if (!isPlausible) return { kind: 'damaged' }
  return { kind: 'header', header: { records: records ?? 0, nonce: nonce ?? 0, pagesBefore: pagesBefore ?? 0, sector: sector ?? 0 } }
}

type Keys = { readonly page: Uint8Array; readonly tag: Uint8Array }

/** A page as SQLite sees it; the first one's salt and the end of every page, which SQLite leaves to the cipher, stay as they are. */
function decrypted(page: Buffer, number: number, key: Uint8Array): Buffer {
  const [start, end] = [number === 1 ? SALT_BYTES : 0, PAGE_SIZE - RESERVED]
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + IV_BYTES)).setAutoPadding(false)
  return Buffer.concat([page.subarray(0, start), decipher.update(page.subarray(start, end)), decipher.final(), page.subarray(end)])
}

type PageOfJournal = { readonly number: number; readonly page: Buffer }

/** The record at a place, its page in the clear; null where what stands there is none of this header's, or not what was written. */
function recordAt(journal: number, at: number, nonce: number, keys: Keys): PageOfJournal | null {
  const bytes = bytesAt(journal, at, RECORD_BYTES)
  if (bytes.length < RECORD_BYTES) return null
  const number = bytes.readUInt32BE(0)
  const sealed = bytes.subarray(4, 4 + PAGE_SIZE)
  if (!isPageSound(keys.tag, sealed, number)) return null
  const page = decrypted(sealed, number, keys.page)
  // SQLite's checksum is over the page in the clear, and ties it to this header.
  let sum = nonce
  for (let each = PAGE_SIZE - 200; each > 0; each -= 200) sum = (sum + (page[each] ?? 0)) >>> 0
  return sum === bytes.readUInt32BE(4 + PAGE_SIZE) ? { number, page } : null
}

function isSoundOnce(path: string, key: Uint8Array): boolean {
  const journal = openSync(`${path}-journal`, 'r')
  try {
    if (headerAt(journal, 0).kind === 'nothing') return true
    const store = openSync(path, 'r')
    const tagKey = tagKeyOf(key, bytesAt(store, 0, SALT_BYTES))
    try {
      return isPlayable(journal, store, { page: key, tag: tagKey })
    } finally {
      tagKey.fill(0)
      closeSync(store)
    }
  } finally {
    closeSync(journal)
  }
}

function isPlayable(journal: number, store: number, keys: Keys): boolean {
  const { size } = fstatSync(journal)
  const seen = new Set<number>()
  let firstPage: Buffer | null = null
  let pagesBefore: number | null = null
  let at = 0
  while (at < size) {
    const reading = headerAt(journal, at)
    if (reading.kind === 'damaged') return false
    if (reading.kind === 'nothing') break
    const { records, nonce, sector, pagesBefore: pages } = reading.header
    pagesBefore ??= pages
    let place = at + sector
    for (let each = 0; each < records; each += 1, place += RECORD_BYTES) {
      const record = recordAt(journal, place, nonce, keys)
      if (record === null || seen.has(record.number)) return false
      seen.add(record.number)
      if (record.number === 1) firstPage = record.page
    }
    // One more that fits: the number of records is not what it was.
    if (recordAt(journal, place, nonce, keys) !== null) return false
    at = Math.ceil(place / sector) * sector
  }
  return pagesBefore === (firstPage ?? decrypted(bytesAt(store, 0, PAGE_SIZE), 1, keys.page)).readUInt32BE(SIZE_FIELD)
}

const ATTEMPTS = 2
const PAUSE_MS = 15

/**
 * True where a rollback journal beside a store can be played back whole, and where there is nothing to play back. A store that another program is
 * writing may look otherwise for a moment, so it is looked at again. Throws what the disk throws.
 */
export function isJournalSound(path: string, key: Uint8Array): boolean {
  for (let attempt = 1; existsSync(`${path}-journal`); attempt += 1) {
    if (isSoundOnce(path, key)) return true
    if (attempt === ATTEMPTS) return false
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
  }
  return true
}

/**
 * Puts every page of a store's damaged journal that is as it was written back into a copy of the store: the fewer pages of the cut-off change stay, the
 * more rows can be read. What does not fit is passed over; where the first header does not, all of it. Throws what the disk throws.
 */
export function putBackSoundPages(path: string, key: Uint8Array, copy: string): void {
  const journal = openSync(`${path}-journal`, 'r')
  const target = openSync(copy, 'r+')
  const tagKey = tagKeyOf(key, bytesAt(target, 0, SALT_BYTES))
  try {
    const { size } = fstatSync(journal)
    const seen = new Set<number>()
    for (let at = 0; at < size;) {
      const reading = headerAt(journal, at)
      if (reading.kind !== 'header') return
      const { records, nonce, sector } = reading.header
      let place = at + sector
      for (let each = 0; each < records && place < size; each += 1, place += RECORD_BYTES) {
        const record = recordAt(journal, place, nonce, { page: key, tag: tagKey })
        if (record === null || seen.has(record.number)) continue
        seen.add(record.number)
        const sealed = bytesAt(journal, place + 4, PAGE_SIZE)
        for (let written = 0; written < PAGE_SIZE;)
          written += writeSync(target, sealed, written, PAGE_SIZE - written, (record.number - 1) * PAGE_SIZE + written)
      }
      at = Math.ceil(place / sector) * sector
    }
  } finally {
    tagKey.fill(0)
    closeSync(journal)
    closeSync(target)
  }
}
