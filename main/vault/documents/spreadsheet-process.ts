import { type FileProblem, refuse, type Result } from '#domain/refusal.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { lockedWorkbookLimits } from './locked-workbook.ts'
import { megabyte, type PickedFile, type Sheet, sheetLimits } from './sheet.ts'
import type { Workbook } from './workbook-reader.ts'

export type ReadingLimits = { readonly seconds: number; readonly megabytes: number }

/** How long a thread that has said what it has to say may take to end, milliseconds. */
const endingMs = 200

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
  const { name, sheet, bytes } = file
  return inThread<Sheet>({ kind: 'sheet', name, sheet }, bytes, workerUrl, limits)
}

/** Opens a workbook, protected or not, in a thread of its own, under the same limits as `readSpreadsheetSafely`. */
export async function openWorkbookSafely(
  bytes: Uint8Array,
  passwords: readonly string[],
  workerUrl: URL = spreadsheetWorkerUrl,
  limits: ReadingLimits = usualLimits,
): Promise<Result<Workbook>> {
  if (bytes.length > lockedWorkbookLimits.bytes)
    return refuse({ code: 'fileTooLarge', limitMegabytes: lockedWorkbookLimits.bytes / 1_000_000 })
  return inThread<Workbook>({ kind: 'workbook', passwords }, bytes, workerUrl, limits)
}

/** The task is what the worker's own schema takes, but for the bytes; what it posts is the result of that task. */
async function inThread<Read>(
  task: Readonly<Record<string, unknown>>,
  given: Uint8Array,
  workerUrl: URL,
  limits: ReadingLimits,
): Promise<Result<Read>> {
  const bytes = Uint8Array.from(given)
  const worker = new Worker(workerUrl, {
    workerData: { ...task, bytes },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // the reader has no need of either, and a crash must print nothing of the file
    env: {},
    stdout: true,
    stderr: true,
  })
  const { promise, resolve } = Promise.withResolvers<Result<Read>>()
  const ended = new Promise((resolveEnd) => worker.once('exit', resolveEnd))
  const timer = setTimeout(() => resolve(unreadable('tookTooLong')), limits.seconds * 1000)
  worker.once('message', (answer: Result<Read>) => resolve(answer))
  worker.once('error', (error) => resolve(unreadable(isOutOfMemory(error) ? 'expandsTooMuch' : 'damaged')))
  worker.once('exit', () => resolve(unreadable('damaged')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    // One that has answered ends by itself: V8 has been seen to fail where a thread is stopped while it is ending.
    await Promise.race([ended, wait(endingMs, undefined, { ref: false })])
    await worker.terminate()
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function unreadable(problem: FileProblem) {
  return refuse({ code: 'fileNotReadable', problem })
}
