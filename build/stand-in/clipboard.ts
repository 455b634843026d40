import type { Clipboard, ClipboardItem } from 'electron'
import type { Page } from 'playwright-core'

type Payloads = ConstructorParameters<typeof ClipboardItem>[0]

const TEXT = 'text/plain'
/** A page that does not answer must not hold up a lock. */
const ANSWERS_WITHIN_MS = 2000

/** Electron's item, as far as a text goes. Formats of the system's own cannot be written by a page and are left out. */
export class StandInClipboardItem implements Pick<ClipboardItem, 'types'> {
  readonly #payloads: Payloads

  constructor(payloads: Payloads) {
    this.#payloads = payloads
  }

  get types(): string[] {
    return Object.keys(this.#payloads)
  }

  async getType(type: string): Promise<Blob> {
    const payload = await this.#payloads[type]
    if (typeof payload === 'string') return new Blob([payload], { type })
    if (payload instanceof Blob) return payload
    throw new Error(`The type '${type}' was not found`)
  }
}

/**
 * `clipboard`, which in Electron is main's: here it is reached through the app's own page. `onPage` runs a task on it between two loads, and allows it to use the
 * clipboard for as long as that takes.
 */
export function createClipboard(onPage: (task: (page: Page) => Promise<void>) => Promise<void>) {
  const ask = async <Value>(task: (page: Page) => Promise<Value>): Promise<Value> => {
    let value: { readonly is: Value } | null = null
    await onPage(async (page) => {
      value = { is: await within(task(page)) }
    })
    if (value === null) throw new Error('there is no page')
    return (value as { readonly is: Value }).is
  }

  const readText = (): Promise<string> => ask((page) => page.evaluate(() => navigator.clipboard.readText()))
  const writeText = (text: string): Promise<void> => ask((page) => page.evaluate((given) => navigator.clipboard.writeText(given), text))

  return {
    readText,
    writeText,
    read: async () => {
      const text = await readText()
      return text === '' ? [] : [new StandInClipboardItem({ [TEXT]: text }) as unknown as ClipboardItem]
    },
    write: async (items) => {
      for (const item of items) if (item.types.includes(TEXT)) await writeText(await (await item.getType(TEXT)).text())
    },
    has: async (type) => type === TEXT && (await readText()) !== '',
    clear: () => {
      writeText('').catch(() => undefined)
    },
  } satisfies Omit<Clipboard, 'selection'>
}

function within<Value>(work: Promise<Value>): Promise<Value> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => {
      reject(new Error('the page does not answer'))
    }, ANSWERS_WITHIN_MS)
  })
  return Promise.race([work, tooLate]).finally(() => {
    clearTimeout(late)
  })
}
