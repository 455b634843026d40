import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../build/bundle/root.ts'
import { commandOf, processTree } from '../e2e/support/open-sockets.ts'

export type PackagedStart = { readonly code: number | null; readonly said: string; readonly hasWindow: boolean }

const WINDOW_WITHIN_MS = 30_000

/** Starts the unpacked archive as an installed app would be, in a process of its own, until it ends by itself or has a window; then it is ended. */
export async function startPackaged(app: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<PackagedStart> {
  const child = spawn(process.execPath, ['--import', join(root, 'build/stand-in/register.mjs'), join(app, 'out/main/index.js'), ...args], {
    cwd: root,
    env: { ...process.env, CASEBOARD_STAND_IN_PACKAGED: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString()
  })
  const ended = once(child, 'exit')
  const hasPage = () => processTree(child.pid ?? 0).some((pid) => commandOf(pid).includes('out/main/vault.js'))
  const until = Date.now() + WINDOW_WITHIN_MS
  while (child.exitCode === null && Date.now() < until && !hasPage()) await wait(100)
  const hasWindow = child.exitCode === null && hasPage()
  if (hasWindow) child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), WINDOW_WITHIN_MS)
  await ended
  clearTimeout(late)
  return { code: child.exitCode, said, hasWindow }
}
