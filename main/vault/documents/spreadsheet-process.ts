import { type FileProblem, refuse, type Result } from '#domain/refusal.ts'
import { Worker } from 'node:worker_threads'
import { megabyte, type PickedFile, type Sheet, sheetLimits } from './sheet.ts'

export type ReadingLimits = { readonly seconds: number; readonly megabytes: number }

const usualLimits: ReadingLimits = { seconds: 30, megabytes: 512 }

/** The worker beside this module: its bundle in the app, its source in tests. */
export const spreadsheetWorkerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './spreadsheet-worker.ts' : './spreadsheet-worker.js',
  import.meta.url,
)

/**
 * Reads a spreadsheet in a thread of its own: a file that takes too long (`tookTooLong`) or too much memory (`expandsTooMuch`) ends that thread
 * and nothing else, and one that breaks the reader is `damaged`. The caller's bytes are copied, not taken.
 */
export async function readSpreadsheetSafely(
  file: PickedFile,
  workerUrl: URL = spreadsheetWorkerUrl,
  limits: ReadingLimits = usualLimits,
): Promise<Result<Sheet>> {
  if (file.bytes.length > sheetLimits.megabytes * megabyte) return refuse({ code: 'fileTooLarge', limitMegabytes: sheetLimits.megabytes })
  const bytes = Uint8Array.from(file.bytes)
  const worker = new Worker(workerUrl, {
    workerData: { name: file.name, bytes, sheet: file.sheet },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // the reader has no need of either, and a crash must print nothing of the file
    env: {},
    stdout: true,
    stderr: true,
  })
  const { promise, resolve } = Promise.withResolvers<Result<Sheet>>()
  const timer = setTimeout(() => resolve(unreadable('tookTooLong')), limits.seconds * 1000)
  worker.once('message', (answer: Result<Sheet>) => resolve(answer))
  worker.once('error', (error) => resolve(unreadable(isOutOfMemory(error) ? 'expandsTooMuch' : 'damaged')))
  worker.once('exit', () => resolve(unreadable('damaged')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function unreadable(problem: FileProblem) {
  return refuse({ code: 'fileNotReadable', problem })
}
