import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'caseboard-stand-in-'
const ENOUGH_MEMORY = 512 * 1024 * 1024

/** The folder for what Chromium insists on writing: in memory where the system has such a place, else among the temporary files. */
export function throwAwayFolder(): { readonly path: string; readonly isInMemory: boolean; readonly remove: () => void } {
  const memory = memoryFolder()
  const parent = memory ?? tmpdir()
  removeLeftOvers(parent)
  const path = mkdtempSync(join(parent, `${PREFIX}${String(process.pid)}-`))
  return {
    path,
    isInMemory: memory !== null,
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function memoryFolder(): string | null {
  const folder = '/dev/shm'
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > ENOUGH_MEMORY ? folder : null
  } catch {
    return null
  }
}

/** Removes the folders of runs that were killed. */
function removeLeftOvers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(/^caseboard-stand-in-(\d+)-/.exec(name)?.[1])
    if (!Number.isInteger(pid) || isRunning(pid)) continue
    try {
      rmSync(join(parent, name), { recursive: true, force: true })
    } catch {
      // Somebody else's, or being removed by another run at this moment.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
