import { BrowserWindow, type Session } from 'electron'
import { APP_PAGE } from './app-scheme.ts'
import { lastPreferences, preferenceNotAsStated, statedPreferences } from './window-preferences.ts'

export const APP_TITLE = 'Caseboard'

export type AppWindow = {
  readonly browserWindow: BrowserWindow
  /** Ends the page's process, and everything it held, and loads the page anew. */
  readonly startOver: () => void
}

type Options = {
  readonly session: Session
  readonly preload: string
  readonly isDeveloping: boolean
  /** The page's process ended by itself. */
  readonly onGone: () => void
  /** The running window is not shut off as stated: nothing may be opened in it. */
  readonly onNotAsStated: (preference: string) => void
}

/** Opens the one window: sandboxed, isolated, hidden from screen capture, with a title that never says anything. */
export function openWindow({ session, preload, isDeveloping, onGone, onNotAsStated }: Options): AppWindow {
  const stated = statedPreferences(isDeveloping)
  const browserWindow = new BrowserWindow({
    width: 1280,
    height: 720,
    useContentSize: true,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: APP_TITLE,
    webPreferences: { session, preload, ...stated },
  })
  browserWindow.setContentProtection(true)
  browserWindow.on('page-title-updated', (event) => {
    event.preventDefault()
  })
  browserWindow.once('ready-to-show', () => {
    browserWindow.show()
  })

  // Set while a page is loading, so that the end of a process which we ask for ourselves is not taken for a crash.
  let isStarting = true
  browserWindow.webContents.on('did-finish-load', () => {
    isStarting = false
    const other = preferenceNotAsStated(stated, lastPreferences(browserWindow.webContents))
    if (other !== null) onNotAsStated(other)
  })
  browserWindow.webContents.on('render-process-gone', () => {
    if (!isStarting) onGone()
  })
  const load = (): void => {
    // Rejected when a second load overtakes it; what then shows is the second one's doing.
    browserWindow.loadURL(APP_PAGE).catch(() => undefined)
  }
  load()

  return {
    browserWindow,
    startOver: () => {
      if (browserWindow.isDestroyed()) return
      isStarting = true
      browserWindow.webContents.forcefullyCrashRenderer()
      load()
    },
  }
}
