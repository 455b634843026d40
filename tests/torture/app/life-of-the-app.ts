import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { processTree } from '../../e2e/support/open-sockets.ts'
import { canaryOf, type Kind, type Needle, needlesFor } from '../canary-entries.ts'
import { inFolder, type Scale } from '../torture.ts'
import { type NetworkTrace, readNetworkTrace } from '../trace/network-trace.ts'
import { makeBundles, watchedApp } from './watched-app.ts'
import { filesUnder, foundIn, unlinkedFiles, type WrittenFile } from './written-files.ts'

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

export type Life = {
  readonly needles: readonly Needle[]
  readonly hits: readonly string[]
  readonly files: number
  readonly bytes: number
  /** The trace of its system calls of the network, in a namespace that has none; null where this machine cannot do that. */
  readonly trace: NetworkTrace | null
  readonly seconds: number
}

const minutes: Readonly<Record<Scale, number>> = { short: 0, full: 30 }

/** Traces what comes after it; only a program that may make a namespace, and has strace, can. */
export const traceTo = (file: string): readonly string[] => ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=network', '-o', file]
export const canTrace = (): boolean =>
  spawnSync('unshare', ['-n', 'strace', '-qq', '-f', '--seccomp-bpf', '-e', 'trace=network', 'true']).status === 0

async function live(scale: Scale): Promise<Life> {
  await makeBundles()
  return inFolder(async (folder) => {
    // The trace lies outside the folder that is looked through.
    return inFolder(async (beside) => {
      const file = join(beside, 'trace')
      const isTraced = canTrace()
      const app = watchedApp({
        script: 'enter-canaries.ts',
        folder,
        under: isTraced ? ['unshare', '-n', ...traceTo(file)] : [],
        env: { CASEBOARD_TORTURE_MINUTES: String(minutes[scale]) },
      })
      const begun = performance.now()
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
        const hits: string[] = []
        let count = 0
        let bytes = 0
        for (const stage of ['entered', 'locked', 'closed'] as const) {
          await app.reached(stage)
          const files = written(folder, app.pid)
          count = Math.max(count, files.length)
          bytes = Math.max(
            bytes,
            files.reduce((sum, each) => sum + each.bytes.length, 0),
          )
          hits.push(...foundIn(files, needles).map((hit) => `${stage}: ${hit}`))
          app.goOn()
        }
        await app.gone
        const trace = isTraced ? await readNetworkTrace(file) : null
        return { needles, hits, files: count, bytes, trace, seconds: (performance.now() - begun) / 1000 }
      } finally {
        app.kill()
      }
    })
  })
}

const lives = new Map<Scale, Promise<Life>>()

/** One life of the app, looked at from several sides: lived once for all who ask. */
export function lifeOfTheApp(scale: Scale): Promise<Life> {
  const known = lives.get(scale) ?? live(scale)
  lives.set(scale, known)
  return known
}
