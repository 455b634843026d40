/** A stream of an OLE compound file by name, or null. The container of password-protected workbooks; read here so that hostile ones are bounded. */
export type CompoundFile = { readonly stream: (name: string) => Uint8Array | null }

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const END = 0xfffffffe
const LAST_SECTOR = 0xfffffffa
const ENTRY_BYTES = 128
const MINI_SECTOR = 64

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte)
}

/** Opens a compound file; null where its tables are broken, run in circles or point outside the file. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes) || bytes.length < 512) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return null
  const size = 1 << shift
  const sectors = Math.ceil(bytes.length / size) - 1
  const sector = (index: number): Uint8Array | null => (index < sectors ? bytes.subarray((index + 1) * size, (index + 2) * size) : null)

  const table = fatOf(view, sector, sectors, size)
  if (!table) return null
  const chain = (start: number, from: readonly number[]): readonly number[] | null => chainOf(start, from)
  const whole = (start: number): Uint8Array | null => {
    const indexes = chain(start, table)
    const parts = indexes?.map(sector)
    return parts?.every((part) => part !== null) ? joined(parts) : null
  }

  const directory = whole(view.getUint32(48, true))
  if (!directory) return null
  const entries = entriesOf(directory)
  const root = entries.find((entry) => entry.kind === 5)
  if (!root) return null
  const cutoff = view.getUint32(56, true)
  const miniTableBytes = view.getUint32(64, true) === 0 ? new Uint8Array() : whole(view.getUint32(60, true))
  const mini = root.size === 0 ? new Uint8Array() : whole(root.start)

  return {
    stream: (name) => {
      const entry = entries.find((each) => each.kind === 2 && each.name === name)
      if (!entry) return null
      if (entry.size === 0) return new Uint8Array()
      const content = entry.size < cutoff ? smallStream(entry.start, miniTableBytes, mini) : whole(entry.start)
      return content && content.length >= entry.size ? content.slice(0, entry.size) : null
    },
  }
}

function fatOf(view: DataView, sector: (index: number) => Uint8Array | null, sectors: number, size: number): readonly number[] | null {
  const places: number[] = []
  for (let index = 0; index < 109; index += 1) places.push(view.getUint32(76 + index * 4, true))
  let next = view.getUint32(68, true)
  for (let seen = 0; next < LAST_SECTOR; seen += 1) {
    const more = sector(next)
    if (!more || seen > sectors) return null
    const numbers = numbersOf(more)
    places.push(...numbers.slice(0, -1))
    next = numbers[size / 4 - 1] ?? END
  }
  const used = places.filter((place) => place < LAST_SECTOR)
  if (used.length > sectors) return null
  const parts = used.map(sector)
  return parts.every((part) => part !== null) ? parts.flatMap(numbersOf) : null
}

function smallStream(start: number, table: Uint8Array | null, mini: Uint8Array | null): Uint8Array | null {
  const indexes = table && chainOf(start, numbersOf(table))
  if (!indexes || !mini) return null
  return joined(indexes.map((index) => mini.subarray(index * MINI_SECTOR, (index + 1) * MINI_SECTOR)))
}

/** The numbers of a chain's sectors; null where it is longer than the table, and so runs in a circle. */
function chainOf(start: number, table: readonly number[]): readonly number[] | null {
  const indexes: number[] = []
  let at = start
  while (at !== END) {
    if (at >= table.length || indexes.length > table.length) return null
    indexes.push(at)
    at = table[at] ?? END
  }
  return indexes
}

type Entry = { readonly name: string; readonly kind: number; readonly start: number; readonly size: number }

function entriesOf(directory: Uint8Array): readonly Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, index) => {
    const at = index * ENTRY_BYTES
    const nameBytes = Math.min(64, view.getUint16(at + 64, true))
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, nameBytes - 2))),
      kind: directory[at + 66] ?? 0,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  })
}

function numbersOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
