/** Stands in the place of what JSON has no word for. No entry of a request or an answer is called so. */
const MARK = '\u0000'
/** One byte that says whether anything is marked, and the number of buffers. */
const HEAD = 5
const notCloneable = 'An object could not be cloned.'

type Marked = { readonly [MARK]: 'number' | 'undefined' | 'bigint' | 'date' | 'bytes'; readonly is: string | number }

const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1)

function markedObject(item: object, buffers: Uint8Array[]): Marked | null {
  const kind = kindOf(item)
  if (kind === 'Uint8Array') return { [MARK]: 'bytes', is: buffers.push(item as Uint8Array) - 1 }
  if (kind === 'Date') return { [MARK]: 'date', is: String((item as Date).getTime()) }
  if (kind === 'Array') return null
  if (kind !== 'Object' || MARK in item) throw new TypeError(notCloneable)
  return null
}

function markedOf(item: unknown, buffers: Uint8Array[]): Marked | null {
  switch (typeof item) {
    case 'string':
    case 'boolean':
      return null
    case 'number':
      return Number.isFinite(item) ? null : { [MARK]: 'number', is: String(item) }
    case 'bigint':
      return { [MARK]: 'bigint', is: String(item) }
    case 'undefined':
      return { [MARK]: 'undefined', is: '' }
    case 'object':
      return item === null ? null : markedObject(item, buffers)
    default:
      throw new TypeError(notCloneable)
  }
}

/**
 * A value as bytes: JSON, and the buffers in it as they are. Takes what the contract uses and a little more: texts, numbers of every kind, lists,
 * plain objects, dates and bytes. An entry that is `undefined` is left out, as every schema reads it. Throws on anything else, and on a circle.
 */
export function toBytes(value: unknown): Uint8Array<ArrayBuffer> {
  const buffers: Uint8Array[] = []
  let isMarked = false
  // Not an arrow: `this` is what the entry stands in. A date has become a text before it is handed over here.
  const text = JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key: string) {
    const item = this[key]
    if (item === undefined && key !== '' && !Array.isArray(this)) return undefined
    const marked = markedOf(item, buffers)
    if (marked === null) return item
    isMarked = true
    return marked
  })
  const parts = [new TextEncoder().encode(text), ...buffers]
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, HEAD + 4 * parts.length))
  const view = new DataView(bytes.buffer)
  view.setUint8(0, isMarked ? 1 : 0)
  view.setUint32(1, parts.length)
  let at = HEAD + 4 * parts.length
  for (const [index, part] of parts.entries()) {
    view.setUint32(HEAD + 4 * index, part.length)
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** The value that `toBytes` made bytes of; each buffer in it owns its memory. Throws on what it did not make. */
export function fromBytes(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(1)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let at = HEAD + 4 * count
  for (let index = 0; index < count; index += 1) {
    const length = view.getUint32(HEAD + 4 * index)
    parts.push(bytes.slice(at, at + length))
    at += length
  }
  const [json = new Uint8Array(), ...buffers] = parts
  const text = new TextDecoder().decode(json)
  // Reading with a look at every entry takes several times as long, and is seldom needed.
  if (view.getUint8(0) === 0) return JSON.parse(text)
  const plain: unknown = JSON.parse(text)
  return unmarked(plain, buffers)
}

/** Puts back what was marked, in place. */
function unmarked(item: unknown, buffers: readonly Uint8Array[]): unknown {
  if (typeof item !== 'object' || item === null) return item
  if (MARK in item) return valueOf(item as Marked, buffers)
  const table = item as Record<string, unknown>
  for (const [key, inner] of Object.entries(table)) {
    if (typeof inner !== 'object' || inner === null) continue
    // Defined, not assigned: a key called __proto__ is a key like any other.
    Object.defineProperty(table, key, { value: unmarked(inner, buffers), writable: true, enumerable: true, configurable: true })
  }
  return item
}

function valueOf(marked: Marked, buffers: readonly Uint8Array[]): unknown {
  switch (marked[MARK]) {
    case 'number':
      return Number(marked.is)
    case 'undefined':
      return undefined
    case 'bigint':
      return BigInt(marked.is)
    case 'date':
      return new Date(Number(marked.is))
    case 'bytes':
      return buffers[Number(marked.is)]
  }
}
