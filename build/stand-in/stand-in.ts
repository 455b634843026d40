import type { BrowserWindowConstructorOptions } from 'electron'
import { createApp } from './app.ts'
import { createBrowserWindow, type StandInWindow } from './browser-window.ts'
import { startChromium, type Chromium } from './chromium.ts'
import { createClipboard, StandInClipboardItem } from './clipboard.ts'
import { askForPath } from './dialog-page.ts'
import { createDialog } from './dialog.ts'
import { createIpcMain } from './ipc-main.ts'
import type { LaunchControl, LaunchSettings } from './launches.ts'
import { createMenus } from './menu.ts'
import { createPowerMonitor } from './power-monitor.ts'
import { tellAccelerators } from './prepare-page.ts'
import { createSessions, StandInSession } from './session.ts'
import { createUtilityProcess } from './utility-process.ts'
import { preventable, StandInWebContents } from './web-contents.ts'

const BADGE = 'Stand-in for Electron: for development, demonstration and tests'

/** Everything that `import 'electron'` gives for one run of the app, and what the launcher controls of it. */
export function createStandIn(id: string, settings: LaunchSettings) {
  const windows = new Set<StandInWindow>()
  const attached: Promise<unknown>[] = []
  let nextContentsId = 1
  let chromium: Promise<Chromium> | null = null
  let life: 'running' | 'quitting' | 'over' = 'running'

  const router = createIpcMain()
  const powerMonitor = createPowerMonitor()
  const { utilityProcess, endChildren } = createUtilityProcess(settings.env)
  const menus = createMenus(
    (accelerators) => {
      for (const { webContents } of windows) webContents.page.then((page) => tellAccelerators(page, accelerators)).catch(() => undefined)
    },
    (role) => {
      if (role === 'quit') quit()
    },
  )
  const running = (): Promise<Chromium> => chromium ?? Promise.reject(new Error('Cannot create BrowserWindow before app is ready'))
  const { dialog, answerOpen, answerSave } = createDialog(
    settings.asksPerson ? async (asked) => askForPath(await (await running()).takePage(), asked) : null,
  )

  const finish = async (code: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (life === 'over') return
    life = 'over'
    endChildren(signal)
    lock.release()
    await Promise.allSettled(attached)
    await chromium?.then(({ end }) => end()).catch(() => undefined)
    settings.onExit(code)
  }

  const quit = (): void => {
    if (life !== 'running') return
    const event = preventable({})
    app.emit('before-quit', event)
    if (event.defaultPrevented) return
    life = 'quitting'
    for (const window of windows) window.close()
    if (windows.size > 0) {
      life = 'running'
      return
    }
    const last = preventable({})
    app.emit('will-quit', last)
    if (last.defaultPrevented) {
      life = 'running'
      return
    }
    app.emit('quit', {}, 0)
    void finish(0, 'SIGTERM')
  }

  const { app, switches, lock, becomeReady } = createApp({
    holder: id,
    locale: settings.locale,
    isPackaged: settings.isPackaged,
    quit,
    exit: (code) => {
      app.emit('quit', {}, code)
      void finish(code, 'SIGTERM')
    },
  })
  const session = createSessions((created) => app.emit('session-created', created))

  const open = (options: BrowserWindowConstructorOptions): StandInWebContents => {
    const { preload, session: chosen, partition } = options.webPreferences ?? {}
    const contents = new StandInWebContents({
      id: nextContentsId++,
      session:
        chosen instanceof StandInSession ? chosen : partition === undefined ? session.defaultSession : session.fromPartition(partition),
      preload: preload ?? null,
      preferences: options.webPreferences ?? {},
      router,
      setup: {
        menus,
        badge: settings.badge ? BADGE : null,
        size: settings.size ?? { width: options.width ?? 800, height: options.height ?? 600 },
      },
      takePage: async () => (await running()).takePage(),
    })
    attached.push(contents.page)
    app.emit('web-contents-created', {}, contents)
    return contents
  }

  let announceFirst: (window: StandInWindow) => void = () => undefined
  const first = new Promise<StandInWindow>((resolve) => {
    announceFirst = resolve
  })
  const BrowserWindow = createBrowserWindow({
    open,
    added: (window) => {
      windows.add(window)
      announceFirst(window)
      app.emit('browser-window-created', {}, window)
    },
    removed: (window) => {
      windows.delete(window)
      if (windows.size > 0 || life !== 'running') return
      if (app.listenerCount('window-all-closed') === 0) quit()
      else app.emit('window-all-closed')
    },
    all: () => [...windows],
  })

  const clipboard = createClipboard(async (task) => {
    const [window] = windows
    if (window === undefined) throw new Error('the clipboard is reached through a window, and there is none')
    await window.webContents.withClipboard(task)
  })

  void settings.entryEvaluated.then(
    () => {
      if (life !== 'running') return
      chromium = startChromium({
        settings,
        switches,
        onPopup: (page, url) => {
          for (const { webContents } of windows)
            void webContents.page
              .then((own) => page.opener().then((by) => by === own && webContents.refuseWindow(url)))
              .catch(() => undefined)
        },
        onEnded: () => {
          for (const window of windows) window.destroy()
        },
      })
      chromium.catch((error: unknown) => {
        process.stderr.write(`The stand-in could not start Chromium: ${String(error)}\n`)
        void finish(1, 'SIGKILL')
      })
      becomeReady()
    },
    () => finish(1, 'SIGKILL'),
  )

  if (settings.ownsProcess) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit)

  const control: LaunchControl = {
    firstPage: async () => {
      const { webContents } = await first
      const page = await webContents.page
      await new Promise<void>((resolve) => {
        if (webContents.hasLoaded) resolve()
        else webContents.once('did-finish-load', resolve)
      })
      return page
    },
    answerOpenDialog: answerOpen,
    answerSaveDialog: answerSave,
    emitPower: (event) => {
      powerMonitor.emit(event, preventable({}))
    },
    invokeFrom: (frame, channel, ...args) => {
      const [window] = windows
      const senderFrame = {
        origin: frame.origin,
        url: `${frame.origin}/`,
        parent: frame.isMain ? null : (window?.webContents.mainFrame ?? null),
      }
      return router.invokeLocally(
        {
          type: 'frame',
          sender: window?.webContents,
          senderFrame: senderFrame as typeof senderFrame & { parent: null },
          processId: 1,
          frameId: 2,
        },
        channel,
        args,
      )
    },
    readClipboard: clipboard.readText,
    writeClipboard: clipboard.writeText,
    quit,
    kill: () => finish(137, 'SIGKILL'),
  }

  return {
    control,
    surface: {
      app,
      BrowserWindow,
      clipboard,
      ClipboardItem: StandInClipboardItem,
      dialog,
      ipcMain: router.ipcMain,
      Menu: menus.Menu,
      powerMonitor,
      protocol: { registerSchemesAsPrivileged: (): void => undefined },
      session,
      utilityProcess,
    },
  }
}
