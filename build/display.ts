import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { ensureXvfb } from './ensure-browser.ts'

let started: Promise<string> | null = null

/** True where windows are asked to stay away: quicker, but focus and zoom are not what a person has. */
export const isHeadless = (): boolean => process.env['CASEBOARD_HEADLESS'] === '1'

/** Gives this process and its children a display to open windows on: the one that is there, else one of its own that nobody sees. */
export async function ensureDisplay(): Promise<void> {
  if (isHeadless() || process.platform !== 'linux') return
  if ((process.env['DISPLAY'] ?? '') !== '' && started === null) return
  if ((process.env['WAYLAND_DISPLAY'] ?? '') !== '') return
  started ??= startXvfb()
  process.env['DISPLAY'] = await started
}

/** Starts Xvfb on a number that it picks itself, large enough for a projector's picture, and ends it with this process. */
async function startXvfb(): Promise<string> {
  const child = spawn(ensureXvfb(), ['-displayfd', '3', '-screen', '0', '2560x1440x24', '-nolisten', 'tcp', '-terminate', '30'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  child.unref()
  const output = child.stdio[3] as Readable & { unref?: () => void }
  process.once('exit', () => child.kill())
  child.once('exit', () => {
    started = null
    delete process.env['DISPLAY']
  })
  const [number] = (await Promise.race([
    once(output, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it had a display'))),
  ])) as [Buffer]
  output.unref?.()
  return `:${number.toString('utf8').trim()}`
}
