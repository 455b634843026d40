/** Turns bytes into text and back, by whatever is fastest where the code runs. */
export type ByteText = { readonly encode: (bytes: Uint8Array) => string; readonly decode: (text: string) => Uint8Array<ArrayBuffer> }

export type Wire = {
  /** A structured clone of the value as text. Throws what Electron throws when something in it cannot be cloned. */
  readonly encode: (value: unknown) => string
  readonly decode: (text: string) => unknown
}

/** What JSON can say; an object of any kind is a list that begins with its tag. */
type Encoded = null | boolean | number | string | readonly Encoded[]

/**
 * Structured clones as text: one line of JSON, then one line of base64 for each buffer, so that 50 MB of bytes are never escaped.
 * The function is also sent to the page as source, so it must not use anything from outside itself.
 */
export function createWire(byteText: ByteText): Wire {
  const notCloneable = 'An object could not be cloned.'
  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1)

  const encode = (value: unknown): string => {
    const seen = new Map<object, number>()
    const buffers: string[] = []

    const bytesOf = (buffer: ArrayBufferLike): Encoded => ['bytes', buffers.push(byteText.encode(new Uint8Array(buffer))) - 1]
    const pairs = (entries: Iterable<readonly [unknown, unknown]>): Encoded[] =>
      [...entries].flatMap(([key, item]) => [walk(key), walk(item)])

    const walk = (item: unknown): Encoded => {
      switch (typeof item) {
        case 'string':
        case 'boolean':
          return item
        case 'number':
          return Number.isFinite(item) && !Object.is(item, -0) ? item : ['number', Object.is(item, -0) ? '-0' : String(item)]
        case 'undefined':
          return ['undefined']
        case 'bigint':
          return ['bigint', String(item)]
        case 'object':
          return item === null ? null : walkObject(item)
        default:
          throw new Error(notCloneable)
      }
    }

    const walkObject = (item: object): Encoded => {
      const before = seen.get(item)
      if (before !== undefined) return ['again', before]
      seen.set(item, seen.size)
      const kind = kindOf(item)
      if (ArrayBuffer.isView(item)) {
        // A view on a part of a buffer takes that part along, not the rest of it.
        const whole = item.buffer.slice(item.byteOffset, item.byteOffset + item.byteLength)
        return ['view', kind, bytesOf(whole)]
      }
      if (item instanceof Date || kind === 'Date') return ['date', walk((item as Date).getTime())]
      if (kind === 'ArrayBuffer') return ['buffer', bytesOf(item as ArrayBuffer)]
      if (kind === 'Map') return ['map', ...pairs(item as Map<unknown, unknown>)]
      if (kind === 'Set') return ['set', ...[...(item as Set<unknown>)].map(walk)]
      if (kind === 'Error') return ['error', ...[(item as Error).name, (item as Error).message, (item as Error).stack ?? ''].map(String)]
      if (kind === 'RegExp') return ['regexp', (item as RegExp).source, (item as RegExp).flags]
      if (Array.isArray(item)) return ['array', ...Array.from(item, walk)]
      if (kind === 'Object') return ['object', ...pairs(Object.entries(item))]
      throw new Error(notCloneable)
    }

    let clone: unknown
    try {
      clone = structuredClone(value)
    } catch {
      throw new Error(notCloneable)
    }
    return [JSON.stringify(walk(clone)), ...buffers].join('\n')
  }

  const decode = (text: string): unknown => {
    const [head = 'null', ...buffers] = text.split('\n')
    const objects: unknown[] = []

    const bytesOf = (encoded: Encoded | undefined): Uint8Array<ArrayBuffer> => {
      const index = Array.isArray(encoded) ? Number((encoded as readonly Encoded[])[1]) : -1
      return byteText.decode(buffers[index] ?? '')
    }
    const keep = <Value>(value: Value): Value => {
      objects.push(value)
      return value
    }

    const build = (encoded: Encoded | undefined): unknown => {
      if (!Array.isArray(encoded)) return encoded
      const [tag, ...rest] = encoded as readonly Encoded[]
      switch (tag) {
        case 'undefined':
          return undefined
        case 'number':
          return Number(rest[0])
        case 'bigint':
          return BigInt(String(rest[0]))
        case 'again':
          return objects[Number(rest[0])]
        case 'date':
          return keep(new Date(Number(build(rest[0]))))
        case 'buffer':
          return keep(bytesOf(rest[0]).buffer)
        case 'view':
          return keep(viewOn(String(rest[0]), bytesOf(rest[1])))
        case 'error':
          return keep(errorOf(String(rest[0]), String(rest[1]), String(rest[2])))
        case 'regexp':
          return keep(new RegExp(String(rest[0]), String(rest[1])))
        case 'array': {
          const array: unknown[] = keep([])
          for (const item of rest) array.push(build(item))
          return array
        }
        case 'set': {
          const set = keep(new Set<unknown>())
          for (const item of rest) set.add(build(item))
          return set
        }
        case 'map': {
          const map = keep(new Map<unknown, unknown>())
          for (let at = 0; at < rest.length; at += 2) map.set(build(rest[at]), build(rest[at + 1]))
          return map
        }
        case 'object': {
          const object = keep<Record<string, unknown>>({})
          for (let at = 0; at < rest.length; at += 2) {
            // Defined, not assigned: a key called __proto__ is a key like any other.
            Object.defineProperty(object, String(rest[at]), {
              value: build(rest[at + 1]),
              writable: true,
              enumerable: true,
              configurable: true,
            })
          }
          return object
        }
        default:
          throw new Error(`the stand-in's wire does not know ${String(tag)}`)
      }
    }

    const viewOn = (kind: string, bytes: Uint8Array<ArrayBuffer>): ArrayBufferView => {
      const views: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
        Int8Array,
        Uint8ClampedArray,
        Int16Array,
        Uint16Array,
        Int32Array,
        Uint32Array,
        Float32Array,
        Float64Array,
        BigInt64Array,
        BigUint64Array,
        DataView,
      }
      const View = views[kind]
      return View === undefined ? bytes : new View(bytes.buffer)
    }

    const errorOf = (name: string, message: string, stack: string): Error => {
      const kinds: Readonly<Record<string, new (message: string) => Error>> = {
        EvalError,
        RangeError,
        ReferenceError,
        SyntaxError,
        TypeError,
        URIError,
      }
      const error = new (kinds[name] ?? Error)(message)
      Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true })
      return error
    }

    return build(JSON.parse(head) as Encoded)
  }

  return { encode, decode }
}

/** The wire for Node. */
export const nodeWire = (): Wire =>
  createWire({
    encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    decode: (text) => {
      const decoded = Buffer.from(text, 'base64')
      // Small buffers come from a pool; what is handed on must own the whole of its memory.
      return new Uint8Array(decoded.buffer.slice(decoded.byteOffset, decoded.byteOffset + decoded.byteLength))
    },
  })
