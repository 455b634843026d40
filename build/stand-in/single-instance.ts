import { mkdirSync, readFileSync, rmSync, watch, writeFileSync, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

type Owner = { readonly pid: number; readonly startedAt: string; readonly holder: string }
export type SecondInstance = { readonly argv: readonly string[]; readonly workingDirectory: string }

export type InstanceLock = {
  /** True when this run is now the only one on the folder; else the other is told of it. */
  readonly acquire: (folder: string) => boolean
  readonly release: () => void
}

/** Electron's lock of one instance for each data folder, as a file with the holder's process in it. */
export function instanceLock(holder: string, onSecond: (second: SecondInstance) => void): InstanceLock {
  let file: string | null = null
  let watcher: FSWatcher | null = null

  const listen = (folder: string): void => {
    const call = join(folder, 'stand-in.second')
    watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name !== 'stand-in.second') return
      const second = readJson(call) as SecondInstance | null
      if (second === null) return
      rmSync(call, { force: true })
      onSecond(second)
    })
    // The folder may go first, as the temporary ones of tests do.
    watcher.on('error', () => undefined)
  }

  return {
    acquire: (folder) => {
      if (file !== null) return true
      mkdirSync(folder, { recursive: true })
      const path = join(folder, 'stand-in.lock')
      const owner: Owner = { pid: process.pid, startedAt: startOf(process.pid), holder }
      for (let attempt = 0; attempt < 2; attempt += 1) {
        try {
          writeFileSync(path, JSON.stringify(owner), { flag: 'wx' })
          file = path
          listen(folder)
          return true
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        }
        const other = readJson(path) as Owner | null
        if (other !== null && other.startedAt !== '' && startOf(other.pid) === other.startedAt) break
        rmSync(path, { force: true })
      }
      writeFileSync(
        join(folder, 'stand-in.second'),
        JSON.stringify({ argv: process.argv, workingDirectory: process.cwd() } satisfies SecondInstance),
      )
      return false
    },
    release: () => {
      watcher?.close()
      if (file !== null) rmSync(file, { force: true })
      file = null
    },
  }
}

/** When a process began, in the system's own words; empty when there is none. A number alone may have been given to another since. */
function startOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    } catch {
      return ''
    }
  }
  try {
    process.kill(pid, 0)
    return 'running'
  } catch {
    return ''
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
