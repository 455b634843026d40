import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Needle } from '../canary-entries.ts'

/** Lets everything after it write dumps of any size; empty text says why this machine writes none that could be found. */
export const dumping: readonly string[] = ['prlimit', '--core=unlimited:unlimited']

/** Why no dump could be found here, or null: the system hands dumps to a program of its own, or forbids them. */
export function whyNoDumps(): string | null {
  const pattern = readFileSync('/proc/sys/kernel/core_pattern', 'latin1').trim()
  if (pattern.startsWith('|') || pattern.includes('/')) return `this system gives its dumps to ${pattern}`
  return spawnSync(dumping[0] ?? '', [...dumping.slice(1), 'true']).status === 0 ? null : 'this system allows no dumps'
}

const CHUNK = 4 * 1024 * 1024

/** The needles that stand in a file, read in chunks that overlap. */
export function needlesInFile(path: string, needles: readonly Needle[]): readonly string[] {
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1
  const buffer = Buffer.alloc(CHUNK + overlap)
  const found = new Set<string>()
  const file = openSync(path, 'r')
  try {
    for (let at = 0; ; at += CHUNK) {
      const read = readSync(file, buffer, 0, buffer.length, at)
      if (read === 0) return [...found]
      const chunk = buffer.subarray(0, read)
      for (const { what, bytes } of needles) if (chunk.includes(bytes)) found.add(what)
    }
  } finally {
    closeSync(file)
  }
}

const isThere = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${String(pid)}/status`, 'latin1'))
  } catch {
    return false
  }
}

export type Dump = { readonly path: string; readonly bytes: number }

/** Lets a process crash, and gives the dump that it leaves in its working folder; null where it leaves none. */
export async function dumpOf(pid: number, folder: string): Promise<Dump | null> {
  process.kill(pid, 'SIGABRT')
  // A process that is held goes on to its end.
  process.kill(pid, 'SIGCONT')
  for (let turns = 0; isThere(pid) && turns < 600; turns += 1) await wait(50)
  const name = readdirSync(folder).find((each) => /^core(\.\d+)?$/.test(each))
  if (name === undefined) return null
  const path = join(folder, `dump-${String(pid)}`)
  if (existsSync(path)) return null
  renameSync(join(folder, name), path)
  return { path, bytes: statSync(path).size }
}
