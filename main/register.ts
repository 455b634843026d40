import { operationList } from '#contract'
import { ipcMain, type WebFrameMain } from 'electron'
import type { Answer } from './answer.ts'
import type { IncidentLog } from './incident-log.ts'
import { isTrustedSender } from './trusted-sender.ts'

/** Opens one channel for each operation of the contract, to our own page and to nobody else. */
export function register(answer: Answer, mainFrame: () => WebFrameMain | null, log: IncidentLog): void {
  for (const operation of operationList) {
    ipcMain.handle(`caseboard:${operation.name}`, (event, input: unknown) => {
      if (!isTrustedSender(event.senderFrame, mainFrame())) throw new Error(`refused: ${log.record('foreignSender')}`)
      return answer(operation, input)
    })
  }
}
