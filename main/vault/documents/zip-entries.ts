import { accept, type FileProblem, refuse, type Result } from '#domain/refusal.ts'
import { inflateRawSync } from 'node:zlib'
import { megabyte, sheetLimits } from './sheet.ts'

/** One entry of a ZIP file's central directory; nothing of it is believed before it has been inflated under a cap. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly packedSize: number
  readonly statedSize: number
  readonly headerOffset: number
}

const [endSignature, entrySignature, localSignature] = [0x06054b50, 0x02014b50, 0x04034b50]
const [endLength, entryLength, localLength, longestComment] = [22, 46, 30, 0xffff]
const [stored, deflated] = [0, 8]

/** The central directory, checked against the limits. ZIP64 and split archives are refused: no sheet of 50 MB needs them. */
export function readZipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[]> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOffset(view)
  if (end < 0) return unreadable('damaged')
  const count = view.readUInt16LE(end + 10)
  if (count > sheetLimits.zipEntries) return unreadable('expandsTooMuch')
  let at = view.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > view.length || view.readUInt32LE(at) !== entrySignature) return unreadable('damaged')
    const nameLength = view.readUInt16LE(at + 28)
    const next = at + entryLength + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
    if (next > view.length) return unreadable('damaged')
    entries.push({
      name: view.toString('utf8', at + entryLength, at + entryLength + nameLength),
      method: view.readUInt16LE(at + 10),
      isEncrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      packedSize: view.readUInt32LE(at + 20),
      statedSize: view.readUInt32LE(at + 24),
      headerOffset: view.readUInt32LE(at + 42),
    })
    at = next
  }
  const stated = entries.reduce((sum, entry) => sum + entry.statedSize, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packedSize, 0)
  if (stated > sheetLimits.inflatedMegabytes * megabyte || stated > megabyte + packed * sheetLimits.inflationRatio)
    return unreadable('expandsTooMuch')
  return new Set(entries.map(({ name }) => name)).size === entries.length ? accept(entries) : unreadable('damaged')
}

/**
 * One entry's content, of at most `most` bytes and no more than its share of the whole: it stops inflating there, whatever size was stated.
 */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry, most: number): Result<Uint8Array> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.isEncrypted) return unreadable('password')
  if (entry.headerOffset + localLength > view.length || view.readUInt32LE(entry.headerOffset) !== localSignature)
    return unreadable('damaged')
  const start = entry.headerOffset + localLength + view.readUInt16LE(entry.headerOffset + 26) + view.readUInt16LE(entry.headerOffset + 28)
  const packed = view.subarray(start, start + entry.packedSize)
  if (packed.length !== entry.packedSize) return unreadable('damaged')
  const cap = Math.min(most, megabyte + entry.packedSize * sheetLimits.inflationRatio)
  if (entry.method === stored) return packed.length > cap ? unreadable('expandsTooMuch') : accept(packed)
  if (entry.method !== deflated) return unreadable('damaged')
  try {
    return accept(inflateRawSync(packed, { maxOutputLength: Math.max(1, cap) }))
  } catch (error) {
    return unreadable(error instanceof RangeError ? 'expandsTooMuch' : 'damaged')
  }
}

function endOffset(view: Buffer): number {
  const first = Math.max(0, view.length - endLength - longestComment)
  for (let at = view.length - endLength; at >= first; at -= 1) if (view.readUInt32LE(at) === endSignature) return at
  return -1
}

function unreadable(problem: FileProblem) {
  return refuse({ code: 'fileNotReadable', problem })
}
