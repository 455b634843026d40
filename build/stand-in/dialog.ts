import type { Dialog, OpenDialogOptions, SaveDialogOptions } from 'electron'
import type { AskedDialog } from './dialog-page.ts'

/** Answers that were queued before or come after the question. */
function answerQueue<Answer>() {
  const answers: Answer[] = []
  const waiting: ((answer: Answer) => void)[] = []
  return {
    answer: (answer: Answer): void => {
      const next = waiting.shift()
      if (next === undefined) answers.push(answer)
      else next(answer)
    },
    take: (): Promise<Answer> =>
      new Promise((resolve) => {
        if (answers.length > 0) resolve(answers.shift() as Answer)
        else waiting.push(resolve)
      }),
  }
}

/** The options of a dialog call, which may or may not name a window first. */
function optionsOf(args: readonly unknown[]): unknown {
  return args.length > 1 ? args[1] : args[0]
}

/** `dialog`. A program queues its answers; a person, where there is one, is asked through `ask`. */
export function createDialog(ask: ((dialog: AskedDialog) => Promise<string | null>) | null) {
  const open = answerQueue<readonly string[] | null>()
  const save = answerQueue<string | null>()

  const dialog = {
    showOpenDialog: async (...args: unknown[]) => {
      const { title, defaultPath, buttonLabel } = optionsOf(args) as OpenDialogOptions
      if (ask === null) {
        const paths = await open.take()
        return { canceled: paths === null, filePaths: [...(paths ?? [])] }
      }
      const path = await ask({ title: title ?? 'Open', path: defaultPath ?? '', button: buttonLabel ?? 'Open' })
      return { canceled: path === null, filePaths: path === null ? [] : [path] }
    },
    showSaveDialog: async (...args: unknown[]) => {
      const { title, defaultPath, buttonLabel } = optionsOf(args) as SaveDialogOptions
      const path =
        ask === null ? await save.take() : await ask({ title: title ?? 'Save', path: defaultPath ?? '', button: buttonLabel ?? 'Save' })
      return { canceled: path === null, filePath: path ?? '' }
    },
    showErrorBox: (title: string, content: string): void => {
      process.stderr.write(`${title}\n${content}\n`)
    },
  } satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>

  return { dialog, answerOpen: open.answer, answerSave: save.answer }
}
