import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { processTree } from '../e2e/support/open-sockets.ts'
import { moreKinds } from './app/enter-canaries.ts'
import { makeBundles, watchedApp } from './app/watched-app.ts'
import { filesUnder, foundIn, unlinkedFiles, type WrittenFile } from './app/written-files.ts'
import { canaryOf, encodings, kinds, type Kind, needlesFor } from './canary-entries.ts'
import { inFolder, type Torture } from './torture.ts'

/** What all canaries end with: looked for instead of each of them, and told apart only when it is found. */
const common = canaryOf('' as Kind).slice('Zyx'.length)

/** Everything that the app and its browser have written, and hold open: under the run's own folder, in Chromium's, and without a name. */
function written(folder: string, pid: number): readonly WrittenFile[] {
  const tree = processTree(pid)
  const shm = '/dev/shm'
  const chromium = readdirSync(shm)
    .filter((name) => tree.some((each) => name.startsWith(`caseboard-stand-in-${String(each)}-`)))
    .flatMap((name) => filesUnder(join(shm, name)).map((file) => ({ ...file, name: join(name, file.name) })))
  return [...filesUnder(folder), ...chromium, ...unlinkedFiles(tree)]
}

/** A process that holds a file without a name in which a canary stands. */
async function holdUnlinked(folder: string, text: string): Promise<() => void> {
  const script = `const fs = require('fs'); const path = process.argv[1]; const fd = fs.openSync(path, 'w+'); fs.writeSync(fd, process.argv[2]); fs.unlinkSync(path); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', script, join(folder, 'unlinked'), text], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return () => void child.kill()
}

/** The whole app on a life of its own: first run, every kind of text entered and typed, exports, lock. Nothing of it in any file, ever. */
export const canariesOfTheApp: Torture = {
  name: 'canaries in every file of the app and its browser',
  run: async () => {
    if (process.platform !== 'linux') return { kind: 'skipped', why: 'looks into /proc' }
    await makeBundles()
    return inFolder(async (folder) => {
      const app = watchedApp({ script: 'enter-canaries.ts', folder })
      try {
        let recoveryKey = ''
        await app.heard('recovery ', (text) => {
          recoveryKey = text
        })
        const needles = [
          ...needlesFor('a canary', common),
          ...needlesFor('recovery key', recoveryKey.replaceAll(' ', '')),
          ...needlesFor('recovery key, as shown', recoveryKey.slice(0, 19)),
        ]
        const failures: string[] = []
        let count = 0
        let bytes = 0
        for (const stage of ['entered', 'locked', 'closed'] as const) {
          await app.reached(stage)
          const files = written(folder, app.pid)
          count = Math.max(count, files.length)
          bytes = Math.max(
            bytes,
            files.reduce((sum, file) => sum + file.bytes.length, 0),
          )
          failures.push(...foundIn(files, needles).map((hit) => `${stage}: ${hit}`))
          if (stage !== 'closed') app.goOn()
        }

        // One planted file for each form of each encoding, one packed, one without a name: all of them must be found.
        const cache = join(folder, 'cache', 'planted')
        mkdirSync(cache, { recursive: true })
        const planted = Object.entries(encodings).flatMap(([encoding, encode]) =>
          encode(canaryOf('victimName')).map((each, shift) => ({ name: `${encoding.replace(/\W/g, '')}-${String(shift)}`, each })),
        )
        for (const { name, each } of planted)
          writeFileSync(join(cache, name), Buffer.concat([Buffer.from('before '), each, Buffer.from(' after')]))
        writeFileSync(join(cache, 'packed'), gzipSync(`before ${canaryOf('victimName')} after`))
        const release = await holdUnlinked(folder, canaryOf('victimName'))
        const hits = foundIn([...filesUnder(folder), ...unlinkedFiles(processTree(process.pid))], needles)
        release()
        const wanted = [...planted.map(({ name }) => `planted/${name}`), 'planted/packed', 'unlinked (deleted)']
        app.goOn()
        await app.gone
        return {
          kind: 'ran',
          done: `${String(kinds.length + moreKinds.length)} kinds of text in ${String(Object.keys(encodings).length)} encodings looked for in up to ${String(count)} files (${(bytes / 1e6).toFixed(1)} MB), unlocked, locked and closed: ${String(failures.length)} found`,
          tried: kinds.length + moreKinds.length,
          failures,
          control: {
            planted: `${String(wanted.length)} files, one for each form of each encoding, one packed, one without a name`,
            isFound: wanted.every((name) => hits.some((hit) => hit.includes(name))),
          },
        }
      } finally {
        app.kill()
      }
    })
  },
}
