import { operationList } from '#contract'
import { ipcMain, type IpcMainInvokeEvent, type WebFrameMain } from 'electron'
import type { Answer, Greet } from './answer.ts'
import type { IncidentLog } from './incident-log.ts'
import { isTrustedSender } from './trusted-sender.ts'

type Options = {
  readonly answer: Answer
  readonly greet: Greet
  readonly mainFrame: () => WebFrameMain | null
  readonly log: IncidentLog
}

/** Opens one channel for each operation of the contract, and one to agree on a seal, to our own page and to nobody else. */
export function register({ answer, greet, mainFrame, log }: Options): void {
  const handle = (name: string, run: (input: unknown) => Promise<unknown>): void => {
    ipcMain.handle(`caseboard:${name}`, ({ senderFrame }: IpcMainInvokeEvent, input: unknown) => {
      if (!isTrustedSender(senderFrame, mainFrame())) throw new Error(`refused: ${log.record('foreignSender')}`)
      return run(input)
    })
  }
  for (const operation of operationList) handle(operation.name, (input) => answer(operation, input))
  handle('seal', greet)
}
