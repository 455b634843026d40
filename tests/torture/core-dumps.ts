import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, processTree } from '../e2e/support/open-sockets.ts'
import { dumping, dumpOf, needlesInFile, whyNoDumps } from './app/dumped-memory.ts'
import { masked, type Secrets } from './app/type-secrets.ts'
import { makeBundles, watchedApp } from './app/watched-app.ts'
import type { Needle } from './canary-entries.ts'
import { inFolder, type Torture } from './torture.ts'

const words = {
  passphrase: 'marmalade zeppelin quarrelsome thistles',
  victim: 'Zyxomma Quibblethwaite',
  address: '17 Wobblestone Crescent',
} satisfies Record<keyof Secrets, string>

const needles: readonly Needle[] = Object.entries(words).flatMap(([what, text]) => [
  { what, bytes: Buffer.from(text) },
  { what: `${what} in UTF-16`, bytes: Buffer.from(text, 'utf16le') },
])

const nameOf = (pid: number): string =>
  /--type=([\w-]+)/.exec(commandOf(pid))?.[1] ?? (commandOf(pid).includes('vault.js') ? 'vault' : 'other')
const filterOf = (pid: number): number => Number.parseInt(readFileSync(`/proc/${String(pid)}/coredump_filter`, 'latin1'), 16)

/** A process that holds a word and dumps all that the system dumps: the same look must find it. */
async function isPlantFound(folder: string): Promise<boolean> {
  mkdirSync(folder)
  const script = `const held = Buffer.from(process.argv[1]); console.log('held'); setInterval(() => held.length, 1000)`
  const child = spawn(dumping[0] ?? '', [...dumping.slice(1), process.execPath, '-e', script, words.victim], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data')
  writeFileSync(`/proc/${String(child.pid)}/coredump_filter`, '0x33')
  const dump = await dumpOf(child.pid ?? 0, folder)
  return dump !== null && needlesInFile(dump.path, needles).includes('victim')
}

/** The open app made to crash, process after process, where the system writes dumps of any size: no word of a record in any of them. */
export const coreDumps: Torture = {
  name: 'dumps of crashed processes',
  run: async () => {
    if (process.platform !== 'linux') return { kind: 'skipped', why: 'looks into /proc' }
    const why = whyNoDumps()
    if (why !== null) return { kind: 'skipped', why }
    await makeBundles()
    return inFolder(async (folder) => {
      const secrets = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, masked(text)]))
      const app = watchedApp({
        script: 'type-secrets.ts',
        folder,
        under: dumping,
        env: { CASEBOARD_TORTURE_SECRETS: JSON.stringify(secrets) },
      })
      const failures: string[] = []
      const dumped: string[] = []
      let bytes = 0
      try {
        await app.reached('open')
        // Held, so that main does not lock and end the others while one of them is written down.
        process.kill(app.pid, 'SIGSTOP')
        const tree = processTree(app.pid).map((pid) => ({ pid, what: pid === app.pid ? 'main' : nameOf(pid) }))
        for (const { pid, what } of tree) if (filterOf(pid) !== 0) failures.push(`${what} would dump its memory`)
        const holders = tree.filter(({ what }) => ['vault', 'renderer', 'main'].includes(what))
        for (const { pid, what } of holders.toReversed()) {
          const dump = await dumpOf(pid, readlinkSync(`/proc/${String(pid)}/cwd`))
          if (dump === null) continue
          dumped.push(what)
          bytes += dump.bytes
          failures.push(...needlesInFile(dump.path, needles).map((hit) => `the dump of ${what}: ${hit}`))
          rmSync(dump.path)
        }
        for (const what of ['vault', 'main']) if (!dumped.includes(what)) failures.push(`${what} left no dump to look at`)
      } finally {
        app.kill()
      }
      return {
        kind: 'ran',
        done: `${String(dumped.length)} processes crashed with a record open (${dumped.join(', ')}), ${(bytes / 1e6).toFixed(1)} MB of dumps: ${String(failures.length)} wrong`,
        tried: dumped.length,
        failures,
        control: { planted: 'a process that holds a word and dumps its memory', isFound: await isPlantFound(join(folder, 'control')) },
      }
    })
  },
}
