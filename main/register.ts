import { operationList } from '#contract'
import { ipcMain, type WebFrameMain } from 'electron'
import type { Answer } from './answer.ts'
import { APP_ORIGIN } from './app-scheme.ts'
import type { IncidentLog } from './incident-log.ts'

/** Opens one channel for each operation of the contract, to the main frame of our window at our own origin and to nobody else. */
export function register(answer: Answer, mainFrame: () => WebFrameMain | null, log: IncidentLog): void {
  for (const operation of operationList) {
    ipcMain.handle(`caseboard:${operation.name}`, (event, input: unknown) => {
      const frame = event.senderFrame
      if (frame === null || frame !== mainFrame() || frame.origin !== APP_ORIGIN) {
        throw new Error(`refused: ${log.record('foreignSender')}`)
      }
      return answer(operation, input)
    })
  }
}
