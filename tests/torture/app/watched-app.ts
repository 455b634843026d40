import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../../../build/bundle/bundle-target.ts'
import { targets } from '../../../build/bundle/targets.ts'

/** The places to which a program of this person writes, all of them under one folder. */
const places = {
  HOME: 'home',
  XDG_CONFIG_HOME: 'config',
  XDG_CACHE_HOME: 'cache',
  XDG_DATA_HOME: 'data',
  XDG_STATE_HOME: 'state',
  XDG_RUNTIME_DIR: 'run',
  TMPDIR: 'tmp',
} as const

type Options = {
  readonly script: string
  /** A fresh folder for everything that this run writes. */
  readonly folder: string
  /** Programs to run it under, such as `strace`, each with its arguments. */
  readonly under?: readonly string[]
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the app on a script, in a process of its own with places of its own, and goes with it from stage to stage. */
export function watchedApp({ script, folder, under = [], env = {} }: Options) {
  const environment: Record<string, string> = { ...env }
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && !/^(DISPLAY|WAYLAND_DISPLAY|DBUS_)/.test(name)) environment[name] = value
  for (const [name, place] of Object.entries(places)) {
    environment[name] = join(folder, place)
    mkdirSync(environment[name], { recursive: true, mode: 0o700 })
  }
  const profile = join(folder, 'profile')
  const [program, ...args] = [
    ...under,
    process.execPath,
    join(import.meta.dirname, 'app-child.ts'),
    join(import.meta.dirname, script),
    profile,
    folder,
  ]
  const child = spawn(program, args, { env: environment, cwd: folder, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'json' })
  let said = ''
  child.stderr?.on('data', (data: Buffer) => {
    said = (said + data.toString()).slice(-4000)
  })
  const gone = once(child, 'exit')
  return {
    pid: child.pid ?? 0,
    profile,
    /** Waits until the script has come to a stage. Throws when it ends before. */
    reached: async (name: string): Promise<void> => {
      const [message] = (await Promise.race([once(child, 'message'), gone.then(() => ['gone'])])) as [unknown]
      if (message !== name) throw new Error(`the app came to ${String(message)} instead of ${name}: ${said}`)
    },
    /** Waits until the script says something that begins so, and hands over the rest. */
    heard: async (beginning: string, take: (rest: string) => void): Promise<void> => {
      const [message] = (await Promise.race([once(child, 'message'), gone.then(() => ['gone'])])) as [unknown]
      if (typeof message !== 'string' || !message.startsWith(beginning)) throw new Error(`the app said ${String(message)}: ${said}`)
      take(message.slice(beginning.length))
    },
    goOn: (): void => void child.send('go on'),
    gone,
    kill: (): void => void child.kill('SIGKILL'),
  }
}

/** Makes every bundle whose sources have changed. */
export async function makeBundles(): Promise<void> {
  for (const target of targets) await bundle(target, false)
}
