import { dirname } from 'node:path'
import type { SeededRandom } from '../../fixtures/seeded-random.ts'
import type { FileEvent } from './file-events.ts'
import type { Entry, Tree } from './tree.ts'

const SECTOR = 512
/** Of the unsynced writes that do not survive whole, so many survive up to a sector. */
const TORN = 0.3

/** For each event, after how many events it was durable: content once its file was synced, names once their folder was. */
export function durableAfter(events: readonly FileEvent[]): readonly number[] {
  return events.map((event, index) => {
    const target = event.kind === 'write' || event.kind === 'truncate' ? event.file : 'path' in event ? dirname(event.path) : null
    const sync = events.findIndex((each, at) => at > index && each.kind === 'sync' && each.target === target)
    const found = events[sync]
    return found?.kind === 'sync' ? found.until : Number.POSITIVE_INFINITY
  })
}

function put(content: Buffer, at: number, bytes: Buffer): Buffer {
  const grown = content.length >= at + bytes.length ? content : Buffer.concat([content, Buffer.alloc(at + bytes.length - content.length)])
  bytes.copy(grown, at)
  return grown
}

/**
 * What the disk may hold when the power goes after `cut` events: all that was durable by then, and each other write, creation, removal and
 * renaming by chance (security.md 6.2). Worse than a real disk, which keeps some order.
 */
export function crashImage(
  start: Tree,
  events: readonly FileEvent[],
  durable: readonly number[],
  { cut, random }: { readonly cut: number; readonly random: SeededRandom },
): Tree {
  const names = new Map<string, Entry>(start.names)
  const files = new Map<number, Buffer>([...start.files].map(([file, content]) => [file, Buffer.from(content)]))
  for (const [index, event] of events.slice(0, cut).entries()) {
    if (event.kind === 'said' || event.kind === 'sync') continue
    const isKept = (durable[index] ?? Number.POSITIVE_INFINITY) <= cut || random.next() < 0.5
    switch (event.kind) {
      case 'write': {
        const kept = isKept ? event.bytes.length : random.next() < TORN ? SECTOR * random.below(Math.ceil(event.bytes.length / SECTOR)) : 0
        if (kept > 0) files.set(event.file, put(files.get(event.file) ?? Buffer.alloc(0), event.at, event.bytes.subarray(0, kept)))
        break
      }
      case 'truncate': {
        const content = files.get(event.file) ?? Buffer.alloc(0)
        if (isKept) files.set(event.file, Buffer.from(put(content, event.length, Buffer.alloc(0)).subarray(0, event.length)))
        break
      }
      case 'enter':
        if (isKept) names.set(event.path, event.entry)
        break
      case 'leave':
        if (isKept) names.delete(event.path)
        break
      case 'move':
        if (!isKept) break
        names.delete(event.from)
        names.set(event.path, event.entry)
    }
  }
  return { names, files }
}
