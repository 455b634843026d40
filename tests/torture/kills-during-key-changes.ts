import { rowCounts } from '#db'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readKeyFile } from '../../main/vault/keys/key-file-store.ts'
import { subkey, unwrapDataKey } from '../../main/vault/keys/slots.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madePassphrase, makeProfile, openWithKeys, quickCost } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { wounds } from './acknowledged.ts'
import { wait } from './asked-vault.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const rounds: Readonly<Record<Scale, number>> = { short: 2, full: 200 }
const kinds = ['passphrase', 'holder', 'renewal'] as const
type Kind = (typeof kinds)[number]

const next = 'eleven copper kettles sing at dusk'
/** The files are being written for about so long; half of the kills fall into it, the others anywhere. */
const WRITES_FOR_MS = 25
const ANYWHERE_MS = 700

const withoutLog = { key_holders: 0, audit_marks: 0, audit_entries: 0, former_keys: 0, backups: 0 }

/** Has a child change the keys, and ends it: a moment after the first file of the change appears, or anywhere. True where it had said that it is done. */
async function interruptedChange(folder: string, kind: Kind, random: () => number): Promise<boolean> {
  const child = fork(join(import.meta.dirname, 'key-change-child.ts'), [folder, kind, madePassphrase, next], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit')
  let isDone = false
  child.on('message', (message) => {
    if (message === 'done') isDone = true
  })
  await Promise.race([once(child, 'message'), gone])
  let onFirst: () => void = () => undefined
  const first = new Promise<void>((resolve) => {
    onFirst = resolve
  })
  const watcher = watch(folder, (_, name) => {
    if (name?.includes('.key') === true || name?.includes('renewed') === true) onFirst()
  })
  child.send('go')
  const isAimed = random() < 0.5
  await Promise.race([isAimed ? first : wait(random() * ANYWHERE_MS), gone])
  if (isAimed) await wait(random() * WRITES_FOR_MS)
  child.kill('SIGKILL')
  await gone
  watcher.close()
  return isDone
}

async function opens(folder: string, passphrase: string): Promise<Buffer | null> {
  const reading = readKeyFile(folder)
  if (reading.kind !== 'read') throw new Error(`the key file is ${reading.kind}`)
  return (await unwrapDataKey(reading.keyFile, 'passphrase', passphrase))?.dataKey ?? null
}

/** What is wrong after a change that was cut off: exactly one of the two states must be there, whole, and the new one where it was said to be. */
async function problemsOf(
  folder: string,
  kind: Kind,
  isDone: boolean,
  before: { readonly dataKey: Buffer; readonly counts: string },
): Promise<readonly string[]> {
  const problems: string[] = []
  const [old, fresh] = [await opens(folder, madePassphrase), await opens(folder, next)]
  const isChanged = kind === 'passphrase' ? old === null : kind === 'holder' ? fresh !== null : old !== null && !old.equals(before.dataKey)
  if (kind === 'passphrase' && (old === null) === (fresh === null)) problems.push('not exactly one of the two passphrases opens')
  if (kind !== 'passphrase' && old === null) problems.push('the passphrase that was not changed does not open')
  if (isDone && !isChanged) problems.push('said to be done, and is not')

  const valid = old === null ? next : madePassphrase
  const vault = vaultOf(folder, quickCost)
  const unlocked = await vault.unlock(valid)
  vault.close()
  if (!unlocked.ok) return [...problems, `does not open: ${unlocked.refusal.code}`]
  const dataKey = await opens(folder, valid)
  if (dataKey === null) return [...problems, 'does not open a second time']
  const keys = { store: subkey(dataKey, 'store'), audit: subkey(dataKey, 'audit') }
  const store = openWithKeys(folder, keys)
  problems.push(...wounds(store, keys.audit))
  const counts = JSON.stringify({ ...rowCounts(store), ...withoutLog })
  if (counts !== before.counts) problems.push(`rows differ: ${counts} for ${before.counts}`)
  store.close()
  if (!readFileSync(join(folder, 'caseboard.key')).equals(readFileSync(join(folder, 'caseboard.key.copy'))))
    problems.push('the copies of the key file differ')
  return problems
}

/** The keys are changed, again and again from the same start, and each time the process is ended with SIGKILL on the way. */
export const killsDuringKeyChanges: Torture = {
  name: 'kill -9 during changes of the keys',
  run: (scale) =>
    inFolder(async (folder) => {
      const start = join(folder, 'start')
      await makeProfile(start, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 400, cases: 30, meetings: 4, seed: 12 }) })
      const dataKey = await opens(start, madePassphrase)
      if (dataKey === null) throw new Error('the profile just made does not open')
      const store = openWithKeys(start, { store: subkey(dataKey, 'store'), audit: subkey(dataKey, 'audit') })
      const before = { dataKey, counts: JSON.stringify({ ...rowCounts(store), ...withoutLog }) }
      store.close()

      const random = seededRandom(3)
      const failures: string[] = []
      const counts = { old: 0, new: 0 }
      const profile = join(folder, 'profile')
      for (const kind of kinds) {
        for (let round = 1; round <= rounds[scale]; round += 1) {
          rmSync(profile, { recursive: true, force: true })
          cpSync(start, profile, { recursive: true })
          const isDone = await interruptedChange(profile, kind, () => random.next())
          counts[
            (await opens(profile, kind === 'renewal' ? madePassphrase : next))?.equals(dataKey) === (kind !== 'renewal') ? 'new' : 'old'
          ] += 1
          const problems = await problemsOf(profile, kind, isDone, before).catch((error: unknown) => [String(error)])
          failures.push(...problems.map((problem) => `${kind}, kill ${round}: ${problem}`))
        }
      }
      // The state that a careless order of writing would leave: a new key file beside the old store, and no new store.
      rmSync(profile, { recursive: true, force: true })
      cpSync(start, profile, { recursive: true })
      const other = join(folder, 'other')
      await makeProfile(other, { cost: quickCost })
      for (const name of ['caseboard.key', 'caseboard.key.copy']) writeFileSync(join(profile, name), readFileSync(join(other, name)))
      const found = await problemsOf(profile, 'renewal', true, before).catch((error: unknown) => [String(error)])
      return {
        kind: 'ran',
        done: `${rounds[scale]} kills each during ${kinds.join(', ')}: ${counts.old} left the old state, ${counts.new} the new one, ${failures.length} neither`,
        tried: rounds[scale] * kinds.length,
        failures,
        control: { planted: 'a key file that does not belong to the store', isFound: found.length > 0 },
      }
    }),
}
