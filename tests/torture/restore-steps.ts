import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { STORE_FILE } from '../../main/vault/keeping/place.ts'
import { profileWithBackup, remainsOf } from './restored-remains.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

/** What changes names and makes them durable: the process is ended at the first, the second, the third of each, and so on. */
const calls = ['rename', 'fsync', 'unlink'] as const
const every: Readonly<Record<Scale, number>> = { short: 9, full: 1 }
const MOST = 200

/** Restores in a process that is ended at its n-th call of this kind; `ended` where it came to its end before that. */
function restoreUntil(profile: string, backup: string, call: (typeof calls)[number], nth: number): 'killed' | 'ended' {
  const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${String(nth)}`]
  const child = join(import.meta.dirname, 'restore-steps-child.ts')
  const { status, signal } = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', ...inject, process.execPath, child, profile, backup], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return status === 0 && signal === null ? 'ended' : 'killed'
}

/** A restore ended at every single change of a name: the next start must find the old records or the restored ones, whole. */
export const restoreSteps: Torture = {
  name: 'a restore ended at every step',
  run: async (scale) => {
    if (process.platform !== 'linux' || spawnSync('strace', ['-V']).status !== 0) return { kind: 'skipped', why: 'strace is not here' }
    return inFolder(async (folder) => {
      const { profile: original, backup, keys } = await profileWithBackup(folder)
      const failures: string[] = []
      const counts = { old: 0, new: 0, neither: 0 }
      const steps: string[] = []
      for (const call of calls) {
        let nth = 1
        for (; nth <= MOST; nth += every[scale]) {
          const profile = join(folder, `${call}-${nth}`)
          cpSync(original, profile, { recursive: true })
          const end = restoreUntil(profile, backup, call, nth)
          const remains = await remainsOf(profile, keys)
          counts[remains.kind] += 1
          failures.push(...remains.problems.map((line) => `${call} ${nth}: ${line}`))
          if (end === 'ended' && remains.kind !== 'new') failures.push(`${call} ${nth}: came to its end, and left ${remains.kind}`)
          rmSync(profile, { recursive: true, force: true })
          if (end === 'ended') break
        }
        steps.push(`${nth - 1} ${call}`)
      }
      const planted = join(folder, 'planted')
      cpSync(original, planted, { recursive: true })
      writeFileSync(join(planted, STORE_FILE), '')
      return {
        kind: 'ran',
        done: `ended at ${steps.join(', ')}: ${counts.old} left the old records, ${counts.new} the restored ones, ${counts.neither} neither`,
        tried: counts.old + counts.new + counts.neither,
        failures,
        control: { planted: 'an empty file in the place of the store', isFound: (await remainsOf(planted, keys)).kind === 'neither' },
      }
    })
  },
}
