import type { Refusal } from '#domain/refusal.ts'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { refusalOfFileError } from '../file-errors.ts'
import { writeFileDurably } from '../keys/key-file-store.ts'
import { STORE_FILE } from '../keeping/place.ts'

// Key file and store are two files, and no system renames two files at once. So the new ones are prepared beside the old under names of
// their own, then one small plan is written: before it is there the old files hold, after it the new ones, and whoever finds a plan at
// the start carries it out. Each step can be done again, so a crash at any point loses nothing.
const PLAN = 'caseboard.restore'
const Plan = z.strictObject({ kept: z.string().regex(/^[a-z-]+-\d{8}-\d{6}$/) })

/** Each file with whether the one it replaces is kept. */
const files = [
  { name: STORE_FILE, isKept: true },
  { name: 'caseboard.key', isKept: true },
  { name: 'caseboard.key.copy', isKept: false },
  { name: 'caseboard.witness', isKept: false },
] as const
export type ReplacedFile = (typeof files)[number]['name']

/** Where the new file waits until it takes the place of the old. */
export function incomingPath(folder: string, name: ReplacedFile): string {
  return join(folder, `${name}.incoming`)
}

/** Where records are copied to that cannot be read where they lie. */
export function scratchPath(folder: string): string {
  return join(folder, `${STORE_FILE}.reading`)
}

/** True from the moment that the new files count until the last of them is in its place. */
export function isReplacing(folder: string): boolean {
  return existsSync(join(folder, PLAN))
}

/** Takes away what was prepared and not used. While a plan stands the incoming files are the records: then nothing is taken away. */
export function removeIncoming(folder: string): void {
  for (const end of ['', '-journal']) rmSync(`${scratchPath(folder)}${end}`, { force: true })
  if (isReplacing(folder)) return
  for (const { name } of files) for (const end of ['', '-journal', '.new']) rmSync(`${incomingPath(folder, name)}${end}`, { force: true })
}

/** `before-restore-20261125-093000`: what a replaced file is called from then on. */
export function keptSuffix(why: 'before-restore' | 'damaged', clock: Date): string {
  const digits = clock.toISOString().replace(/\D/g, '')
  return `${why}-${digits.slice(0, 8)}-${digits.slice(8, 14)}`
}

/**
 * Replaces store and key file by the incoming ones, which must all be there, synced and closed; the old store must be closed. At any crash either
 * the old or the new files are there whole, the new ones after `finishReplacing` at the latest.
 */
export function replaceFiles(folder: string, suffix: string): void {
  syncFolder(folder)
  writeFileDurably(join(folder, PLAN), JSON.stringify({ kept: suffix } satisfies z.infer<typeof Plan>))
  finishReplacing(folder)
}

/** Carries out the plan of a replacement that was cut off; without one there is nothing to do. Throws what the disk throws. */
export function finishReplacing(folder: string): void {
  const plan = join(folder, PLAN)
  if (!isReplacing(folder)) return
  const { kept } = Plan.parse(JSON.parse(readFileSync(plan, 'utf8')))
  for (const { name, isKept } of files) {
    const incoming = incomingPath(folder, name)
    if (!existsSync(incoming)) continue
    const path = join(folder, name)
    if (isKept) {
      // The old store's journal goes with it: left behind, it would be played back into the new one.
      const old = `${path}.${kept}`
      if (existsSync(`${path}-journal`)) renameSync(`${path}-journal`, `${old}-journal`)
      if (existsSync(path)) renameSync(path, old)
    }
    renameSync(incoming, path)
  }
  syncFolder(folder)
  rmSync(plan, { force: true })
  syncFolder(folder)
}

/** As `finishReplacing`, with a refusal for what the disk would not do: the plan stands then, and the next try goes on with it. */
export function settleReplacing(folder: string): Refusal | null {
  try {
    finishReplacing(folder)
    return null
  } catch (error) {
    const refusal = refusalOfFileError(error)
    if (refusal !== null) return refusal
    // Whatever else the system says of a name that it would not change (in use, a folder in its place): it is no bug of ours.
    if (error instanceof Error && 'syscall' in error) return { code: 'diskFails' }
    throw error
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
