import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Bits of /proc/PID/coredump_filter: which mappings a dump takes in. None of them: registers and the names of files are left, no memory. */
const NOTHING = '0'

/**
 * On Linux, keeps memory out of every core dump of this process and of those that descend from it (security.md 21): children inherit it, those
 * that are already there are told. Gives the numbers of the processes of which it is not so; of one that may not be dumped at all nothing is
 * asked. Elsewhere it does nothing.
 */
export function keepMemoryOutOfDumps(proc = '/proc', platform: NodeJS.Platform = process.platform): readonly number[] {
  if (platform !== 'linux') return []
  return familyOf(process.pid, proc).filter((pid) => !isKeptOut(`${proc}/${String(pid)}/coredump_filter`))
}

/** Writes the filter and reads it back: what was only asked for does not count. */
function isKeptOut(file: string): boolean {
  try {
    writeFileSync(file, NOTHING)
    return Number.parseInt(readFileSync(file, 'latin1'), 16) === 0
  } catch (error) {
    // Gone, or made for a system without dumps; or closed to its own user, as the system closes what it will never dump.
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'ESRCH')
  }
}

/** A process and all that descend from it. Chromium's first helpers were there before any code of ours ran. */
function familyOf(root: number, proc: string): readonly number[] {
  const family = [root]
  for (const pid of family) family.push(...childrenOf(pid, proc))
  return family
}

function childrenOf(pid: number, proc: string): readonly number[] {
  try {
    return readdirSync(`${proc}/${String(pid)}/task`).flatMap((task) =>
      readFileSync(`${proc}/${String(pid)}/task/${task}/children`, 'latin1')
        .split(' ')
        .flatMap((each) => (/^\d+$/.test(each) ? [Number(each)] : [])),
    )
  } catch {
    return []
  }
}
