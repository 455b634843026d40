import { _electron } from 'playwright-core'
import { ensureDisplay } from '../display.ts'
import type { Launch, LaunchedApp } from '../launch.ts'

type Queues = {
  open: (readonly string[] | null)[]
  save: (string | null)[]
  waitOpen: ((paths: readonly string[] | null) => void)[]
  waitSave: ((path: string | null) => void)[]
}

/** Opens the app on Electron itself, driven by Playwright. */
export async function launchOnElectron(executablePath: string, launch: Launch): Promise<LaunchedApp> {
  await ensureDisplay()
  const app = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(launch.locale === undefined ? [] : [`--lang=${launch.locale}`]),
      launch.entry,
      ...launch.args,
    ],
    env: { ...(process.env as Record<string, string>), ...(launch.timezone === undefined ? {} : { TZ: launch.timezone }), ...launch.env },
  })
  // Dialogs of the operating system cannot be driven; the two that the app uses take their answers from here instead.
  await app.evaluate(({ dialog }) => {
    const queues: Queues = { open: [], save: [], waitOpen: [], waitSave: [] }
    Object.assign(globalThis, { caseboardDialogs: queues })
    const take = <Answer>(answers: Answer[], waiting: ((answer: Answer) => void)[]): Promise<Answer> =>
      new Promise((resolve) => {
        if (answers.length > 0) resolve(answers.shift() as Answer)
        else waiting.push(resolve)
      })
    Object.assign(dialog, {
      showOpenDialog: async () => {
        const paths = await take(queues.open, queues.waitOpen)
        return { canceled: paths === null, filePaths: paths ?? [] }
      },
      showSaveDialog: async () => {
        const path = await take(queues.save, queues.waitSave)
        return { canceled: path === null, filePath: path ?? '' }
      },
    })
  })
  const answer = (kind: 'open' | 'save', value: readonly string[] | string | null): void => {
    void app.evaluate(
      (_electronModule, [which, given]) => {
        const { caseboardDialogs: queues } = globalThis as unknown as { caseboardDialogs: Queues }
        const [answers, waiting] = which === 'open' ? [queues.open, queues.waitOpen] : [queues.save, queues.waitSave]
        const next = waiting.shift() as ((answer: unknown) => void) | undefined
        if (next === undefined) (answers as unknown[]).push(given)
        else next(given)
      },
      [kind, value] as const,
    )
  }

  const page = await app.firstWindow()
  await page.waitForLoadState()
  if (launch.colorScheme !== undefined) await page.emulateMedia({ colorScheme: launch.colorScheme })
  if (launch.width !== undefined || launch.height !== undefined) {
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
      },
      { width: launch.width ?? 1280, height: launch.height ?? 720 },
    )
  }
  return {
    host: 'electron',
    page,
    answerOpenDialog: (paths) => {
      answer('open', paths)
    },
    answerSaveDialog: (path) => {
      answer('save', path)
    },
    emitPower: (event) => {
      void app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name, { preventDefault: () => undefined }), event)
    },
    invokeFrom: () => Promise.reject(new Error('a foreign frame can be had on the stand-in only')),
    readClipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    writeClipboard: (text) => app.evaluate(({ clipboard }, given) => clipboard.writeText(given), text),
    close: () => app.close(),
    kill: async () => {
      const child = app.process()
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}
