import { realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensureDisplay, isHeadless } from '../display.ts'
import { ensureChromium } from '../ensure-browser.ts'
import type { LaunchSettings } from './launches.ts'

/** The settings of a run that has a process to itself: `node --import ./build/stand-in/register.mjs out/main/index.js`. */
export async function settingsOfProcess(): Promise<LaunchSettings> {
  await ensureDisplay()
  const entry = process.argv[1]
  if (entry === undefined)
    throw new Error('the stand-in needs the app to run: node --import ./build/stand-in/register.mjs out/main/index.js')
  return {
    executablePath: ensureChromium(),
    headless: isHeadless(),
    size: null,
    colorScheme: null,
    locale: null,
    timezone: null,
    badge: true,
    isPackaged: process.env['CASEBOARD_STAND_IN_PACKAGED'] === '1',
    env: {},
    asksPerson: true,
    ownsProcess: true,
    // The very module that is being evaluated: Node gives the same one again.
    entryEvaluated: import(pathToFileURL(realpathSync(entry)).href),
    onExit: (code) => {
      process.exit(code)
    },
  }
}
