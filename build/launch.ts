import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from './bundle/root.ts'
import { electronBinary } from './electron-binary.ts'
import { launchOnElectron } from './launch/on-electron.ts'
import { launchOnStandIn } from './launch/on-stand-in.ts'
import type { PowerEvent } from './stand-in/power-monitor.ts'

export type LaunchOptions = {
  /** The data folder. */
  readonly profile: string
  /** The size of the page in CSS pixels, instead of the window's own 1280x720. */
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  /** Language and formats of the window, such as `es-ES`. */
  readonly locale?: string
  /** Such as `Europe/London`. On Electron it is taken from the environment of this process. */
  readonly timezone?: string
  /** For pictures: the stand-in does not say on the page that it is one. */
  readonly hideStandInBadge?: boolean
  /** Added to the environment of the app's processes. */
  readonly env?: Readonly<Record<string, string>>
  /** Added after `--profile DIR`. */
  readonly args?: readonly string[]
  /** Another app than ours: its main bundle. */
  readonly entry?: string
}

/** A running app with its window open and loaded. */
export type LaunchedApp = {
  readonly host: 'electron' | 'stand-in'
  readonly page: Page
  /** Answers the next open dialog, or the one that waits; null cancels it. */
  readonly answerOpenDialog: (paths: readonly string[] | null) => void
  readonly answerSaveDialog: (path: string | null) => void
  /** Tells the app what the operating system would: that the computer sleeps, or its screen was locked. */
  readonly emitPower: (event: PowerEvent) => void
  /** Sends a request to main as a frame that is not our page would. Rejects with Electron's words. On the stand-in only. */
  readonly invokeFrom: (
    frame: { readonly origin: string; readonly isMain: boolean },
    channel: string,
    ...args: unknown[]
  ) => Promise<unknown>
  /** What the system's clipboard holds as text; empty where it holds none. */
  readonly readClipboard: () => Promise<string>
  /** Puts a text there as another program would. */
  readonly writeClipboard: (text: string) => Promise<void>
  /** Quits the app as a person would. Resolves when all its processes are gone. */
  readonly close: () => Promise<void>
  /** Ends its processes with SIGKILL. */
  readonly kill: () => Promise<void>
}

/** What a launch is, with everything that has a default filled in. */
export type Launch = Omit<LaunchOptions, 'args' | 'entry' | 'env'> & Required<Pick<LaunchOptions, 'args' | 'entry' | 'env'>>

/**
 * Opens the bundled app on Electron where its program is there, else on the stand-in, and says which. Many can run in one process.
 * Throws when the window does not come.
 */
export async function launchCaseboard(options: LaunchOptions): Promise<LaunchedApp> {
  const launch: Launch = {
    ...options,
    entry: options.entry ?? join(root, 'out/main/index.js'),
    args: ['--profile', options.profile, ...(options.args ?? [])],
    env: options.env ?? {},
  }
  const binary = electronBinary()
  return binary === null ? launchOnStandIn(launch) : launchOnElectron(binary, launch)
}
