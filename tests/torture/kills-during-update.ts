import { cpSync, existsSync, readdirSync, rmSync, watch } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { newestSchema } from '#db'
import { migrations } from '../../db/migrations/index.ts'
import { readBackup } from '../../main/vault/backups/container.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, quickCost } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { type Dump, dumpOf } from '../fixtures/stores/dump.ts'
import { openStored } from '../fixtures/stores/stored.ts'
import { rowDifferences, shapeDifferences, upgradeDifferences } from '../fixtures/stores/upgraded.ts'
import { askedVault, wait } from './asked-vault.ts'
import { makeOldProfile } from './old-profile.ts'
import { statementsOf } from './sql-statements.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const kills: Readonly<Record<Scale, number>> = { short: 4, full: 200 }

/** Unlocks an older store, and ends the vault so long after its journal appears, or after the asking. Answers whether the unlock was acknowledged. */
async function interruptedUpdate(
  profile: string,
  milliseconds: number,
  isAimed: boolean,
): Promise<{ readonly isDone: boolean; readonly took: number }> {
  const vault = askedVault(profile)
  // Refused, for it is locked: what counts is that the process is there.
  await vault.run('keys.me')
  let onJournal: () => void = () => undefined
  const journal = new Promise<void>((resolve) => {
    onJournal = resolve
  })
  const watcher = watch(profile, (_, name) => {
    if (name === 'caseboard.store-journal') onJournal()
  })
  let isDone = false
  const start = performance.now()
  const unlocking = vault.run('vault.unlock', { passphrase: madePassphrase }).then((reply) => {
    isDone = reply?.ok === true
    return performance.now() - start
  })
  if (isAimed) await Promise.race([journal, unlocking])
  await Promise.race([unlocking, wait(milliseconds)])
  await vault.kill()
  watcher.close()
  return { isDone, took: await unlocking }
}

async function wholeBackups(profile: string): Promise<number> {
  const folder = join(profile, 'backups')
  if (!existsSync(folder)) return 0
  let whole = 0
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.caseboard'))) {
    const file = await open(join(folder, name), 'r')
    if ((await readBackup(file)).kind === 'read') whole += 1
    await file.close()
  }
  return whole
}

/** At which schema the store was left, and what is wrong: with it as it lies there, and with what the next unlock makes of it. */
async function remainsOf(profile: string, golden: Dump): Promise<{ readonly schema: number; readonly problems: readonly string[] }> {
  const problems: string[] = []
  const left = openStored(profile)
  const dump = dumpOf(left)
  problems.push(...left.problems(), ...shapeDifferences(left, dump.schema), ...rowDifferences(golden, dump, left))
  left.close()
  if (dump.schema > golden.schema && (await wholeBackups(profile)) === 0) problems.push(`schema ${dump.schema} and no whole backup`)
  const vault = vaultOf(profile, quickCost)
  const unlocked = await vault.unlock(madePassphrase)
  vault.close()
  if (!unlocked.ok)
    return { schema: dump.schema, problems: [...problems, `left at schema ${dump.schema}, unlock says ${unlocked.refusal.code}`] }
  const store = openStored(profile)
  problems.push(...store.problems(), ...upgradeDifferences(golden, dumpOf(store), store))
  store.close()
  return { schema: dump.schema, problems }
}

/** The vault is ended with SIGKILL while it backs up and changes a store of the first schema: it is of the old schema or of the newest, and no row is another one. */
export const killsDuringUpdate: Torture = {
  name: 'kill -9 during an update of the store',
  run: (scale) =>
    inFolder(async (folder) => {
      const start = join(folder, 'start')
      const golden = await makeOldProfile(start)
      const random = seededRandom(61)
      const failures: string[] = []
      const counts = { old: 0, new: 0 }
      const profileOf = (name: string) => {
        const profile = join(folder, name)
        cpSync(start, profile, { recursive: true })
        return profile
      }
      const whole = await interruptedUpdate(profileOf('timed'), 60_000, false)
      for (let round = 1; round <= kills[scale]; round += 1) {
        const profile = profileOf(String(round))
        const isAimed = round % 4 !== 0
        const after = isAimed ? random.next() * 100 : ((round - random.next()) / kills[scale]) * whole.took * 1.2
        const { isDone } = await interruptedUpdate(profile, after, isAimed)
        const { schema, problems } = await remainsOf(profile, golden).catch((error: unknown) => ({ schema: -1, problems: [String(error)] }))
        counts[schema === newestSchema ? 'new' : 'old'] += 1
        const where = `kill ${round}, ${after.toFixed(1)} ms ${isAimed ? 'into the changes' : 'after the asking'}`
        failures.push(...problems.map((problem) => `${where}: ${problem}`))
        if (schema !== golden.schema && schema !== newestSchema) failures.push(`${where}: left at schema ${schema}`)
        if (isDone && schema !== newestSchema) failures.push(`${where}: said to be open, and is at schema ${schema}`)
        rmSync(profile, { recursive: true, force: true })
      }
      // What a change without a transaction would leave: half of a step's tables, and the number of the schema before.
      const planted = profileOf('planted')
      const half = openStored(planted)
      half.write((db) => {
        for (const statement of statementsOf(migrations[1]?.sql ?? '').slice(0, 1)) db.run(statement)
      })
      half.close()
      return {
        kind: 'ran',
        done: `${kills[scale]} kills: ${counts.old} left the old schema, ${counts.new} the newest; ${failures.length} wrong`,
        tried: kills[scale],
        failures,
        control: { planted: 'half of a step without its number', isFound: (await remainsOf(planted, golden)).problems.length > 0 },
      }
    }),
}
