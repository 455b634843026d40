import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The SHA-256 of every native module, by its path under node_modules, as build/bundle/native-hashes.ts wrote it into the bundle. */
export type NativeHashes = Readonly<Record<string, string>>

type Machine = { readonly platform: string; readonly arch: string }

const sqlite = 'better-sqlite3-multiple-ciphers'
const argon2 = '@node-rs/argon2'
/** Where the loaders of the two packages look. */
const folders = [`${sqlite}/prebuilds`, `${sqlite}/build/Debug`, `${sqlite}/build/Release`]

/** Every file that the loaders of the two packages with binaries could load, as paths under node_modules. */
export async function nativeFiles(nodeModules: string): Promise<readonly string[]> {
  const scope = await namesIn(join(nodeModules, '@node-rs'))
  const looked = [...folders, ...scope.filter((name) => name.startsWith('argon2')).map((name) => `@node-rs/${name}`)]
  const found = await Promise.all(
    looked.map(async (folder) => (await namesIn(join(nodeModules, folder))).map((name) => `${folder}/${name}`)),
  )
  return found
    .flat()
    .filter((path) => path.endsWith('.node'))
    .toSorted()
}

export async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}

/**
 * Looks at the native modules that this machine would load (security.md 48): they lie outside the archive, whose integrity Electron checks by
 * itself. Gives the first that is not the file which the app was built with, that is missing, or that was put beside it; null where all is as
 * it was. What is changed between this look and the loading is not seen.
 */
export async function changedNative(nodeModules: string, hashes: NativeHashes, machine: Machine = process): Promise<string | null> {
  const isOurs = (path: string): boolean => path.includes(machine.platform) && path.includes(machine.arch)
  const found = await nativeFiles(nodeModules)
  const stranger = found.find((path) => hashes[path] === undefined)
  if (stranger !== undefined) return stranger
  const loaded = found.filter(isOurs)
  for (const name of [sqlite, argon2]) if (!loaded.some((path) => path.startsWith(name))) return name
  const now = await Promise.all(loaded.map((path) => hashOf(join(nodeModules, path))))
  return loaded.find((path, at) => hashes[path] !== now[at]) ?? null
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}
