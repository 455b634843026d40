import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import type { Needle } from '../canary-entries.ts'

/** A file that was written: what it is called, what it holds, and where it was found. */
export type WrittenFile = { readonly name: string; readonly bytes: Buffer }

const LARGEST = 256 * 1024 * 1024

function contentOf(path: string): Buffer | null {
  try {
    const { size } = statSync(path)
    return size > LARGEST ? null : readFileSync(path)
  } catch {
    return null
  }
}

/** Every file under a folder as it is now. */
export function filesUnder(folder: string): readonly WrittenFile[] {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    const bytes = entry.isFile() ? contentOf(path) : Buffer.alloc(0)
    return bytes === null ? [] : [{ name: path.slice(folder.length + 1), bytes }]
  })
}

/** Every regular file that processes hold open although it has no name any more, but for what lies in memory alone. */
export function unlinkedFiles(pids: readonly number[]): readonly WrittenFile[] {
  const seen = new Set<string>()
  return pids.flatMap((pid) => {
    const folder = `/proc/${String(pid)}/fd`
    let numbers: readonly string[]
    try {
      numbers = readdirSync(folder)
    } catch {
      return []
    }
    return numbers.flatMap((number) => {
      const path = `${folder}/${number}`
      try {
        const target = readlinkSync(path)
        const isUnlinked = target.endsWith(' (deleted)') || target.includes('etilqs_')
        if (!isUnlinked || target.startsWith('/memfd:') || target.startsWith('/dev/shm/') || target.startsWith('/dev/zero')) return []
        const { ino, dev, size, mode } = statSync(path)
        const key = `${String(dev)}:${String(ino)}`
        if ((mode & 0o170000) !== 0o100000 || seen.has(key)) return []
        seen.add(key)
        return [{ name: `${target} of process ${String(pid)}`, bytes: readAll(path, Math.min(size, LARGEST)) }]
      } catch {
        return []
      }
    })
  })
}

function readAll(path: string, size: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(size)
    return bytes.subarray(0, readSync(file, bytes, 0, size, 0))
  } finally {
    closeSync(file)
  }
}

/** The file's bytes, and what they unpack to where they are packed: gzip, zlib, Brotli and the entries of a zip. */
function forms(bytes: Buffer): readonly Buffer[] {
  const unpacked: Buffer[] = []
  const attempt = (unpack: () => Buffer): void => {
    try {
      unpacked.push(unpack())
    } catch {
      // Not packed that way.
    }
  }
  if (bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b) attempt(() => gunzipSync(bytes))
  if (bytes.length > 2 && bytes[0] === 0x78) attempt(() => inflateSync(bytes))
  if (bytes.length > 2 && bytes.length < 1_000_000) attempt(() => brotliDecompressSync(bytes, { maxOutputLength: 16_000_000 }))
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    if (bytes.readUInt16LE(at + 8) === 8) attempt(() => inflateRawSync(bytes.subarray(start), { maxOutputLength: 16_000_000 }))
  }
  return [bytes, ...unpacked]
}

/** Each needle that stands in one of the files, their names included. */
export function foundIn(files: readonly WrittenFile[], needles: readonly Needle[]): readonly string[] {
  return files.flatMap(({ name, bytes }) => {
    const all = [Buffer.from(name), ...forms(bytes)]
    return needles.filter(({ bytes: needle }) => all.some((form) => form.includes(needle))).map(({ what }) => `${what} in ${name}`)
  })
}
