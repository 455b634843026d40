import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './root.ts'

/** What a bundle was made from and what came of it, so that it is made again only when one of them has changed. */
type Stamp = { readonly inputs: string; readonly outputs: Readonly<Record<string, string>> }

const stampFile = (name: string) => join(root, 'out/.stamps', `${name}.json`)

/** Every file under a path, the path itself where it is a file; sorted. Missing paths give nothing. */
export function filesUnder(path: string): readonly string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The SHA-256 of a file in hex. */
export function fileHash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function hashOfAll(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((each) => filesUnder(join(root, each)))) hash.update(`${relative(root, path)}\0${fileHash(path)}\n`)
  return hash.digest('hex')
}

function hashEach(paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.flatMap((each) => filesUnder(join(root, each))).map((path) => [relative(root, path), fileHash(path)]))
}

/** True when the outputs are exactly what the present inputs gave last time. */
export function isFresh(name: string, inputs: readonly string[], outputs: readonly string[]): boolean {
  if (!existsSync(stampFile(name))) return false
  const stamp = JSON.parse(readFileSync(stampFile(name), 'utf8')) as Stamp
  const present = hashEach(outputs)
  return Object.keys(present).length > 0 && JSON.stringify(present) === JSON.stringify(stamp.outputs) && hashOfAll(inputs) === stamp.inputs
}

/** The hash of the inputs, to be taken before a bundle is made: an edit during the build then counts as a change. */
export function inputsHash(inputs: readonly string[]): string {
  return hashOfAll(inputs)
}

export function writeStamp(name: string, inputs: string, outputs: readonly string[]): void {
  mkdirSync(dirname(stampFile(name)), { recursive: true })
  writeFileSync(stampFile(name), JSON.stringify({ inputs, outputs: hashEach(outputs) } satisfies Stamp))
}

export function dropStamp(name: string): void {
  rmSync(stampFile(name), { force: true })
}
