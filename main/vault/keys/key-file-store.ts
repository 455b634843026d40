import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decodeKeyFile, encodeKeyFile, type KeyFile, type KeyFileReading } from './key-file.ts'

const names = ['caseboard.key', 'caseboard.key.copy'] as const

/** Replaces a file so that, at any crash, the old or the new text is there whole: written aside, synced, renamed, folder synced, read back. */
export function writeFileDurably(path: string, text: string): void {
  const aside = `${path}.new`
  const file = openSync(aside, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
  // Windows cannot open a folder to sync it; its rename is written through by the file system's journal.
  if (process.platform !== 'win32') {
    const folder = openSync(dirname(path), 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  }
  if (readFileSync(path, 'utf8') !== text) throw new Error('the file written does not read back')
}

/** Writes both copies of the key file, the second one first, so that the main one is never the only new one. */
export function writeKeyFile(folder: string, keyFile: KeyFile): void {
  const text = encodeKeyFile(keyFile)
  for (const name of [names[1], names[0]]) writeFileDurably(join(folder, name), text)
}

/** Reads the key file, or its copy where the file is missing or damaged. Where neither reads, a later version is spoken of before damage. */
export function readKeyFile(folder: string): KeyFileReading | { readonly kind: 'missing' } {
  let worst: KeyFileReading | { readonly kind: 'missing' } = { kind: 'missing' }
  for (const name of names) {
    const path = join(folder, name)
    if (!existsSync(path)) continue
    const reading = decodeKeyFile(readFileSync(path, 'utf8'))
    if (reading.kind === 'read') return reading
    if (worst.kind !== 'newer') worst = reading
  }
  return worst
}

/** Takes both copies away again: for a first run that could not be finished. */
export function removeKeyFile(folder: string): void {
  for (const name of names) rmSync(join(folder, name), { force: true })
}
