import { refuse, type Refusal } from '#domain/refusal.ts'
import type { IncidentLog } from './incident-log.ts'
import type { ToVault, VaultAnswer, VaultReply, VaultRequest } from './vault/protocol.ts'

/** The part of Electron's UtilityProcess that is used; a child of plain Node fits as well. */
export type VaultChild = {
  readonly pid?: number | undefined
  postMessage(message: ToVault): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
}

export type VaultProcess = {
  /** Asks the vault, starting it if need be. Answers `locked` when it was closed meanwhile and `unexpected` when it ended by itself. */
  readonly ask: (request: VaultRequest) => Promise<VaultReply>
  /** Ends the vault's process and all it held; a fresh, locked one takes its place a moment later, or when it is asked. */
  readonly replace: () => void
  /** Ends the vault's process for good. Resolves when it is gone. */
  readonly end: () => Promise<void>
}

type Options = {
  readonly fork: () => VaultChild
  readonly log: IncidentLog
  /** The vault ended without being asked to. */
  readonly onEnded: () => void
}

/** How long the vault may take over the day's backup when the program is quit. */
const LEAVE_MS = 30_000
/** The lock screen is drawn first: a program that starts beside it would make it late. */
const FRESH_AFTER_MS = 500
const GRACE_MS = 300
const KILL_MS = 200

type Running = {
  readonly child: VaultChild
  readonly pending: Map<number, (reply: VaultReply) => void>
  readonly gone: Promise<void>
  isClosing: boolean
}

/** Keeps the one vault process: matches answers to requests, replaces the process at every lock and after a crash. */
export function vaultProcess({ fork, log, onEnded }: Options): VaultProcess {
  let nextId = 1
  let isOver = false
  let current: Running | null = null
  let previous: Promise<void> = Promise.resolve()

  const start = (): Running => {
    const child = fork()
    const pending = new Map<number, (reply: VaultReply) => void>()
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => {
        if (!running.isClosing) {
          const incident = log.record('vaultEnded')
          if (current === running) current = null
          answerAll(pending, refused({ code: 'unexpected', incident }))
          onEnded()
        }
        resolve()
      })
    })
    const running: Running = { child, pending, gone, isClosing: false }
    child.on('message', (message) => {
      if (!isAnswer(message)) {
        log.record('vaultAnswerUnreadable')
        return
      }
      pending.get(message.id)?.(message)
      pending.delete(message.id)
    })
    return running
  }

  const close = async (running: Running): Promise<void> => {
    running.isClosing = true
    answerAll(running.pending, refused({ code: 'locked' }))
    running.child.postMessage({ id: nextId++, request: { kind: 'close' } })
    if (await isGoneWithin(running.gone, GRACE_MS)) return
    running.child.kill()
    if (await isGoneWithin(running.gone, KILL_MS)) return
    if (running.child.pid !== undefined) process.kill(running.child.pid, 'SIGKILL')
    await running.gone
  }

  const closeCurrent = (): void => {
    if (current === null) return
    const closing = close(current)
    previous = Promise.all([previous, closing]).then(() => undefined)
    current = null
  }

  /** Lets an idle vault finish what it does before the program ends; one that is busy or stuck is not waited for longer than that. */
  const leave = async (running: Running): Promise<void> => {
    const id = nextId++
    const left = new Promise<void>((resolve) => {
      running.pending.set(id, () => resolve())
      running.child.postMessage({ id, request: { kind: 'leave' } })
    })
    await isGoneWithin(Promise.race([left, running.gone]), LEAVE_MS)
  }

  return {
    ask: async (request) => {
      if (isOver) return refused({ code: 'locked' })
      const running = (current ??= start())
      // Two processes must never hold the store at once: the fresh one starts while the old one ends, and is asked after that.
      await previous
      if (running.isClosing) return refused({ code: 'locked' })
      if (running !== current) return refused({ code: 'unexpected', incident: log.record('vaultEnded') })
      const id = nextId++
      return new Promise((resolve) => {
        running.pending.set(id, resolve)
        running.child.postMessage({ id, request })
      })
    },
    replace: () => {
      closeCurrent()
      setTimeout(() => {
        if (!isOver) current ??= start()
      }, FRESH_AFTER_MS).unref()
    },
    end: async () => {
      isOver = true
      if (current !== null && current.pending.size === 0) await leave(current)
      closeCurrent()
      await previous
    },
  }
}

function refused(refusal: Refusal): VaultReply {
  return { kind: 'clear', reply: refuse(refusal) }
}

function answerAll(pending: Map<number, (reply: VaultReply) => void>, reply: VaultReply): void {
  for (const resolve of pending.values()) resolve(reply)
  pending.clear()
}

async function isGoneWithin(gone: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false)
  })
  const isGone = await Promise.race([gone.then(() => true), late])
  clearTimeout(timer)
  return isGone
}

function isAnswer(message: unknown): message is VaultAnswer {
  return (
    typeof message === 'object' &&
    message !== null &&
    'id' in message &&
    typeof message.id === 'number' &&
    'kind' in message &&
    (message.kind === 'clear' || message.kind === 'sealed' || message.kind === 'unknownSeal')
  )
}
