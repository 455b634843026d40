import { accessSync, constants, mkdirSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The folder of key file and store: the one asked for, else the person's local one. On Windows Electron's own choice would roam
 * between computers with the account (security.md 32).
 */
export function dataFolder(asked: string | null, usual: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (asked !== null) return resolve(asked)
  const local = environment['LOCALAPPDATA']
  return process.platform === 'win32' && local !== undefined ? join(local, 'Caseboard') : usual
}

/**
 * Makes the data folder where it can, readable by its owner alone, and gives the folder for what the window itself keeps: beside the
 * store, or in the system's temporary folder when the data folder is on read-only media. The vault reports a folder that cannot be used.
 */
export function windowFolder(folder: string): string {
  const beside = join(folder, 'window')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    mkdirSync(beside, { recursive: true, mode: 0o700 })
    accessSync(beside, constants.W_OK)
    return beside
  } catch {
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
    return join(tmpdir(), `caseboard-${name}`)
  }
}
