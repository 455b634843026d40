import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import type { LaunchSettings } from './launches.ts'
import { throwAwayFolder } from './throw-away-folder.ts'

export type Chromium = {
  readonly context: BrowserContext
  /** The page of the app window for the first caller, a new window's for each other. */
  readonly takePage: () => Promise<Page>
  /** Ends Chromium and removes what it wrote. */
  readonly end: () => Promise<void>
}

type Options = {
  readonly settings: LaunchSettings
  /** What the app told `app.commandLine`. */
  readonly switches: ReadonlyMap<string, string>
  /** A page opened another. */
  readonly onPopup: (page: Page, url: string) => void
  readonly onEnded: () => void
}

/** Starts Chromium as one app window, driven over a pipe. Nothing is let through but what a window's own session answers. */
export async function startChromium({ settings, switches, onPopup, onEnded }: Options): Promise<Chromium> {
  const { width, height } = settings.size ?? { width: 1280, height: 720 }
  const folder = throwAwayFolder()
  const remove = (): void => {
    folder.remove()
  }
  process.once('exit', remove)

  forbidRemembering(folder.path)
  const context = await chromium.launchPersistentContext(folder.path, {
    executablePath: settings.executablePath,
    headless: settings.headless,
    // Chromium's own sandbox cannot be had by root, who runs build machines.
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    acceptDownloads: false,
    serviceWorkers: 'block',
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // Without room in /dev/shm Chromium is better off with files.
    ignoreDefaultArgs: folder.isInMemory ? ['--disable-dev-shm-usage'] : [],
    args: [
      '--app=data:text/html,',
      `--window-size=${String(width)},${String(height)}`,
      '--window-position=0,0',
      '--disk-cache-size=1',
      '--disable-domain-reliability',
      // Chromium looks up its maker's hosts at its start, whatever the app says; no name is to be resolved for it.
      ...(switches.has('host-resolver-rules') ? [] : ['--host-resolver-rules=MAP * ^NOTFOUND']),
      ...[...switches]
        .filter(([name]) => name !== 'disable-features')
        .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
    ],
    env: { ...definedOnly(process.env), ...settings.env },
    ...(settings.colorScheme === null ? {} : { colorScheme: settings.colorScheme }),
    ...(settings.locale === null ? {} : { locale: settings.locale }),
    ...(settings.timezone === null ? {} : { timezoneId: settings.timezone }),
  })

  let isEnding = false
  const ended = new Promise<void>((resolve) => {
    context.on('close', () => {
      remove()
      process.off('exit', remove)
      resolve()
      if (!isEnding) onEnded()
    })
  })
  await context.route('**/*', (route) => route.abort('blockedbyclient'))
  await context.routeWebSocket('**/*', (socket) => socket.close())

  let appPage = context.pages()[0] ?? null
  let opening = 0
  context.on('page', (page) => {
    if (opening > 0) return
    onPopup(page, page.url())
    page.close().catch(() => undefined)
  })
  return {
    context,
    takePage: async () => {
      if (appPage !== null) {
        const page = appPage
        appPage = null
        return page
      }
      opening += 1
      try {
        return await context.newPage()
      } finally {
        opening -= 1
      }
    },
    end: async () => {
      isEnding = true
      await context.close().catch(() => undefined)
      await ended
    },
  }
}

/** Chromium would keep what is typed into fields, to offer it again. Electron has no such thing. */
function forbidRemembering(folder: string): void {
  const preferences = {
    autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
    credentials_enable_service: false,
    credentials_enable_autosignin: false,
  }
  mkdirSync(join(folder, 'Default'), { recursive: true })
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences))
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
