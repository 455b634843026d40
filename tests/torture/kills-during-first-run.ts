import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, makeProfile, quickCost } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { askedVault, wait } from './asked-vault.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const kills: Readonly<Record<Scale, number>> = { short: 8, full: 200 }
/** Starts a first run and kills it so long after it began to write. Answers whether it had said that the vault is made, and after how long. */
async function interruptedFirstRun(folder: string, milliseconds: number): Promise<{ readonly isCreated: boolean; readonly took: number }> {
  const vault = askedVault(folder)
  const { recoveryGroups, askedGroups } = (await vault.value('vault.prepare', { passphrase: madePassphrase })) as {
    recoveryGroups: string[]
    askedGroups: number[]
  }
  let isCreated = false
  const start = performance.now()
  const creating = vault
    .run('vault.create', { typedGroups: askedGroups.map((index) => ({ index, text: recoveryGroups[index] ?? '' })) })
    .then((reply) => {
      isCreated = reply?.ok === true
      return performance.now() - start
    })
  await Promise.race([creating, wait(milliseconds)])
  await vault.kill()
  return { isCreated, took: await creating }
}

/** What is left must be either a first run that can be done, or a vault that opens; the latter if it was said to be made. */
async function problemOfRemains(folder: string, isCreated: boolean): Promise<string | null> {
  const left = existsSync(folder) ? readdirSync(folder).join(' ') : 'nothing'
  const vault = vaultOf(folder, quickCost)
  try {
    const { kind } = vault.status()
    if (kind === 'empty') {
      if (isCreated) return `said to be made, and is a first run (${left})`
      await makeProfile(folder, { cost: quickCost })
      return null
    }
    if (kind !== 'locked') return `left ${kind} (${left})`
    const unlocked = await vault.unlock(madePassphrase)
    if (!unlocked.ok) return `does not open: ${unlocked.refusal.code} (${left})`
    const saved = await vault.run('drafts.save', { key: 'torture:1', content: '1' })
    return saved.reply.ok ? null : `opens and does not save (${left})`
  } catch (error) {
    return `${String(error)} (${left})`
  } finally {
    vault.close()
  }
}

export const killsDuringFirstRun: Torture = {
  name: 'kill -9 during the first run',
  run: (scale) =>
    inFolder(async (folder) => {
      const random = seededRandom(2)
      const failures: string[] = []
      const counts = { first: 0, vault: 0 }
      // How long it takes when nobody interferes: the kills are spread over a little more than that.
      const { took } = await interruptedFirstRun(join(folder, 'whole'), 60_000)
      for (let round = 1; round <= kills[scale]; round += 1) {
        const profile = join(folder, String(round))
        const after = ((round - random.next()) / kills[scale]) * took * 1.2
        const { isCreated } = await interruptedFirstRun(profile, after)
        counts[vaultOf(profile, quickCost).status().kind === 'empty' ? 'first' : 'vault'] += 1
        const problem = await problemOfRemains(profile, isCreated)
        if (problem !== null) failures.push(`kill ${round} after ${after.toFixed(1)} ms: ${problem}`)
        rmSync(profile, { recursive: true, force: true })
      }
      const damaged = join(folder, 'damaged')
      await makeProfile(damaged, { cost: quickCost })
      for (const name of ['caseboard.key', 'caseboard.key.copy']) rmSync(join(damaged, name))
      return {
        kind: 'ran',
        done: `${kills[scale]} kills: ${counts.first} left a first run, ${counts.vault} a vault that opens`,
        tried: kills[scale],
        failures,
        control: { planted: 'a vault whose key file was taken away', isFound: (await problemOfRemains(damaged, true)) !== null },
      }
    }),
}
