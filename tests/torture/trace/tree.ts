import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export type Entry = { readonly kind: 'file'; readonly file: number } | { readonly kind: 'folder' }

/** The files of a folder: their names, and what is in them by number, so that a file keeps its content when its name changes. */
export type Tree = { readonly names: ReadonlyMap<string, Entry>; readonly files: ReadonlyMap<number, Buffer> }

/** Reads a folder whole. */
export function treeOf(root: string): Tree {
  const names = new Map<string, Entry>()
  const files = new Map<number, Buffer>()
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) names.set(relative(root, path), { kind: 'folder' })
    else {
      files.set(files.size + 1, readFileSync(path))
      names.set(relative(root, path), { kind: 'file', file: files.size })
    }
  }
  return { names, files }
}

/** Makes a folder hold what a tree says and nothing else. A file whose folder is not there is not there either. */
export function writeTree(root: string, { names, files }: Tree): void {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  for (const [path, entry] of [...names].toSorted(([one], [other]) => one.length - other.length)) {
    const above = dirname(path)
    if (above !== '.' && names.get(above)?.kind !== 'folder') continue
    if (entry.kind === 'folder') mkdirSync(join(root, path), { recursive: true })
    else writeFileSync(join(root, path), files.get(entry.file) ?? Buffer.alloc(0), { mode: 0o600 })
  }
}
