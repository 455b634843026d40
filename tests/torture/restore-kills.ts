import { cpSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { madePassphrase, storeFile } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { askedVault, wait } from './asked-vault.ts'
import { profileWithBackup, remainsOf } from './restored-remains.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const kills: Readonly<Record<Scale, number>> = { short: 10, full: 200 }
/** Of so many kills, one falls into the rehearsal; the others into the replacing itself. */
const REHEARSALS = 5
const secret = { kind: 'passphrase', passphrase: madePassphrase } as const

type Interrupted = { readonly isCommitted: boolean; readonly took: number }

/** Restores a backup in a process of its own and kills it so long after the asked step began. */
async function interruptedRestore(profile: string, path: string, step: 'rehearse' | 'commit', milliseconds: number): Promise<Interrupted> {
  const vault = askedVault(profile)
  await vault.value('restore.browse', undefined, path)
  if (step === 'commit') await vault.value('restore.rehearse', { secret })
  let isCommitted = false
  const start = performance.now()
  const asked = (step === 'commit' ? vault.run('restore.commit') : vault.run('restore.rehearse', { secret })).then((reply) => {
    isCommitted = step === 'commit' && reply?.ok === true
    return performance.now() - start
  })
  await Promise.race([asked, wait(milliseconds)])
  await vault.kill()
  return { isCommitted, took: await asked }
}

/** The vault is ended with SIGKILL while it restores: the next start must find the old records or the restored ones, whole. */
export const restoreKills: Torture = {
  name: 'kill -9 during a restore',
  run: (scale) =>
    inFolder(async (folder) => {
      const { profile: original, backup, keys } = await profileWithBackup(folder)
      const random = seededRandom(53)
      const failures: string[] = []
      const counts = { old: 0, new: 0, neither: 0 }
      const profileOf = (name: string) => {
        const profile = join(folder, name)
        cpSync(original, profile, { recursive: true })
        return profile
      }
      const times = {
        rehearse: (await interruptedRestore(profileOf('timed-rehearsal'), backup, 'rehearse', 60_000)).took,
        commit: (await interruptedRestore(profileOf('timed-commit'), backup, 'commit', 60_000)).took,
      }
      for (let round = 1; round <= kills[scale]; round += 1) {
        const profile = profileOf(String(round))
        const step = round % REHEARSALS === 0 ? 'rehearse' : 'commit'
        const after = ((round - random.next()) / kills[scale]) * times[step] * 1.2
        const { isCommitted } = await interruptedRestore(profile, backup, step, after)
        const remains = await remainsOf(profile, keys)
        counts[remains.kind] += 1
        const where = `kill ${round}, ${after.toFixed(1)} ms into the ${step}`
        failures.push(...remains.problems.map((line) => `${where}: ${line}`))
        if (isCommitted && remains.kind !== 'new') failures.push(`${where}: said to be restored, and is ${remains.kind}`)
        if (step === 'rehearse' && remains.kind !== 'old') failures.push(`${where}: a rehearsal replaced the records`)
        rmSync(profile, { recursive: true, force: true })
      }
      const planted = profileOf('planted')
      renameSync(join(planted, storeFile), join(planted, 'caseboard.store.before-restore-20261125-093000'))
      return {
        kind: 'ran',
        done: `${kills[scale]} kills: ${counts.old} left the old records, ${counts.new} the restored ones, ${counts.neither} neither`,
        tried: kills[scale],
        failures,
        control: {
          planted: 'the old store moved aside and no new one put in its place',
          isFound: (await remainsOf(planted, keys)).kind === 'neither',
        },
      }
    }),
}
