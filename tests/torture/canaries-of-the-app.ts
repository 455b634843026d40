import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { processTree } from '../e2e/support/open-sockets.ts'
import { moreKinds } from './app/enter-canaries.ts'
import { lifeOfTheApp } from './app/life-of-the-app.ts'
import { filesUnder, foundIn, unlinkedFiles } from './app/written-files.ts'
import { canaryOf, encodings, kinds } from './canary-entries.ts'
import { inFolder, type Torture } from './torture.ts'

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
  run: async (scale) => {
    if (process.platform !== 'linux') return { kind: 'skipped', why: 'looks into /proc' }
    const { needles, hits: failures, files, bytes } = await lifeOfTheApp(scale)
    return inFolder(async (folder) => {
      // One planted file for each form of each encoding, one packed, one without a name: all of them must be found.
      const planted = Object.entries(encodings).flatMap(([encoding, encode]) =>
        encode(canaryOf('victimName')).map((each, shift) => ({ name: `${encoding.replace(/\W/g, '')}-${String(shift)}`, each })),
      )
      for (const { name, each } of planted)
        writeFileSync(join(folder, name), Buffer.concat([Buffer.from('before '), each, Buffer.from(' after')]))
      writeFileSync(join(folder, 'packed'), gzipSync(`before ${canaryOf('victimName')} after`))
      const release = await holdUnlinked(folder, canaryOf('victimName'))
      const found = foundIn([...filesUnder(folder), ...unlinkedFiles(processTree(process.pid))], needles)
      release()
      const wanted = [...planted.map(({ name }) => name), 'packed', 'unlinked (deleted)']
      const count = kinds.length + moreKinds.length
      return {
        kind: 'ran',
        done: `${String(count)} kinds of text in ${String(Object.keys(encodings).length)} encodings looked for in up to ${String(files)} files (${(bytes / 1e6).toFixed(1)} MB), unlocked, locked and closed: ${String(failures.length)} found`,
        tried: count,
        failures,
        control: {
          planted: `${String(wanted.length)} files, one for each form of each encoding, one packed, one without a name`,
          isFound: wanted.every((name) => found.some((hit) => hit.includes(` in `) && hit.includes(name))),
        },
      }
    })
  },
}
