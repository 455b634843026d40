import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { operationList } from '#contract'
import { refusalOfFileError } from '../../main/vault/file-errors.ts'
import { sealedRequests } from '../../main/vault/sealed-requests.ts'
import { type Vault, vaultOf } from '../../main/vault/vault.ts'
import { madeKeys, madePassphrase, makeProfile, openWithKeys, quickCost } from '../fixtures/made-profile.ts'
import { type SeededRandom, seededRandom } from '../fixtures/seeded-random.ts'
import { wounds } from './acknowledged.ts'
import { type DoorSamples, doorSamples } from './door-samples.ts'
import { hostileSource } from './hostile-values.ts'
import { makeBackupOf } from './made-backup.ts'
import { type Places, sealedDoors } from './sealed-doors.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

/** To the doors themselves; and through main and the seal, to a vault in a process of its own. */
const requests: Readonly<Record<Scale, { readonly within: number; readonly through: number }>> = {
  short: { within: 300, through: 200 },
  full: { within: 10_000, through: 3000 },
}
/** Asked of one vault, one after the other: what the one leaves is what the next one meets. */
const WALK = 50

export const doors = operationList.filter(({ kind }) => kind === 'door')

/** Profiles in which a door may be asked: none, sound, and each way in which one is spoilt. */
const states: Readonly<Record<string, (folder: string) => void>> = {
  'nothing there': (folder) => rmSync(folder, { recursive: true }),
  sound: () => undefined,
  'a damaged key file': (folder) => {
    for (const name of ['caseboard.key', 'caseboard.key.copy']) truncateSync(join(folder, name), 100)
  },
  'no key file': (folder) => {
    for (const name of ['caseboard.key', 'caseboard.key.copy']) rmSync(join(folder, name))
  },
  'no store': (folder) => rmSync(join(folder, 'caseboard.store')),
  'a damaged store': (folder) => truncateSync(join(folder, 'caseboard.store'), 9000),
}

/** What is wrong with an answer, or null: a value and a refusal are right. As main/vault/index.ts judges an exception. */
async function problemOf(vault: Vault, folder: string, name: string, request: unknown, place: string): Promise<string | null> {
  try {
    const { reply } = await sealedRequests(vault, folder)(name, structuredClone(request), place)
    return !reply.ok && reply.refusal.code === 'unexpected' ? 'unexpected' : null
  } catch (error) {
    return refusalOfFileError(error) === null
      ? `threw ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`
      : null
  }
}

/** Files and folders that a person, or somebody who sits at her computer, could pick in a dialog: to read a backup from, to write a sheet to. */
function placesIn(work: string, backup: string): Places {
  const at = (name: string) => join(work, name)
  mkdirSync(at('a folder'))
  for (const [name, text] of [
    ['empty', ''],
    ['noise', 'x'.repeat(70_000)],
    ['text', '{"__proto__":{"isAdmin":true}}'],
  ] as const)
    writeFileSync(at(name), text)
  cpSync(backup, at('cut.caseboard-backup'))
  truncateSync(at('cut.caseboard-backup'), 3000)
  symlinkSync(at('itself'), at('itself'))
  spawnSync('mkfifo', [at('pipe')])
  const nowhere = [at('a folder'), at(`nul\0`), at('x'.repeat(400)), at('gone/file'), '']
  const noBackup = ['empty', 'noise', 'text', 'cut.caseboard-backup', 'itself', 'pipe'].map(at)
  return { toRead: [backup, backup, backup, ...noBackup, ...nowhere], toWrite: [at('new.txt'), at('new.txt'), ...nowhere] }
}

type Walk = {
  readonly count: number
  readonly state: string
  readonly folder: string
  readonly samples: DoorSamples
  readonly places: Places
  readonly random: SeededRandom
  readonly hostile: ReturnType<typeof hostileSource>
}

/** Asks one vault at every door, in no order; then it must still say how it stands, and what was sound must be sound. */
async function walk({ count, state, folder, samples, places, random, hostile }: Walk): Promise<readonly string[]> {
  const failures: string[] = []
  const vault = vaultOf(folder, quickCost)
  for (let turn = 0; turn < count; turn += 1) {
    const { name } = random.pick(doors)
    const own = samples[name] ?? [undefined]
    // Half of the requests are sound ones: they lead on to states that the others are to meet.
    const request = random.below(2) === 0 ? own[random.below(own.length)] : hostile(own)
    const place = random.pick(name === 'vault.saveRecoveryKey' ? places.toWrite : places.toRead)
    const problem = await problemOf(vault, folder, name, request, place)
    if (problem !== null) failures.push(`${state}: ${name} of ${fc.stringify(request).slice(0, 300)}: ${problem}`)
  }
  try {
    vault.status()
    vault.close()
  } catch (error) {
    failures.push(`${state}: afterwards ${String(error)}`)
  }
  return failures
}

/** The store of a profile that was sound must open with its keys and be whole, also after a backup was put in its place. */
async function lossesOf(folder: string): Promise<readonly string[]> {
  const keys = await madeKeys(folder)
  const store = openWithKeys(folder, keys)
  const found = wounds(store, keys.audit)
  store.close()
  return found
}

/** Every operation by which a vault is made, opened and put back, asked as no screen would ask it. */
export const hostileDoors: Torture = {
  name: 'hostile requests at the doors',
  run: (scale) =>
    inFolder(async (work) => {
      const made = join(work, 'made')
      await makeProfile(made, { cost: quickCost })
      const backup = await makeBackupOf(made, work)
      mkdirSync(join(made, 'backups'), { recursive: true })
      cpSync(backup, join(made, 'backups', basename(backup)))
      const samples = doorSamples(basename(backup))
      const places = placesIn(work, backup)
      const random = seededRandom(41)
      const hostile = hostileSource(43)
      const failures: string[] = []
      const names = Object.keys(states)
      const walks = Math.ceil(requests[scale].within / WALK)
      for (let index = 0; index < walks; index += 1) {
        const state = names[index % names.length] ?? ''
        const folder = mkdtempSync(join(work, 'profile-'))
        cpSync(made, folder, { recursive: true })
        states[state]?.(folder)
        failures.push(...(await walk({ count: WALK, state, folder, samples, places, random, hostile })))
        if (state === 'sound') failures.push(...(await lossesOf(folder)).map((what) => `after a walk: ${what}`))
        if (existsSync(folder)) rmSync(folder, { recursive: true })
      }
      if ('isAdmin' in {}) failures.push('a request has changed every object of the process')
      const through = await sealedDoors({ folder: made, samples, places, count: requests[scale].through })
      const tried = walks * WALK + through.tried
      const broken: Vault = { ...vaultOf(made), unlock: () => Promise.reject(new TypeError('planted')) }
      return {
        kind: 'ran',
        done: `${tried} requests to ${doors.length} doors in ${names.length} states, ${through.tried} of them through main to a vault process, sealed (${through.sealed}) and not: ${failures.length + through.failures.length} wrong`,
        tried,
        failures: [...failures, ...through.failures],
        control: {
          planted: 'a door that breaks, and a vault process that is gone',
          isFound: (await problemOf(broken, made, 'vault.unlock', { passphrase: madePassphrase }, '')) !== null && through.isControlFound,
        },
      }
    }),
}
