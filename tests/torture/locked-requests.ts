import { join } from 'node:path'
import { operationList } from '#contract'
import { answering } from '../../main/answer.ts'
import { incidentLog } from '../../main/incident-log.ts'
import { createLock } from '../../main/lock.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, makeProfile, quickCost } from '../fixtures/made-profile.ts'
import { vaultOperations } from './hostile-requests.ts'
import { sampleRequests } from './sample-requests.ts'
import { inFolder, type Torture } from './torture.ts'

const samples = sampleRequests({ importToken: 'none', returnToken: 'none', xlsx: new Uint8Array(4) })

type Asked = (name: string, input: unknown) => Promise<{ readonly ok: boolean; readonly refusal?: { readonly code: string } }>

async function answeredBy(ask: Asked, names: readonly string[] = vaultOperations): Promise<readonly string[]> {
  const answered: string[] = []
  for (const name of names) {
    for (const input of samples[name] ?? [undefined]) {
      const reply = await ask(name, input)
      if (reply.ok || reply.refusal?.code !== 'locked') answered.push(`${name}: ${reply.ok ? 'answered' : (reply.refusal?.code ?? '')}`)
    }
  }
  return answered
}

/** Every operation asked of a vault that was never made, is locked, is being made or was closed again; and of main with the lock on. */
export const lockedRequests: Torture = {
  name: 'requests while locked',
  run: () =>
    inFolder(async (folder) => {
      const profile = join(folder, 'profile')
      const never = vaultOf(join(folder, 'never'), quickCost)
      const making = vaultOf(join(folder, 'making'), quickCost)
      await making.prepare(madePassphrase)
      await makeProfile(profile, { cost: quickCost })
      const locked = vaultOf(profile)
      const closed = vaultOf(profile)
      await closed.unlock(madePassphrase)
      closed.close()
      const lock = createLock({ monotonic: () => performance.now(), wall: () => Date.now() }, () => undefined)
      let forwarded = 0
      const main = answering({
        vault: {
          ask: () => {
            forwarded += 1
            return Promise.resolve({ reply: { ok: true, value: 'rows' }, files: [] })
          },
          replace: () => undefined,
          end: () => Promise.resolve(),
        },
        lock,
        shell: {} as never,
        chooseFolder: () => Promise.resolve(folder),
        log: incidentLog(() => undefined),
      })
      const asks: Readonly<Record<string, Asked>> = {
        'never made': async (name, input) => (await never.run(name, input)).reply,
        'being made': async (name, input) => (await making.run(name, input)).reply,
        locked: async (name, input) => (await locked.run(name, input)).reply,
        closed: async (name, input) => (await closed.run(name, input)).reply,
        main: async (name, input) => {
          const operation = operationList.find((each) => each.name === name)
          if (!operation) throw new Error(`no operation ${name}`)
          return main(operation, input)
        },
      }
      const failures: string[] = []
      for (const [where, ask] of Object.entries(asks)) failures.push(...(await answeredBy(ask)).map((line) => `${where}: ${line}`))
      if (forwarded > 0) failures.push(`main forwarded ${forwarded} requests while locked`)
      const open = vaultOf(profile)
      await open.unlock(madePassphrase)
      const isFound =
        (await answeredBy(async (name, input) => (await open.run(name, input)).reply, ['settings.get', 'cases.list', 'drafts.save']))
          .length >= 3
      open.close()
      const tried = Object.keys(asks).length * vaultOperations.reduce((sum, name) => sum + (samples[name]?.length ?? 1), 0)
      return {
        kind: 'ran',
        done: `${tried} requests to ${vaultOperations.length} operations in ${Object.keys(asks).length} states, ${failures.length} answered`,
        tried,
        failures,
        control: { planted: 'three of the requests to an open vault', isFound },
      }
    }),
}
