import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { commandOf } from '../../e2e/support/open-sockets.ts'
import type { Needle } from '../canary-entries.ts'

const CHUNK = 1024 * 1024

/** What was looked at in one process, and what of the needles stands in it. */
export type MemoryReport = { readonly pid: number; readonly what: string; readonly bytes: number; readonly hits: readonly string[] }

function nameOf(pid: number): string {
  const command = commandOf(pid)
  const type = /--type=([\w-]+)/.exec(command)?.[1]
  if (type !== undefined) return `Chromium ${type}`
  if (command.includes('vault.js')) return 'vault'
  if (command.includes('app-child.ts') && !command.startsWith('strace')) return 'main'
  return command.split('\0', 1)[0]?.split('/').at(-1) ?? 'unknown'
}

/**
 * Looks for needles in every mapping of a process that can be written to, in chunks that overlap by the longest needle, so that none is missed on
 * a border (security.md 6.7). Run it from a process that is not looked at.
 */
export function scanMemory(pid: number, needles: readonly Needle[]): MemoryReport {
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1
  const hits = new Map<string, number>()
  let total = 0
  let maps: string
  let memory: number
  try {
    maps = readFileSync(`/proc/${String(pid)}/maps`, 'latin1')
    memory = openSync(`/proc/${String(pid)}/mem`, 'r')
  } catch {
    return { pid, what: nameOf(pid), bytes: 0, hits: [] }
  }
  const buffer = Buffer.alloc(CHUNK + overlap)
  try {
    for (const line of maps.split('\n')) {
      const range = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line)
      if (!range || /\[v(?:var|syscall)/.test(line)) continue
      const [, from = '0', to = '0'] = range
      const end = BigInt(`0x${to}`)
      for (let at = BigInt(`0x${from}`); at < end; at += BigInt(CHUNK)) {
        const wanted = Number(end - at < BigInt(buffer.length) ? end - at : BigInt(buffer.length))
        const read = readMemory(memory, buffer, wanted, at)
        if (read === 0) continue
        total += Math.min(read, CHUNK)
        const chunk = buffer.subarray(0, read)
        for (const { what, bytes } of needles) if (chunk.includes(bytes)) hits.set(what, (hits.get(what) ?? 0) + 1)
      }
    }
  } finally {
    closeSync(memory)
  }
  return { pid, what: nameOf(pid), bytes: total, hits: [...hits].map(([what, count]) => `${what} in ${String(count)} chunks`) }
}

function readMemory(memory: number, buffer: Buffer, length: number, at: bigint): number {
  try {
    return readSync(memory, buffer, 0, length, at)
  } catch {
    // Mapped, and not to be read: a guard page, or a device's memory.
    return 0
  }
}
