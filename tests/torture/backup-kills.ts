import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { readBackupName } from '#domain/backup/file-name.ts'
import { readBackup } from '../../main/vault/backups/container.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, madePassphrase, makeProfile, openWithKeys, quickCost } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { wounds } from './acknowledged.ts'
import { askedVault, wait } from './asked-vault.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const kills: Readonly<Record<Scale, number>> = { short: 10, full: 200 }
const secret = { kind: 'passphrase', passphrase: madePassphrase } as const

/** Unlocks, asks for a backup in `stick`, and kills after so long. Answers whether it was said to be made, and how long that took. */
async function interruptedBackup(
  profile: string,
  stick: string,
  milliseconds: number,
): Promise<{ readonly isMade: boolean; readonly took: number }> {
  const vault = askedVault(profile)
  await vault.value('vault.unlock', { passphrase: madePassphrase })
  let isMade = false
  const start = performance.now()
  const making = vault.run('backups.make', undefined, stick).then((reply) => {
    isMade = reply?.ok === true
    return performance.now() - start
  })
  await Promise.race([making, wait(milliseconds)])
  await vault.kill()
  return { isMade, took: await making }
}

/** The files in a folder that have a backup's name and are no whole backup. */
async function halfBackups(stick: string): Promise<readonly string[]> {
  const half: string[] = []
  for (const name of readdirSync(stick).filter((each) => readBackupName(each) !== null)) {
    const file = await open(join(stick, name), 'r')
    try {
      const { kind } = await readBackup(file)
      if (kind !== 'read') half.push(`${name}: ${kind}`)
    } finally {
      await file.close()
    }
  }
  return half
}

/** The vault is ended with SIGKILL while it makes a backup: what has a backup's name must be one, and the records must be whole. */
export const backupKills: Torture = {
  name: 'kill -9 during a backup',
  run: (scale) =>
    inFolder(async (folder) => {
      const profile = join(folder, 'profile')
      await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 400, cases: 40, meetings: 4, seed: 41 }) })
      const keys = await madeKeys(profile)
      const stick = join(folder, 'stick')
      mkdirSync(stick)
      const random = seededRandom(43)
      const failures: string[] = []
      const counts = { made: 0, none: 0, left: 0 }
      const { took } = await interruptedBackup(profile, stick, 60_000)
      for (let round = 1; round <= kills[scale]; round += 1) {
        rmSync(stick, { recursive: true })
        mkdirSync(stick)
        const after = ((round - random.next()) / kills[scale]) * took * 1.2
        const { isMade } = await interruptedBackup(profile, stick, after)
        const names = readdirSync(stick)
        const backups = names.filter((name) => readBackupName(name) !== null)
        counts[backups.length > 0 ? 'made' : 'none'] += 1
        if (names.length > backups.length) counts.left += 1
        const where = `kill ${round} after ${after.toFixed(1)} ms`
        if (isMade && backups.length === 0) failures.push(`${where}: said to be made, and is not there`)
        failures.push(...(await halfBackups(stick)).map((line) => `${where}: ${line}`))
        const store = openWithKeys(profile, keys)
        failures.push(...wounds(store, keys.audit).map((line) => `${where}: ${line}`))
        store.close()
      }
      // The next one clears away what the killed ones left, and is whole to its last row.
      const { isMade } = await interruptedBackup(profile, stick, 60_000)
      const left = readdirSync(stick)
      const fresh = vaultOf(join(folder, 'fresh'), quickCost)
      mkdirSync(join(folder, 'fresh'))
      const chosen = await fresh.restoring.choose({ path: join(stick, left.find((name) => readBackupName(name) !== null) ?? '') })
      const rehearsed = await fresh.restoring.rehearse(secret)
      fresh.close()
      if (!isMade || !chosen.ok || !rehearsed.ok || left.some((name) => readBackupName(name) === null))
        failures.push(`afterwards: ${left.join(' ')}`)

      const name = left.find((each) => readBackupName(each) !== null) ?? ''
      const half = join(folder, 'half')
      mkdirSync(half)
      cpSync(join(stick, name), join(half, name))
      writeFileSync(join(half, name), readFileSync(join(half, name)).subarray(0, -5000))
      return {
        kind: 'ran',
        done: `${kills[scale]} kills: ${counts.made} left a backup, ${counts.none} none, ${counts.left} an unfinished file under another name`,
        tried: kills[scale],
        failures,
        control: { planted: 'a backup without its end under a backup’s name', isFound: (await halfBackups(half)).length > 0 },
      }
    }),
}
