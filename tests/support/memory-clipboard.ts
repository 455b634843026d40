import type { Clipboard, ClipboardItem } from 'electron'

type Payloads = ConstructorParameters<typeof ClipboardItem>[0]

/** Electron's item, for texts and raw formats. */
class MemoryItem {
  readonly #payloads: Payloads
  constructor(payloads: Payloads) {
    this.#payloads = payloads
  }
  get types(): string[] {
    return Object.keys(this.#payloads)
  }
  async getType(type: string): Promise<Blob> {
    const payload = await this.#payloads[type]
    if (!(payload instanceof Blob)) throw new Error(`no ${type}`)
    return payload
  }
}

/** A system's clipboard in memory, which another program may write to as well. `refuses` says which writes it does not take. */
export function memoryClipboard({ refuses = () => false }: { readonly refuses?: (types: readonly string[]) => boolean } = {}) {
  let held = new Map<string, string>()
  let reads = 0
  let isBroken = false

  const clipboard = {
    read: async () => {
      reads += 1
      if (isBroken) throw new Error('the clipboard is held by another program')
      return [new MemoryItem(Object.fromEntries([...held].map(([type, text]) => [type, new Blob([text])]))) as unknown as ClipboardItem]
    },
    write: async (items: readonly ClipboardItem[]) => {
      const [item] = items
      if (item === undefined || refuses(item.types)) throw new Error('not taken')
      const entries = item.types.map(async (type) => [type, await (await (item as unknown as MemoryItem).getType(type)).text()] as const)
      held = new Map(await Promise.all(entries))
    },
    has: async (type: string) => held.has(type),
    clear: () => {
      held = new Map()
    },
  } satisfies Pick<Clipboard, 'read' | 'write' | 'has' | 'clear'>

  return {
    clipboard,
    Item: MemoryItem as unknown as typeof ClipboardItem,
    text: (): string | null => held.get('text/plain') ?? null,
    types: (): readonly string[] => [...held.keys()],
    reads: () => reads,
    /** Another program copies something. */
    putByAnother: (text: string): void => {
      held = new Map([['text/plain', text]])
    },
    breakReads: (yes: boolean): void => {
      isBroken = yes
    },
  }
}
