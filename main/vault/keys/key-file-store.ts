import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decodeKeyFile, encodeKeyFile, type KeyFile, type KeyFileReading } from './key-file.ts'

const names = ['caseboard.key', 'caseboard.key.copy'] as const

/** Makes what was written to a file durable. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes a folder's list of names durable. Windows cannot open folders; its rename is written through by the file system's journal. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Makes a folder, and those above it that are missing, for its own user alone, and their names durable. Throws what the disk throws. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  const top = dirname(first)
  for (let above = dirname(path); above.length >= top.length; above = dirname(above)) {
    syncFolder(above)
    if (above === top) return
  }
}

/** What a disk does that took less than it was given, without a word. */
function diskFailed(): Error {
  return Object.assign(new Error('the file written does not read back'), { code: 'EIO' })
}

/** A disk that is nearly full takes a part and says how much: the rest is written again, and then it says that it is full. */
function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) {
    const written = writeSync(file, bytes, at, bytes.length - at)
    if (written === 0) throw diskFailed()
    at += written
  }
}

/**
 * Replaces a file so that, at any crash and whatever the disk does, the old or the new text is there whole: written aside, synced, read back, renamed,
 * folder synced. Throws what the disk throws.
 */
export function writeFileDurably(path: string, text: string): void {
  const aside = `${path}.new`
  const file = openSync(aside, 'w', 0o600)
  try {
    writeWhole(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  if (readFileSync(aside, 'utf8') !== text) throw diskFailed()
  renameSync(aside, path)
  syncFolder(dirname(path))
}

/** Writes both copies of the key file, the second one first: the main one's is the moment from which the new one counts. */
export function writeKeyFile(folder: string, keyFile: KeyFile): void {
  const text = encodeKeyFile(keyFile)
  for (const name of [names[1], names[0]]) writeFileDurably(join(folder, name), text)
}

/** Reads the key file, or its copy where the file is missing or damaged. Where neither reads, a later version is spoken of before damage. */
export function readKeyFile(folder: string): KeyFileReading | { readonly kind: 'missing' } {
  let worst: KeyFileReading | { readonly kind: 'missing' } = { kind: 'missing' }
  for (const name of names) {
    // The copy is not touched where the file itself reads: what is wrong with it must not stand in the way.
    const text = textIn(folder, name)
    if (text === null) continue
    const reading = decodeKeyFile(text)
    if (reading.kind === 'read') return reading
    if (worst.kind !== 'newer') worst = reading
  }
  return worst
}

/** Whether the two copies are the same to the byte. */
export function doCopiesAgree(folder: string): boolean {
  const [first, second] = names
  return textIn(folder, first) === textIn(folder, second)
}

function textIn(folder: string, name: string): string | null {
  const path = join(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** Takes both copies away again: for a first run that could not be finished. */
export function removeKeyFile(folder: string): void {
  for (const name of names) rmSync(join(folder, name), { force: true })
}
