import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { EventEmitter } from 'node:events'
import { preventable, type StandInWebContents } from './web-contents.ts'

/** What the stand-in as a whole knows of windows. */
export type WindowHost = {
  readonly open: (options: BrowserWindowConstructorOptions) => StandInWebContents
  readonly added: (window: StandInWindow) => void
  readonly removed: (window: StandInWindow) => void
  readonly all: () => StandInWindow[]
}

/** A window: it shows at once, and has no frame, menu or protection of its own. */
export class StandInWindow
  extends EventEmitter
  implements
    Pick<
      BrowserWindow,
      | 'id'
      | 'loadURL'
      | 'show'
      | 'focus'
      | 'restore'
      | 'isMinimized'
      | 'isDestroyed'
      | 'isVisible'
      | 'setContentProtection'
      | 'isContentProtected'
      | 'close'
      | 'destroy'
    >
{
  readonly id: number
  readonly webContents: StandInWebContents
  readonly #host: WindowHost
  #isClosed = false
  #isProtected = false

  constructor(host: WindowHost, options: BrowserWindowConstructorOptions) {
    super()
    this.#host = host
    this.webContents = host.open(options)
    this.id = this.webContents.id
    host.added(this)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    void this.webContents.page.then(
      (page) => {
        page.once('close', () => {
          // Closed by hand: Electron would ask first, Chromium has already done it.
          if (!this.#isClosed) {
            this.emit('close', preventable({}))
            this.#closed()
          }
        })
      },
      () => undefined,
    )
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  show(): void {
    this.emit('show')
  }

  focus(): void {
    this.webContents.page.then((page) => page.bringToFront()).catch(() => undefined)
  }

  restore(): void {}

  isMinimized(): boolean {
    return false
  }

  isVisible(): boolean {
    return !this.#isClosed
  }

  isDestroyed(): boolean {
    return this.#isClosed
  }

  setContentProtection(enable: boolean): void {
    this.#isProtected = enable
  }

  isContentProtected(): boolean {
    return this.#isProtected
  }

  close(): void {
    if (this.#isClosed) return
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.#closed()
  }

  destroy(): void {
    if (!this.#isClosed) this.#closed()
  }

  #closed(): void {
    this.#isClosed = true
    void this.webContents.close()
    this.emit('closed')
    this.#host.removed(this)
  }
}

export type WindowClass = { new (options?: BrowserWindowConstructorOptions): StandInWindow; getAllWindows(): StandInWindow[] }

/** `BrowserWindow` for one run. */
export function createBrowserWindow(host: WindowHost): WindowClass {
  return class BrowserWindow extends StandInWindow {
    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(host, options)
    }

    static getAllWindows(): StandInWindow[] {
      return host.all()
    }
  }
}
