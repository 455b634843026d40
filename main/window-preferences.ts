import type { WebContents, WebPreferences } from 'electron'

/** How the window is shut off from everything but our own page (security.md 41). `isDeveloping` leaves the developer tools. */
export function statedPreferences(isDeveloping: boolean) {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: isDeveloping,
  } as const satisfies WebPreferences
}

type Stated = ReturnType<typeof statedPreferences>

/** Without these nothing is isolated: a window of which Electron does not tell them counts as not having them. */
const mustBeTold: readonly (keyof Stated)[] = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity']

/** The first preference of a running window that is not as stated, or null. Of the lesser ones, Electron does not tell all. */
export function preferenceNotAsStated(stated: Stated, running: Readonly<Record<string, unknown>>): string | null {
  const names = Object.keys(stated) as (keyof Stated)[]
  return names.find((name) => running[name] !== stated[name] && (mustBeTold.includes(name) || running[name] !== undefined)) ?? null
}

/** What Electron says that the window runs with. It is asked by a method that Electron has always had and does not declare. */
export function lastPreferences(contents: WebContents): Readonly<Record<string, unknown>> {
  if (!('getLastWebPreferences' in contents) || typeof contents.getLastWebPreferences !== 'function') return {}
  const last: unknown = contents.getLastWebPreferences()
  return typeof last === 'object' && last !== null ? { ...last } : {}
}
