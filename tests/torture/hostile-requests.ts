import fc from 'fast-check'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { operationList } from '#contract'
import { refusalOfFileError } from '../../main/vault/file-errors.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, madePassphrase, makeProfile, openWithKeys, quickCost } from '../fixtures/made-profile.ts'
import { wounds } from './acknowledged.ts'
import { hostileSource } from './hostile-values.ts'
import { sampleRequests } from './sample-requests.ts'
import { schemaSample } from './schema-sample.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

/** To all operations together, the same number to each. */
const requests: Readonly<Record<Scale, number>> = { short: 4000, full: 12_000 }
/** The most that one operation may take, milliseconds: writing documents is slow. */
const limits: Readonly<Record<Scale, number>> = { short: 250, full: 5 * 60_000 }

/** The operations that an open vault answers. */
export const vaultOperations = operationList.filter(({ kind }) => kind !== 'shell' && kind !== 'door')

type AnyVault = ReturnType<typeof vaultOf>

/** What is wrong with an answer, or null: a value and a refusal are right, an exception and `unexpected` are not. As main/vault/index.ts judges. */
async function problemOf(vault: AnyVault, name: string, request: unknown, place?: string): Promise<string | null> {
  try {
    const { reply } = await vault.run(name, structuredClone(request), place)
    return !reply.ok && reply.refusal.code === 'unexpected' ? 'unexpected' : null
  } catch (error) {
    return refusalOfFileError(error) === null
      ? `threw ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`
      : `said the disk is at fault: ${String(error)}`
  }
}

async function valueOf(vault: AnyVault, name: string, input: unknown): Promise<unknown> {
  const { reply } = await vault.run(name, input)
  return reply.ok ? reply.value : null
}

/** The things that later samples speak of: a file under review, a list that went out, and its return. */
async function prepareKnown(vault: AnyVault) {
  const bytes = new TextEncoder().encode(
    'Victim name,Offender Name,Referring Agency,Date of referral\nNectarine Larkspur,Orlando Marrowbone,Fablewood Police,03/11/2026\n',
  )
  const review = (await valueOf(vault, 'imports.read', { kind: 'referrals', fileName: 'a.csv', bytes })) as { token: string } | null
  const saved = await vault.run('sharing.save', { meetingId: 1, agencyIds: [3] })
  const xlsx = saved.files?.find(({ name }) => name.endsWith('.xlsx'))?.bytes ?? new Uint8Array(9)
  const returned = (await valueOf(vault, 'sharing.readReturn', { fileName: 'a.xlsx', bytes: xlsx, password: '' })) as {
    token: string
  } | null
  return { importToken: review?.token ?? 'none', returnToken: returned?.token ?? 'none', xlsx }
}

/** Every operation of the open vault, asked with requests that no screen would send. */
export const hostileRequests: Torture = {
  name: 'hostile requests to the open vault',
  run: (scale) =>
    inFolder(async (work) => {
      const [folder, backups] = [join(work, 'profile'), join(work, 'backups')]
      mkdirSync(backups)
      await makeProfile(folder, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 150, cases: 20, meetings: 3, seed: 23 }) })
      const keys = await madeKeys(folder)
      const vault = vaultOf(folder, quickCost)
      const unlocked = await vault.unlock(madePassphrase)
      if (!unlocked.ok) throw new Error(unlocked.refusal.code)
      const samples = sampleRequests(await prepareKnown(vault))
      const failures: string[] = []
      let tried = 0
      const short: string[] = []
      const hostile = hostileSource(29)
      const each = Math.ceil(requests[scale] / vaultOperations.length)
      for (const { name, operation } of vaultOperations) {
        // What nobody has written a request for yet is asked with one made from its schema.
        const own = [...(samples[name] ?? []), schemaSample(operation.input)]
        if (!own.some((sample) => operation.input.safeParse(sample).success))
          failures.push(`${name}: needs a request that its schema takes, in tests/torture/sample-requests.ts`)
        const before = tried
        const until = performance.now() + limits[scale]
        for (let turn = 0; turn < each && performance.now() < until; turn += 1) {
          const request = turn < own.length ? own[turn] : hostile(own)
          tried += 1
          const problem = await problemOf(vault, name, request, backups)
          if (problem !== null) failures.push(`${name} of ${fc.stringify(request).slice(0, 300)}: ${problem}`)
        }
        if (tried - before < each) short.push(`${name} ${tried - before}`)
      }
      if (Object.keys(Object.prototype).length > 0 || 'isAdmin' in {}) failures.push('a request has changed every object of the process')
      const alive = await problemOf(vault, 'home.thisMonth', undefined)
      if (alive !== null) failures.push(`afterwards the vault does not answer: ${alive}`)
      const isFound = (await problemOf(vault, 'actions.nothing', {})) !== null
      vault.close()
      const store = openWithKeys(folder, keys)
      failures.push(...wounds(store, keys.audit))
      store.close()
      return {
        kind: 'ran',
        done: `${tried} requests to ${vaultOperations.length} operations, ${tried - failures.length} answered or refused in words${
          short.length > 0 ? `; fewer than ${each} in the time for ${short.join(', ')}` : ''
        }`,
        tried,
        failures,
        control: { planted: 'an operation that does not exist', isFound },
      }
    }),
}
