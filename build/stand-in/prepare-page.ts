import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright-core'
import { LONGEST_PART, type InvokeEvent, type IpcRouter } from './ipc-main.ts'
import type { Menus } from './menu.ts'
import { pageScript, type Accelerator, type PageAnswer } from './page-side.ts'
import { createWire } from './wire.ts'

/** What is the same for every window of a run. */
export type PageSetup = {
  readonly menus: Pick<Menus, 'accelerators' | 'press'>
  readonly badge: string | null
  readonly size: { readonly width: number; readonly height: number }
}

type Options = PageSetup & {
  readonly preload: string | null
  readonly router: IpcRouter
  readonly onCall: {
    /** False from the moment that the page's process is to end: nothing it still says counts. */
    readonly isListening: () => boolean
    readonly event: (frame: Frame) => InvokeEvent
    readonly preloadFailed: (error: Error) => void
  }
}

/** The host of a page of another site: going there ends the process of the page that was left, and with it all that it held in memory. */
export const NOWHERE = 'gone.stand-in.invalid'

const acceleratorsEvent = `stand-in-${randomUUID()}`

/** Gives a page its preload script and the way from it to Node, and the size that was asked for. */
export async function preparePage(page: Page, { menus, badge, size, preload, router, onCall }: Options): Promise<void> {
  const binding = `standIn${randomUUID().replaceAll('-', '')}`
  const never = new Promise<never>(() => undefined)
  await page.exposeBinding(
    binding,
    ({ frame }, kind: string, name: string, text: string): Promise<PageAnswer> | string | null | Promise<never> => {
      if (!onCall.isListening()) return never
      switch (kind) {
        case 'invoke':
          return router.invoke(onCall.event(frame), name, text)
        case 'part':
          router.part(name, text)
          return null
        case 'more':
          return router.more(name, Number(text))
        case 'accelerator':
          menus.press(name)
          return null
        default:
          onCall.preloadFailed(Object.assign(new Error(text), { name }))
          return null
      }
    },
  )
  const options = {
    binding,
    nowhere: NOWHERE,
    platform: process.platform,
    badge,
    longerThan: LONGEST_PART,
    acceleratorsEvent,
    accelerators: menus.accelerators(),
  }
  await page.addInitScript({ content: pageScript(createWire, options, preload === null ? '' : readFileSync(preload, 'utf8')) })
  await fitTo(page, size)
}

/** Tells a page that the menu's keys have changed. */
export async function tellAccelerators(page: Page, accelerators: readonly Accelerator[]): Promise<void> {
  await page.evaluate(([name, detail]) => dispatchEvent(new CustomEvent(name, { detail })), [acceleratorsEvent, accelerators] as const)
}

/** Makes the page, without the frame of its window, as large as asked. */
async function fitTo(page: Page, { width, height }: { readonly width: number; readonly height: number }): Promise<void> {
  const inner = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  if (inner.width === width && inner.height === height) return
  const devTools = await page.context().newCDPSession(page)
  const { windowId, bounds } = await devTools.send('Browser.getWindowForTarget')
  await devTools.send('Browser.setWindowBounds', {
    windowId,
    bounds: { width: (bounds.width ?? width) + width - inner.width, height: (bounds.height ?? height) + height - inner.height },
  })
  await devTools.detach()
}
