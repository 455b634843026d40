import type { Clipboard, ClipboardItem } from 'electron'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ClipboardMarks } from './clipboard-marks.ts'
import type { IncidentLog } from './incident-log.ts'

/** How long a password or a text stays that a button put into the clipboard. */
export const COPY_LASTS_MS = 30_000

/** `briefly` for what a button copies, `untilLock` for what the person marks and copies. */
export type CopyLasts = 'briefly' | 'untilLock'

export type CopiedText = {
  /** Puts a text in UTF-8 into the clipboard, marked as not to be kept, and wipes the bytes. Rejects when the clipboard does not take it. */
  readonly copy: (text: Uint8Array<ArrayBuffer>, lasts: CopyLasts) => Promise<void>
  /** Empties the clipboard where it still holds what was last copied here, and nothing else. Never rejects. */
  readonly clear: () => Promise<void>
}

type Options = {
  readonly clipboard: Pick<Clipboard, 'read' | 'write' | 'has' | 'clear'>
  readonly Item: typeof ClipboardItem
  readonly marks: ClipboardMarks
  readonly log: IncidentLog
}

/** A keyed hash, under a key made for this one copy: enough to know the text again, and wiped with it. */
type Mark = { readonly key: Buffer; readonly hash: Buffer }

const RETURN = 0x0d

/**
 * What the app has put into the clipboard (security.md 19). Of the text main keeps a keyed hash alone, and handles it as bytes that are wiped
 * after use, never as a string. One thing is done after the other, so that a late emptying never meets a newer copy halfway.
 */
export function copiedText({ clipboard, Item, marks, log }: Options): CopiedText {
  let ours: Mark | null = null
  let timer: NodeJS.Timeout | undefined
  let work: Promise<unknown> = Promise.resolve()

  const next = (task: () => Promise<void>): Promise<void> => {
    const done = work.then(task)
    work = done.catch(() => undefined)
    return done
  }

  const forget = (): void => {
    clearTimeout(timer)
    ours?.key.fill(0)
    ours?.hash.fill(0)
    ours = null
  }

  const put = async (text: Uint8Array<ArrayBuffer>): Promise<void> => {
    const plain = { 'text/plain': new Blob([text]) }
    const marked = { ...plain, ...Object.fromEntries(Object.entries(marks).map(([format, bytes]) => [format, new Blob([bytes])])) }
    const isThere = await clipboard.write([new Item(marked)]).then(
      () => clipboard.has('text/plain'),
      () => false,
    )
    // A system that does not take the marks still takes the text: it is emptied all the same.
    if (!isThere) await clipboard.write([new Item(plain)])
  }

  const holds = async ({ key, hash }: Mark): Promise<boolean> => {
    for (const item of await clipboard.read()) {
      if (!item.types.includes('text/plain')) continue
      const text = new Uint8Array(await (await item.getType('text/plain')).arrayBuffer())
      const found = hashOf(text, key)
      text.fill(0)
      if (timingSafeEqual(found, hash)) return true
    }
    return false
  }

  const clear = (): Promise<void> =>
    next(async () => {
      if (ours === null) return
      if (await holds(ours)) clipboard.clear()
      forget()
    }).catch(() => {
      // The hash is kept: the next lock tries again.
      log.record('clipboardNotRead')
    })

  return {
    copy: (text, lasts) =>
      next(async () => {
        forget()
        const key = randomBytes(32)
        ours = { key, hash: hashOf(text, key) }
        try {
          await put(text)
        } finally {
          text.fill(0)
        }
        if (lasts === 'briefly') timer = setTimeout(() => void clear(), COPY_LASTS_MS)
      }),
    clear,
  }
}

/** Windows writes the end of a line in its own way, so a return does not count. */
function hashOf(text: Uint8Array<ArrayBuffer>, key: Buffer): Buffer {
  const bytes = text.filter((byte) => byte !== RETURN)
  const hash = createHmac('sha256', key).update(bytes).digest()
  bytes.fill(0)
  return hash
}
