import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Entry, Tree } from './tree.ts'

/** What a traced program did to the files of one folder, in order. Paths are relative to it; `.` is the folder itself. */
export type FileEvent =
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: number; readonly length: number }
  /** A name is given to a new file or folder, or taken away, or given to what had another. */
  | { readonly kind: 'enter'; readonly path: string; readonly entry: Entry }
  | { readonly kind: 'leave'; readonly path: string }
  | { readonly kind: 'move'; readonly from: string; readonly path: string; readonly entry: Entry }
  /** `until`: how many events had happened when the call came back; only then it counts. */
  | { readonly kind: 'sync'; readonly target: number | string; readonly path: string; readonly until: number }
  /** A line that the program wrote to its output. */
  | { readonly kind: 'said'; readonly line: string }

type Call = { readonly name: string; readonly args: string; readonly result: string; readonly begin: number }

const LINE = /^(\d+) +(.*)$/
const WHOLE = /^(\w+)\((.*)\) += (-?\d+)(.*)$/s
const UNFINISHED = /^(\w+)\((.*) <unfinished \.\.\.>$/s
const RESUMED = /^<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)(.*)$/s

function unescaped(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}

/** `12</a/path>` as number and path; a file whose name is gone has none. */
function descriptor(text: string): { readonly fd: number; readonly path: string | null } {
  const found = /^(\d+)<((?:\\x[0-9a-f]{2})*)>(\(deleted\))?/.exec(text)
  return { fd: Number(found?.[1] ?? Number.NaN), path: found?.[3] === undefined ? unescaped(found?.[2] ?? '').toString() : null }
}

const quoted = (args: string): readonly Buffer[] => [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text]) => unescaped(text ?? ''))

/**
 * Reads what strace wrote (see `tracing`) as events in `root`, on files that are there before as `start` says. Throws where a call does something
 * to a file of the folder that is not understood: an event left out would be a guess.
 */
export function fileEvents(traceFile: string, root: string, start: Tree): readonly FileEvent[] {
  const events: FileEvent[] = []
  const names = new Map(start.names)
  const offsets = new Map<number, number>()
  const unfinished = new Map<string, { readonly args: string; readonly begin: number; readonly syncAt: number | null }>()
  let nextId = Math.max(0, ...start.files.keys()) + 1

  const inRoot = (path: string | null): string | null =>
    path === null ? null : path === root ? '.' : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null
  const fileAt = (path: string): number => {
    const entry = names.get(path)
    if (entry?.kind !== 'file') throw new Error(`the trace speaks of ${path}, which is no file`)
    return entry.file
  }
  const enter = (path: string, entry: Entry): void => {
    names.set(path, entry)
    events.push({ kind: 'enter', path, entry })
  }
  const write = (path: string, at: number, bytes: Buffer): void => {
    events.push({ kind: 'write', file: fileAt(path), at, bytes })
  }

  const open = ({ args, result }: Call): void => {
    const path = inRoot(quoted(args)[0]?.toString() ?? '')
    if (path === null) return
    offsets.set(descriptor(result).fd, 0)
    if (args.includes('O_CREAT') && !names.has(path)) enter(path, { kind: 'file', file: nextId++ })
    else if (args.includes('O_TRUNC')) events.push({ kind: 'truncate', file: fileAt(path), length: 0 })
  }

  const written = ({ name, args, result }: Call): void => {
    const { fd, path } = descriptor(args)
    const bytes = quoted(args.slice(args.indexOf('>')))[0] ?? Buffer.alloc(0)
    const length = Number.parseInt(result, 10)
    if (fd === 1 && name === 'write') {
      for (const line of bytes.toString().split('\n')) if (line !== '') events.push({ kind: 'said', line })
      return
    }
    const inside = inRoot(path)
    if (inside === null) return
    const at = name === 'write' ? (offsets.get(fd) ?? 0) : Number(/, (\d+)$/.exec(args)?.[1])
    if (bytes.length < length || Number.isNaN(at)) throw new Error(`the trace cuts a write to ${inside} short`)
    if (name === 'write') offsets.set(fd, at + length)
    write(inside, at, bytes.subarray(0, length))
  }

  const renamed = (args: string): void => {
    const [from, to] = quoted(args).map((path) => inRoot(path.toString()))
    if (from == null || to == null) return
    const entry = names.get(from)
    if (!entry || dirname(from) !== dirname(to)) throw new Error(`the trace moves ${from} to ${to}`)
    names.delete(from)
    names.set(to, entry)
    events.push({ kind: 'move', from, path: to, entry })
  }

  const take = (call: Call): void => {
    const { name, args, result } = call
    if (result.startsWith('-')) return
    switch (name) {
      case 'openat':
        return open(call)
      case 'write':
      case 'pwrite64':
        return written(call)
      case 'fsync':
      case 'fdatasync': {
        const path = inRoot(descriptor(args).path)
        const entry = path === null || path === '.' ? null : names.get(path)
        if (path !== null)
          events.splice(call.begin, 0, {
            kind: 'sync',
            target: entry?.kind === 'file' ? entry.file : path,
            path,
            until: events.length + 1,
          })
        return
      }
      case 'ftruncate': {
        const path = inRoot(descriptor(args).path)
        if (path !== null) events.push({ kind: 'truncate', file: fileAt(path), length: Number(args.split(', ').at(-1)) })
        return
      }
      case 'mkdir': {
        const path = inRoot(quoted(args)[0]?.toString() ?? '')
        if (path !== null) enter(path, { kind: 'folder' })
        return
      }
      case 'unlink':
      case 'unlinkat':
      case 'rmdir': {
        const path = inRoot(quoted(args)[0]?.toString() ?? '')
        if (path === null) return
        names.delete(path)
        events.push({ kind: 'leave', path })
        return
      }
      case 'rename':
      case 'renameat':
      case 'renameat2':
        return renamed(args)
      default: {
        const touched = [descriptor(args).path, ...quoted(args).map(String)].map(inRoot).find((path) => path !== null)
        if (touched !== undefined) throw new Error(`the trace has a ${name} of ${basename(touched ?? '')}, which is not understood`)
      }
    }
  }

  for (const line of readFileSync(traceFile, 'utf8').split('\n')) {
    const [, thread = '', rest = ''] = LINE.exec(line) ?? []
    const [, cutName, cutArgs = ''] = UNFINISHED.exec(rest) ?? []
    if (cutName !== undefined) {
      unfinished.set(thread, { args: cutArgs, begin: events.length, syncAt: null })
      continue
    }
    const [, resumedName, more = '', resumedResult = '', resumedPath = ''] = RESUMED.exec(rest) ?? []
    if (resumedName !== undefined) {
      const { args = '', begin = events.length } = unfinished.get(thread) ?? {}
      take({ name: resumedName, args: args + more, result: resumedResult + resumedPath, begin })
      continue
    }
    const [, name, args = '', result = '', path = ''] = WHOLE.exec(rest) ?? []
    if (name !== undefined) take({ name, args, result: result + path, begin: events.length })
  }
  return events
}
