import type { App, CommandLine } from 'electron'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { instanceLock } from './single-instance.ts'

type Options = {
  readonly holder: string
  readonly locale: string | null
  readonly isPackaged: boolean
  readonly quit: () => void
  readonly exit: (code: number) => void
}

/** `app`, whose life the stand-in as a whole decides: `becomeReady` is called by it, `quit` and `exit` call it. */
export function createApp({ holder, locale, isPackaged, quit, exit }: Options) {
  const paths = new Map<string, string>()
  const switches = new Map<string, string>()
  let name = 'Electron'
  let isReady = false
  let becomeReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve
  })
  const events = new EventEmitter()
  const lock = instanceLock(holder, ({ argv, workingDirectory }) => {
    events.emit('second-instance', {}, argv, workingDirectory, null)
  })

  const getPath = (which: string): string => {
    const known = paths.get(which)
    if (known !== undefined) return known
    if (which === 'home') return homedir()
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
    if (which === 'appData') return appData
    if (which === 'sessionData') return getPath('userData')
    if (which === 'userData') return join(appData, name)
    throw new Error(`Failed to get '${which}' path`)
  }

  const app = Object.assign(events, {
    isPackaged,
    name,
    setName: (next: string): void => {
      name = next
    },
    getName: () => name,
    getVersion,
    getAppPath: () => join(import.meta.dirname, '../..'),
    getLocale: () => locale ?? new Intl.DateTimeFormat().resolvedOptions().locale,
    getPath,
    setPath: (which: string, path: string): void => {
      paths.set(which, path)
    },
    enableSandbox: () => undefined,
    configureHostResolver: () => undefined,
    clearRecentDocuments: () => undefined,
    requestSingleInstanceLock: () => lock.acquire(getPath('userData')),
    releaseSingleInstanceLock: lock.release,
    isReady: () => isReady,
    whenReady: () => ready,
    quit,
    exit: (code = 0): void => {
      exit(code)
    },
    commandLine: {
      appendSwitch: (key: string, value = ''): void => {
        switches.set(key, value)
      },
      hasSwitch: (key: string) => switches.has(key),
      getSwitchValue: (key: string) => switches.get(key) ?? '',
    } satisfies Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'>,
  } satisfies Omit<Pick<App, Exclude<Known, 'commandLine'>>, 'on'> & { commandLine: unknown })

  return {
    app,
    switches,
    lock,
    becomeReady: (): void => {
      isReady = true
      events.emit('ready', {}, {})
      becomeReady()
    },
  }
}

/** The members of Electron's `app` that are here. */
type Known =
  | 'isPackaged'
  | 'name'
  | 'setName'
  | 'getName'
  | 'getVersion'
  | 'getAppPath'
  | 'getLocale'
  | 'getPath'
  | 'setPath'
  | 'enableSandbox'
  | 'configureHostResolver'
  | 'clearRecentDocuments'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'isReady'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'commandLine'

function getVersion(): string {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
  return manifest.version
}
