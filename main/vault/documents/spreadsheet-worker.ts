import type { Result } from '#domain/refusal.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { Sheet } from './sheet.ts'
import { readSpreadsheet } from './spreadsheet.ts'

/** Entry of the thread that reads one file and ends. Its memory and time are limited by `readSpreadsheetSafely`. */
const file = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array), sheet: z.string().optional() }).parse(workerData)
const answer: Result<Sheet> = await readSpreadsheet(file)
parentPort?.postMessage(answer)
