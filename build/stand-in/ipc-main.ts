import type { IpcMain, WebFrameMain } from 'electron'
import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { PageAnswer } from './page-side.ts'
import { nodeWire } from './wire.ts'

export type SenderFrame = Pick<WebFrameMain, 'origin' | 'url' | 'parent'>
/** What a handler is told of who asks. */
export type InvokeEvent = {
  readonly type: 'frame'
  readonly sender: unknown
  readonly senderFrame: SenderFrame
  readonly processId: number
  readonly frameId: number
}

type Handler = (event: InvokeEvent, ...args: unknown[]) => unknown

/** Longer messages than this are cut in parts: one long string costs Chromium's pipe far more than many short ones. */
export const LONGEST_PART = 1_000_000

/** `ipcMain`, and the way by which the page's calls reach its handlers. */
export function createIpcMain() {
  const handlers = new Map<string, Handler>()
  const wire = nodeWire()
  const questions = new Map<string, string[]>()
  const answers = new Map<string, string>()

  const ipcMain = Object.assign(new EventEmitter(), {
    handle: (channel: string, handler: Parameters<IpcMain['handle']>[1]): void => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      handlers.set(channel, handler as unknown as Handler)
    },
    removeHandler: (channel: string): void => {
      handlers.delete(channel)
    },
  } satisfies Pick<IpcMain, 'handle' | 'removeHandler'>)

  /** The answer as text, `v` and the value or `e` and the words of what was thrown, as Electron words it. */
  const run = async (event: InvokeEvent, channel: string, text: string): Promise<string> => {
    try {
      const handler = handlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      return `v${wire.encode(await handler(event, ...(wire.decode(text) as unknown[])))}`
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      return `e${String(error)}`
    }
  }

  return {
    ipcMain,
    /** Runs a channel's handler on arguments that are already in this process, cloned as if they had come from the page. */
    invokeLocally: async (event: InvokeEvent, channel: string, args: readonly unknown[]): Promise<unknown> => {
      const words = await run(event, channel, wire.encode(args))
      if (words.startsWith('e')) throw new Error(`Error invoking remote method '${channel}': ${words.slice(1)}`)
      return wire.decode(words.slice(1))
    },
    invoke: async (event: InvokeEvent, channel: string, text: string): Promise<PageAnswer> => {
      const id = text.startsWith('@') ? text.slice(1) : null
      const question = id === null ? text : (questions.get(id)?.join('') ?? '')
      if (id !== null) questions.delete(id)
      const answer = await run(event, channel, question)
      if (answer.length <= LONGEST_PART) return { text: answer }
      const answerId = randomUUID()
      answers.set(answerId, answer)
      return { id: answerId, parts: Math.ceil(answer.length / LONGEST_PART) }
    },
    part: (id: string, text: string): void => {
      const parts = questions.get(id)
      if (parts === undefined) questions.set(id, [text])
      else parts.push(text)
    },
    more: (id: string, index: number): string => {
      const answer = answers.get(id) ?? ''
      const end = (index + 1) * LONGEST_PART
      if (end >= answer.length) answers.delete(id)
      return answer.slice(index * LONGEST_PART, end)
    },
  }
}

export type IpcRouter = ReturnType<typeof createIpcMain>
