import type { Page } from 'playwright-core'
import type { PowerEvent } from './power-monitor.ts'

/** What the launcher decides about one run of the stand-in. */
export type LaunchSettings = {
  readonly executablePath: string
  readonly headless: boolean
  /** The size of the page, instead of the one that the window asks for. */
  readonly size: { readonly width: number; readonly height: number } | null
  readonly colorScheme: 'light' | 'dark' | null
  readonly locale: string | null
  readonly timezone: string | null
  readonly badge: boolean
  /** Whether the app is to take itself for an installed one; else, as in a run of Electron from the sources, it does not. */
  readonly isPackaged: boolean
  /** Added to the environment of Chromium and of the utility processes. */
  readonly env: Readonly<Record<string, string>>
  /** Where a person answers dialogs, false for a program that queues its answers. */
  readonly asksPerson: boolean
  /** The process belongs to this one run: signals end the app, and its end ends the process. */
  readonly ownsProcess: boolean
  /** Settles when the app's entry module has been evaluated: only then is the app ready, as in Electron. */
  readonly entryEvaluated: Promise<unknown>
  readonly onExit: (code: number) => void
}

/** What the launcher can do with a run. */
export type LaunchControl = {
  readonly firstPage: () => Promise<Page>
  readonly answerOpenDialog: (paths: readonly string[] | null) => void
  readonly answerSaveDialog: (path: string | null) => void
  readonly emitPower: (event: PowerEvent) => void
  /** Sends a request over the app's IPC as a frame of another origin or a subframe would. Gives the answer or rejects with its words. */
  readonly invokeFrom: (
    frame: { readonly origin: string; readonly isMain: boolean },
    channel: string,
    ...args: unknown[]
  ) => Promise<unknown>
  readonly readClipboard: () => Promise<string>
  readonly writeClipboard: (text: string) => Promise<void>
  readonly quit: () => void
  /** Ends everything at once, as the operating system would, and forgets it. */
  readonly kill: () => Promise<void>
}

type Launch = { readonly settings: LaunchSettings; control: LaunchControl | null }

// On the global object: a test runner may well load this module twice, once through its own loader and once through Node's.
const key = Symbol.for('caseboard.stand-in.launches')
const globals = globalThis as unknown as Record<symbol, Map<string, Launch> | undefined>
const launches = (globals[key] ??= new Map<string, Launch>())

/** Announces a run before its entry is imported with `?launch=<id>`. */
export function announceLaunch(id: string, settings: LaunchSettings): void {
  launches.set(id, { settings, control: null })
}

/** The settings that the launcher announced for a run. Undefined where no launcher is at work. */
export function announcedSettings(id: string): LaunchSettings | undefined {
  return launches.get(id)?.settings
}

export function handOver(id: string, control: LaunchControl): void {
  const launch = launches.get(id)
  if (launch !== undefined) launch.control = control
}

/** The control over a run whose entry has been imported. Throws when that entry never asked for `electron`. */
export function takeControl(id: string): LaunchControl {
  const control = launches.get(id)?.control ?? null
  launches.delete(id)
  if (control === null) throw new Error('the entry did not import electron, so there is nothing to control')
  return control
}
