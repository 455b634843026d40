import type { WebContents, WebPreferences } from 'electron'
import { EventEmitter } from 'node:events'
import type { Page, Route } from 'playwright-core'
import type { IpcRouter, SenderFrame } from './ipc-main.ts'
import { fromChromium, originOf, toChromium } from './page-address.ts'
import type { StandInSession } from './session.ts'
import { NOWHERE, preparePage, type PageSetup } from './prepare-page.ts'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

const GONE = `https://${NOWHERE}/`

/** An event of Electron's that a listener can prevent. */
export function preventable<Details extends object>(
  details: Details,
): Details & { readonly defaultPrevented: boolean; preventDefault: () => void } {
  const event = Object.assign(details, {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  })
  return event
}

type Options = {
  readonly id: number
  readonly session: StandInSession
  readonly preload: string | null
  readonly preferences: WebPreferences
  readonly router: IpcRouter
  readonly setup: PageSetup
  readonly takePage: () => Promise<Page>
}

/** The contents of a window: one page of Chromium. */
export class StandInWebContents
  extends EventEmitter
  implements
    Pick<
      WebContents,
      'id' | 'getURL' | 'loadURL' | 'reload' | 'forcefullyCrashRenderer' | 'isCrashed' | 'isDestroyed' | 'setWindowOpenHandler'
    >
{
  readonly id: number
  readonly session: StandInSession
  readonly mainFrame: SenderFrame
  /** The page, once Chromium runs. */
  readonly page: Promise<Page>
  readonly #options: Options
  #current: Page | null = null
  #open: OpenHandler | null = null
  /** True once the first page has loaded. */
  hasLoaded = false
  #isGone = false
  #isDestroyed = false
  /** Where the app itself is taking the page: not a navigation of the page's own. */
  #heading: string | null = null
  #work: Promise<unknown>
  readonly #asked = new Set<string>()

  constructor(options: Options) {
    super()
    this.#options = options
    this.id = options.id
    this.session = options.session
    const url = (): string => this.getURL()
    this.mainFrame = {
      parent: null,
      get url() {
        return url()
      },
      get origin() {
        return originOf(url())
      },
    }
    this.page = this.#attach()
    this.#work = this.page
    this.page.catch(() => undefined)
  }

  getURL(): string {
    return this.#current === null ? '' : fromChromium(this.#current.url())
  }

  /** Resolves when the page has loaded, and rejects when another load overtakes it. */
  loadURL(url: string): Promise<void> {
    return this.#next(async (page) => {
      this.#isGone = false
      this.#heading = toChromium(url)
      await this.#allow(page, url)
      await page.goto(this.#heading)
      this.hasLoaded = true
      this.emit('dom-ready', {})
      this.emit('did-finish-load', {})
    })
  }

  reload(): void {
    this.loadURL(this.getURL()).catch(() => undefined)
  }

  forcefullyCrashRenderer(): void {
    this.#isGone = true
    this.#next(async (page) => {
      this.#heading = GONE
      await page.goto(GONE, { waitUntil: 'commit' })
    }).catch(() => undefined)
    setImmediate(() => {
      this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 })
    })
  }

  /** What was asked for; not in Electron's declarations, but there. There is nothing here that could be otherwise, but the app is to meet the same answer as in Electron. */
  getLastWebPreferences(): WebPreferences {
    const { session: _session, preload: _preload, ...rest } = this.#options.preferences
    return { experimentalFeatures: false, ...rest }
  }

  isCrashed(): boolean {
    return this.#isGone
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#open = handler
  }

  /** Runs a task on the page between two loads of it, and lets the page use the clipboard for as long as that takes. */
  withClipboard(task: (page: Page) => Promise<void>): Promise<void> {
    return this.#next(async (page) => {
      const { origin } = new URL(page.url())
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
      try {
        await task(page)
      } finally {
        // Granting only ever adds; what was granted must be taken back first.
        await page.context().clearPermissions()
        await page.context().grantPermissions(this.#allowed(fromChromium(page.url())), { origin })
      }
    })
  }

  /** The page asked for a window at this address. It gets none here, whatever the app says. */
  refuseWindow(url: string): void {
    this.#open?.({
      url: fromChromium(url),
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
      postBody: undefined as never,
    })
  }

  async close(): Promise<void> {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.emit('destroyed')
    // A page that is still being prepared is closed after that: Playwright does not bear the two at once.
    await this.page.then((page) => page.close()).catch(() => undefined)
  }

  /** Tells Chromium once for each origin what the app allows it, and so that all else is denied without a question. */
  async #allow(page: Page, url: string): Promise<void> {
    const { origin } = new URL(toChromium(url))
    if (this.#asked.has(origin)) return
    this.#asked.add(origin)
    await page.context().grantPermissions(this.#allowed(url), { origin })
  }

  #allowed(url: string): readonly string[] {
    return this.session.allowsClipboardWrite(originOf(url)) ? ['clipboard-write'] : []
  }

  /** One thing after the other: a load waits for the end of the page before it. */
  #next(task: (page: Page) => Promise<void>): Promise<void> {
    const done = this.#work.then(async () => {
      if (!this.#isDestroyed) await task(await this.page)
    })
    this.#work = done.catch(() => undefined)
    return done
  }

  async #attach(): Promise<Page> {
    const { takePage, session, preload, router, setup } = this.#options
    const page = await takePage()
    this.#current = page
    page.on('crash', () => {
      this.#isGone = true
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    page.on('download', (download) => {
      session.emit(
        'will-download',
        preventable({}),
        { getURL: () => fromChromium(download.url()), getFilename: () => download.suggestedFilename() },
        this,
      )
      download.cancel().catch(() => undefined)
    })
    await page.route('**/*', async (route) => {
      try {
        await this.#answer(route, page)
      } catch (error) {
        // Nobody is left to be answered.
        if (!this.#isDestroyed && !page.isClosed()) throw error
      }
    })
    await preparePage(page, {
      ...setup,
      preload,
      onCall: {
        isListening: () => !this.#isGone,
        event: (frame) => ({
          type: 'frame',
          sender: this,
          senderFrame:
            frame === page.mainFrame()
              ? this.mainFrame
              : { url: fromChromium(frame.url()), origin: originOf(fromChromium(frame.url())), parent: null },
          processId: 1,
          frameId: 1,
        }),
        preloadFailed: (error) => {
          console.error(`Unable to load preload script: ${String(preload)}`)
          console.error(error)
          this.emit('preload-error', {}, preload, error)
        },
      },
      router,
    })
    return page
  }

  async #answer(route: Route, page: Page): Promise<void> {
    const request = route.request()
    if (request.url() === GONE && this.#heading === GONE) {
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title> </title>' })
    }
    if (request.isNavigationRequest() && request.url() !== this.#heading && request.url() !== page.url()) {
      const isMainFrame = request.frame() === page.mainFrame()
      const event = preventable({ url: fromChromium(request.url()), isMainFrame, isSameDocument: false })
      this.emit('will-frame-navigate', event)
      if (isMainFrame) this.emit('will-navigate', event, event.url)
      if (event.defaultPrevented) return route.abort('aborted')
    }
    return this.session.answer(route, this.id)
  }
}
