import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { FoundFile } from './open-file.ts'

/** Writes store and key file as a data folder that the app opens. Nothing in it is readable without the passphrase. */
export function writeDataFolder(found: FoundFile, out: string): readonly string[] {
  mkdirSync(out, { recursive: true, mode: 0o700 })
  const paths = ['caseboard.store', 'caseboard.key', 'caseboard.key.copy'].map((name) => join(out, name))
  const [storePath = '', ...keyPaths] = paths
  const taken = paths.find((path) => existsSync(path))
  if (taken !== undefined) throw new Error(`${taken} is there already. Choose an empty folder.`)
  copyFirst(found.path, storePath, found.storeBytes)
  for (const path of keyPaths) writeFileSync(path, found.keyFileText, { mode: 0o600, flag: 'wx' })
  return paths
}

function copyFirst(from: string, to: string, bytes: number): void {
  const [source, target] = [openSync(from, 'r'), openSync(to, 'wx', 0o600)]
  try {
    const buffer = Buffer.alloc(1024 * 1024)
    for (let at = 0; at < bytes;) {
      const got = readSync(source, buffer, 0, Math.min(buffer.length, bytes - at), at)
      if (got === 0) throw new Error('the file ended too early')
      for (let written = 0; written < got;) written += writeSync(target, buffer, written, got - written, at + written)
      at += got
    }
    fsyncSync(target)
  } finally {
    closeSync(source)
    closeSync(target)
  }
}
