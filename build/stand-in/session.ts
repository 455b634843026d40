import type { OnBeforeRequestListenerDetails, Session, WebRequest } from 'electron'
import { EventEmitter } from 'node:events'
import type { Route } from 'playwright-core'
import { fromChromium } from './page-address.ts'

type ProtocolHandler = Parameters<Session['protocol']['handle']>[1]
type BeforeRequest = (details: OnBeforeRequestListenerDetails, callback: (response: { cancel?: boolean }) => void) => void

/** One of Electron's sessions: the app's schemes, and who may ask for what. It keeps nothing. */
export class StandInSession
  extends EventEmitter
  implements
    Pick<
      Session,
      'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled' | 'isPersistent'
    >
{
  readonly #isPersistent: boolean
  readonly #handlers = new Map<string, ProtocolHandler>()
  #beforeRequest: BeforeRequest | null = null
  #checkPermission: Parameters<Session['setPermissionCheckHandler']>[0] = null

  constructor(isPersistent: boolean) {
    super()
    this.#isPersistent = isPersistent
  }

  readonly protocol = {
    handle: (scheme: string, handler: ProtocolHandler): void => {
      if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      this.#handlers.set(scheme, handler)
    },
    unhandle: (scheme: string): void => {
      this.#handlers.delete(scheme)
    },
    isProtocolHandled: (scheme: string): boolean => this.#handlers.has(scheme),
  } satisfies Pick<Session['protocol'], 'handle' | 'unhandle' | 'isProtocolHandled'>

  readonly webRequest = {
    onBeforeRequest: (filterOrListener: unknown, listener?: unknown): void => {
      this.#beforeRequest = (listener ?? filterOrListener) as BeforeRequest | null
    },
  } satisfies Pick<WebRequest, 'onBeforeRequest'>

  isPersistent(): boolean {
    return this.#isPersistent
  }

  // A distribution's Chromium asks nobody but its person; what the app would answer is asked once, of the check handler, for each page.
  setPermissionRequestHandler(): void {}

  setPermissionCheckHandler(handler: Parameters<Session['setPermissionCheckHandler']>[0]): void {
    this.#checkPermission = handler
  }

  setDevicePermissionHandler(): void {}

  setSpellCheckerEnabled(): void {}

  /** Whether the app lets a page of this origin write to the clipboard: the one permission that Chromium can be told beforehand. */
  allowsClipboardWrite(origin: string): boolean {
    return this.#checkPermission?.(null, 'clipboard-sanitized-write', origin, { isMainFrame: true, requestingUrl: `${origin}/` }) ?? true
  }

  /** Answers a request as the app would: asks `onBeforeRequest`, then the scheme's handler. There is nobody else to ask. */
  async answer(route: Route, webContentsId: number): Promise<void> {
    const request = route.request()
    const url = fromChromium(request.url())
    const method = request.method()
    if (await this.#isCancelled({ url, method, resourceType: request.resourceType(), webContentsId })) return route.abort('blockedbyclient')

    const handler = this.#handlers.get(url.slice(0, url.indexOf(':')))
    if (handler === undefined) return route.abort('internetdisconnected')
    let response: Response
    try {
      const body = request.postDataBuffer()
      const asked = new Request(url, { method, headers: request.headers(), ...(body === null ? {} : { body: new Uint8Array(body) }) })
      response = await handler(asked)
    } catch (error) {
      console.error(`protocol.handle failed for ${url}:`, error)
      return route.abort('failed')
    }
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }

  #isCancelled({
    url,
    method,
    resourceType,
    webContentsId,
  }: {
    url: string
    method: string
    resourceType: string
    webContentsId: number
  }): Promise<boolean> {
    const listener = this.#beforeRequest
    if (listener === null) return Promise.resolve(false)
    const kinds: Readonly<Record<string, OnBeforeRequestListenerDetails['resourceType']>> = {
      document: 'mainFrame',
      stylesheet: 'stylesheet',
      script: 'script',
      image: 'image',
      font: 'font',
      xhr: 'xhr',
      ping: 'ping',
      media: 'media',
      websocket: 'webSocket',
    }
    const details = {
      id: 0,
      url,
      method,
      resourceType: kinds[resourceType] ?? 'other',
      webContentsId,
      referrer: '',
      timestamp: Date.now(),
      uploadData: [],
    }
    return new Promise((resolve) => {
      listener(details, ({ cancel }) => {
        resolve(cancel === true)
      })
    })
  }
}

/** `session`, with one session for each partition; `onCreated` hears of each. */
export function createSessions(onCreated: (session: StandInSession) => void) {
  const partitions = new Map<string, StandInSession>()
  const fromPartition = (partition: string): StandInSession => {
    const known = partitions.get(partition)
    if (known !== undefined) return known
    const created = new StandInSession(partition.startsWith('persist:'))
    partitions.set(partition, created)
    onCreated(created)
    return created
  }
  return {
    fromPartition,
    get defaultSession(): StandInSession {
      return fromPartition('persist:')
    },
  }
}
