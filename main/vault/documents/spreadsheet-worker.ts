import type { Result } from '#domain/refusal.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { openLockedWorkbook } from './locked-workbook.ts'
import { readSpreadsheet } from './spreadsheet.ts'

const Bytes = z.instanceof(Uint8Array)
const Task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sheet'), name: z.string(), bytes: Bytes, sheet: z.string().optional() }),
  z.object({ kind: z.literal('workbook'), bytes: Bytes, passwords: z.array(z.string()) }),
])

/** Entry of the thread that reads one file and ends. Its memory and time are limited by who starts it. */
const task = Task.parse(workerData)
const answer: Result<unknown> = task.kind === 'sheet' ? await readSpreadsheet(task) : openLockedWorkbook(task.bytes, task.passwords)
parentPort?.postMessage(answer)
