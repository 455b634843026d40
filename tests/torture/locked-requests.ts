import { join } from 'node:path'
import { answering } from '../../main/answer.ts'
import { incidentLog } from '../../main/incident-log.ts'
import { createLock } from '../../main/lock.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, makeProfile, quickCost } from '../fixtures/made-profile.ts'
import { vaultOperations } from './hostile-requests.ts'
import { hostileSource } from './hostile-values.ts'
import { sampleRequests } from './sample-requests.ts'
import { schemaSample } from './schema-sample.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

/** Requests in each state. */
const requests: Readonly<Record<Scale, number>> = { short: 300, full: 10_000 }

const samples = sampleRequests({ importToken: 'none', returnToken: 'none', xlsx: new Uint8Array(4) })

type Request = { readonly operation: (typeof vaultOperations)[number]; readonly input: unknown }
type Asked = (request: Request) => Promise<{ readonly ok: boolean; readonly refusal?: { readonly code: string } }>

/** Main reads nothing of a sealed request: bytes without a seal stand for one. */
const sealedFor = (input: unknown): Uint8Array => (input instanceof Uint8Array ? input : new Uint8Array(40))

/** What main answers in clear. Anything sealed has come from a vault. */
function resultOf(answer: Uint8Array | Awaited<ReturnType<Asked>> | null): Awaited<ReturnType<Asked>> {
  return answer === null || answer instanceof Uint8Array ? { ok: true } : answer
}

/** So many requests and a few more, the same number to each operation: first as the screens send them, then with something wrong. */
function* requestsOf(count: number, seed: number): Generator<Request> {
  const each = Math.ceil(count / vaultOperations.length)
  const hostile = hostileSource(seed)
  for (const operation of vaultOperations) {
    const own = [...(samples[operation.name] ?? []), schemaSample(operation.operation.input)]
    for (const input of own) yield { operation, input }
    for (let turn = own.length; turn < each; turn += 1) yield { operation, input: hostile(own) }
  }
}

async function answeredBy(ask: Asked, asked: Iterable<Request>): Promise<{ readonly tried: number; readonly answered: readonly string[] }> {
  const answered: string[] = []
  let tried = 0
  for (const request of asked) {
    tried += 1
    const reply = await ask(request)
    if (reply.ok || reply.refusal?.code !== 'locked')
      answered.push(`${request.operation.name}: ${reply.ok ? 'answered' : (reply.refusal?.code ?? '')}`)
  }
  return { tried, answered }
}

/** Every operation asked of a vault that was never made, is locked, is being made or was closed again; and of main with the lock on. */
export const lockedRequests: Torture = {
  name: 'requests while locked',
  run: (scale) =>
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
      const { answer: main } = answering({
        vault: {
          ask: () => {
            forwarded += 1
            return Promise.resolve({ kind: 'clear', reply: { ok: true, value: 'rows' } })
          },
          replace: () => undefined,
          end: () => Promise.resolve(),
        },
        lock,
        shell: {} as never,
        dialogs: {} as never,
        chooseFolder: () => Promise.resolve(folder),
        log: incidentLog(() => undefined),
      })
      const asks: Readonly<Record<string, Asked>> = {
        'never made': async ({ operation, input }) => (await never.run(operation.name, input)).reply,
        'being made': async ({ operation, input }) => (await making.run(operation.name, input)).reply,
        locked: async ({ operation, input }) => (await locked.run(operation.name, input)).reply,
        closed: async ({ operation, input }) => (await closed.run(operation.name, input)).reply,
        main: async ({ operation, input }) => resultOf(await main(operation, input)),
        'main, sealed': async ({ operation, input }) => resultOf(await main(operation, sealedFor(input))),
      }
      const failures: string[] = []
      let tried = 0
      for (const [index, [where, ask]] of Object.entries(asks).entries()) {
        const outcome = await answeredBy(ask, requestsOf(requests[scale], 31 + index))
        tried += outcome.tried
        failures.push(...outcome.answered.map((line) => `${where}: ${line}`))
      }
      if (forwarded > 0) failures.push(`main forwarded ${forwarded} requests while locked`)
      const open = vaultOf(profile)
      await open.unlock(madePassphrase)
      const three = ['settings.get', 'cases.list', 'drafts.get']
      const { answered } = await answeredBy(
        async ({ operation, input }) => (await open.run(operation.name, input)).reply,
        vaultOperations.filter(({ name }) => three.includes(name)).map((operation) => ({ operation, input: samples[operation.name]?.[0] })),
      )
      open.close()
      return {
        kind: 'ran',
        done: `${tried} requests to ${vaultOperations.length} operations in ${Object.keys(asks).length} states, ${failures.length} answered`,
        tried,
        failures,
        control: { planted: 'three of the requests to an open vault', isFound: answered.length === three.length },
      }
    }),
}
