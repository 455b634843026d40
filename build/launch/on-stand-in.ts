import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import type { Launch, LaunchedApp } from '../launch.ts'
import { ensureDisplay, isHeadless } from '../display.ts'
import { ensureChromium } from '../ensure-browser.ts'
import { announceLaunch, takeControl } from '../stand-in/launches.ts'
import { resolveElectron } from '../stand-in/resolve-electron.ts'

const CLOSES_WITHIN_MS = 15_000

/** One launch reads `process.argv` at a time. */
let turn: Promise<unknown> = Promise.resolve()

/** Opens the app in this very process, on a stand-in of its own. */
export async function launchOnStandIn(launch: Launch): Promise<LaunchedApp> {
  await ensureDisplay()
  resolveElectron()
  const id = randomUUID()
  let ended: (code: number) => void = () => undefined
  const exit = new Promise<number>((resolve) => {
    ended = resolve
  })
  let evaluated: (entry: Promise<unknown>) => void = () => undefined
  const entryEvaluated = new Promise<unknown>((resolve) => {
    evaluated = resolve
  })
  announceLaunch(id, {
    executablePath: ensureChromium(),
    headless: isHeadless(),
    size: launch.width === undefined && launch.height === undefined ? null : { width: launch.width ?? 1280, height: launch.height ?? 720 },
    colorScheme: launch.colorScheme ?? null,
    locale: launch.locale ?? null,
    timezone: launch.timezone ?? null,
    badge: launch.hideStandInBadge !== true,
    isPackaged: false,
    env: launch.env,
    asksPerson: false,
    ownsProcess: false,
    entryEvaluated,
    onExit: ended,
  })

  turn = turn.then(() => evaluate(launch, id))
  await turn
  const control = takeControl(id)
  evaluated(Promise.resolve())

  const firstPage = control.firstPage()
  const page = await Promise.race([
    firstPage,
    exit.then((code) => Promise.reject(new Error(`the app ended with ${String(code)} before it had a window`))),
  ])
  return {
    host: 'stand-in',
    page,
    answerOpenDialog: control.answerOpenDialog,
    answerSaveDialog: control.answerSaveDialog,
    emitPower: control.emitPower,
    invokeFrom: control.invokeFrom,
    readClipboard: control.readClipboard,
    writeClipboard: control.writeClipboard,
    close: async () => {
      control.quit()
      const late = setTimeout(() => void control.kill(), CLOSES_WITHIN_MS)
      await exit
      clearTimeout(late)
    },
    kill: async () => {
      await control.kill()
      await exit
    },
  }
}

/** Runs the entry's own code with the arguments and environment that it would have as a process. */
async function evaluate({ entry, args, env }: Launch, id: string): Promise<void> {
  const url = pathToFileURL(entry)
  url.searchParams.set('launch', id)
  const { argv } = process
  const before = Object.fromEntries(Object.keys(env).map((name) => [name, process.env[name]]))
  process.argv = [process.execPath, entry, ...args]
  Object.assign(process.env, env)
  try {
    await import(/* @vite-ignore */ url.href)
  } finally {
    process.argv = argv
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
