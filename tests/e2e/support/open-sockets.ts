import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A process and all that descend from it, by the numbers of the system. Linux only. */
export function processTree(root: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = readOr(`/proc/${name}/stat`, '')
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}

/** The command line of a process, its arguments separated by NUL; empty when it is gone. */
export function commandOf(pid: number): string {
  return readOr(`/proc/${String(pid)}/cmdline`, '')
}

/** Every internet socket that the processes hold, listening or not, as the lines that the system lists them in. */
export function internetSockets(pids: readonly number[]): readonly string[] {
  const inodes = new Set(pids.flatMap(socketInodes))
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    readOr(`/proc/net/${table}`, '')
      .split('\n')
      .slice(1)
      .filter((line) => inodes.has(line.trim().split(/\s+/)[9] ?? ''))
      .map((line) => `${table} ${line.trim()}`),
  )
}

function socketInodes(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${String(pid)}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${String(pid)}/fd/${fd}`))?.[1] ?? []
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
