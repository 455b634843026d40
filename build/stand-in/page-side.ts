import type { ByteText, Wire } from './wire.ts'

/** How the page calls Node: `invoke` asks, `part` brings a piece of a long question, `more` fetches a piece of a long answer. */
export type PageCall = {
  (kind: 'invoke', channel: string, text: string): Promise<PageAnswer>
  (kind: 'part', id: string, text: string): Promise<null>
  (kind: 'more', id: string, index: string): Promise<string>
  (kind: 'accelerator', id: string, text: ''): Promise<null>
  (kind: 'preload-error', name: string, text: string): Promise<null>
}

/** `text` begins with `v` for a value and `e` for the words of an error; a long one is fetched in `parts` under `id`. */
export type PageAnswer = { readonly text: string } | { readonly id: string; readonly parts: number }

export type Accelerator = {
  readonly id: string
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
}

export type PageOptions = {
  /** The global through which Playwright lets the page call Node. It is taken away before anything of the app runs. */
  readonly binding: string
  /** The host of the page that stands for a process that has ended; nothing is offered there. */
  readonly nowhere: string
  readonly platform: string
  readonly badge: string | null
  readonly longerThan: number
  /** The event by which Node says what the menu's accelerators are now. */
  readonly acceleratorsEvent: string
  readonly accelerators: readonly Accelerator[]
}

type Preload = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown, process: unknown) => void
type BridgeFunction = (...args: unknown[]) => unknown

/**
 * What runs in the page before any script of its own: Electron's sandboxed preload, context bridge and `ipcRenderer.invoke`.
 * It is sent as source, so it must not use anything from outside itself.
 */
export function pageSide(createWire: (byteText: ByteText) => Wire, options: PageOptions, preload: Preload): void {
  const globals = globalThis as unknown as Record<string, unknown>
  const call = globals[options.binding] as PageCall | undefined
  delete globals[options.binding]
  if (call === undefined || globalThis.top !== globalThis.self) return
  if (location.protocol !== 'https:' || location.host === options.nowhere) return

  type FastBytes = { toBase64?: () => string }
  type FastBytesConstructor = { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }
  const wire = createWire({
    encode: (bytes) => {
      const fast = (bytes as FastBytes).toBase64?.()
      if (fast !== undefined) return fast
      let text = ''
      for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
      return btoa(text)
    },
    decode: (text) => (Uint8Array as FastBytesConstructor).fromBase64?.(text) ?? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)),
  })

  // Kept from before the page could have changed them.
  const { freeze, entries, defineProperty } = Object
  let nextId = 1

  const invoke = async (channel: string, ...args: unknown[]): Promise<unknown> => {
    let text = wire.encode(args)
    if (text.length > options.longerThan) {
      const id = `${String(performance.timeOrigin)}-${String(nextId++)}`
      const parts: Promise<null>[] = []
      for (let at = 0; at < text.length; at += options.longerThan) parts.push(call('part', id, text.slice(at, at + options.longerThan)))
      await Promise.all(parts)
      text = `@${id}`
    }
    const answer = await call('invoke', channel, text)
    let words = ''
    if ('text' in answer) words = answer.text
    else for (let index = 0; index < answer.parts; index += 1) words += await call('more', answer.id, String(index))
    if (words.startsWith('e')) throw new Error(`Error invoking remote method '${channel}': ${words.slice(1)}`)
    return wire.decode(words.slice(1))
  }

  /** Copies a value across the bridge: functions become closures, prototypes and symbols stay behind, promises are followed. */
  const copy = (value: unknown, depth = 0, known = new Map<object, unknown>()): unknown => {
    if (depth > 1000)
      throw new Error('Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.')
    if (typeof value === 'symbol') return undefined
    if (typeof value === 'function') {
      const original = value as BridgeFunction
      return (...args: unknown[]) => copy(original(...args.map((argument) => copy(argument))))
    }
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Promise) {
      return value.then(
        (result) => copy(result),
        (error: unknown) => {
          throw copy(error)
        },
      )
    }
    if (known.has(value)) return known.get(value)
    if (Array.isArray(value)) {
      const items: unknown[] = []
      known.set(value, items)
      for (const item of value) items.push(copy(item, depth + 1, known))
      return items
    }
    if (value instanceof Error) return new Error(value.message)
    const kind = Object.prototype.toString.call(value)
    if (kind !== '[object Object]') return structuredClone(value)
    const result: Record<string, unknown> = {}
    known.set(value, result)
    for (const [key, item] of entries(value))
      defineProperty(result, key, { value: copy(item, depth + 1, known), writable: true, enumerable: true, configurable: true })
    return result
  }

  const deepFreeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) for (const item of Object.values(freeze(value))) deepFreeze(item)
    return value
  }

  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown): void => {
        if (name in globalThis) throw new Error(`Cannot bind an API on top of an existing property on the window object`)
        defineProperty(globalThis, name, { value: deepFreeze(copy(api)), writable: false, enumerable: true, configurable: false })
      },
    },
    ipcRenderer: { invoke },
  }

  const sandboxedRequire = (name: string): unknown => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }

  /** Keys that Chromium answers by itself and Electron does not. */
  const isBrowserKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
    ['F3', 'F5', 'F6', 'F12'].includes(key) || ((ctrlKey || metaKey) && 'dfghijnoprstuw'.includes(key.toLowerCase()))

  let accelerators = options.accelerators
  addEventListener(options.acceleratorsEvent, (event) => {
    accelerators = (event as CustomEvent<readonly Accelerator[]>).detail
  })
  const takeWhatIsLeft = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    const { ctrlKey, metaKey, altKey, shiftKey } = event
    const hit = accelerators.find(
      ({ key, control, meta, alt, shift }) =>
        key === event.key.toLowerCase() && control === ctrlKey && meta === metaKey && alt === altKey && shift === shiftKey,
    )
    if (hit !== undefined || isBrowserKey(event)) event.preventDefault()
    if (hit !== undefined) void call('accelerator', hit.id, '')
  }
  // As in Electron, the page is asked first, and the menu takes what the page has not: added for each press, to stand behind the page's own.
  addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted) addEventListener('keydown', takeWhatIsLeft, { once: true })
    },
    { capture: true },
  )

  const { badge } = options
  if (badge !== null) {
    addEventListener('DOMContentLoaded', () => {
      // In a closed root, out of the body, hidden from assistive technology: nothing of the page can meet it by accident.
      const host = document.createElement('stand-in-badge')
      host.ariaHidden = 'true'
      Object.assign(host.style, {
        position: 'fixed',
        right: '0',
        bottom: '0',
        zIndex: '2147483647',
        pointerEvents: 'none',
        userSelect: 'none',
      })
      const label = document.createElement('span')
      label.textContent = badge
      Object.assign(label.style, {
        display: 'block',
        padding: '1px 6px',
        font: '10px/14px system-ui, sans-serif',
        color: '#fff',
        background: 'rgb(70 70 70 / 75%)',
        borderTopLeftRadius: '4px',
      })
      host.attachShadow({ mode: 'closed' }).append(label)
      document.documentElement.append(host)
    })
  }

  const module = { exports: {} }
  try {
    preload(
      sandboxedRequire,
      module,
      module.exports,
      freeze({ platform: options.platform, type: 'renderer', sandboxed: true, contextIsolated: true }),
    )
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
    void call('preload-error', name, message)
  }
}

/** The script to add to every document of a window, with the preload bundle run inside a function of its own. */
export function pageScript(createWireSource: (byteText: ByteText) => Wire, options: PageOptions, preloadSource: string): string {
  const preload = `(require, module, exports, process) => {${preloadSource}\n}`
  return `(${String(pageSide)})(${String(createWireSource)}, ${JSON.stringify(options)}, ${preload})`
}
