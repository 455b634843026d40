import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type NamedOperation, operationList } from '#contract'
import { answering } from '../../main/answer.ts'
import { incidentLog } from '../../main/incident-log.ts'
import { createLock } from '../../main/lock.ts'
import { vaultProcess } from '../../main/vault-process.ts'
import { sealedCalls } from '../../preload/seal/sealed-calls.ts'
import { realVault, type RealVault } from '../fixtures/real-vault.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import type { DoorSamples } from './door-samples.ts'
import { hostileSource } from './hostile-values.ts'

export type Places = { readonly toRead: readonly string[]; readonly toWrite: readonly string[] }
type Options = { readonly folder: string; readonly samples: DoorSamples; readonly places: Places; readonly count: number }

type Through = { readonly tried: number; readonly sealed: number; readonly failures: readonly string[]; readonly isControlFound: boolean }

const doors = operationList.filter(({ kind }) => kind === 'door')

const codeOf = (reply: unknown): string | null =>
  typeof reply === 'object' && reply !== null && 'refusal' in reply
    ? (reply as { readonly refusal: { readonly code: string } }).refusal.code
    : null

/**
 * Asks the doors as a page taken over would: through main's own answering, of the vault's own process. Sealed requests with hostile content;
 * bytes that are no seal, one that was sent before or was made for another door; and things that are no bytes.
 */
export async function sealedDoors({ folder, samples, places, count }: Options): Promise<Through> {
  const random = seededRandom(47)
  const hostile = hostileSource(53)
  const failures: string[] = []
  const children: RealVault[] = []
  let ended = 0
  const log = incidentLog(() => undefined)
  const lock = createLock({ monotonic: () => performance.now(), wall: () => Date.now() }, () => vault.replace())
  const vault = vaultProcess({
    fork: () => {
      const child = realVault(folder, 'bundle')
      children.push(child)
      return child
    },
    log,
    onEnded: () => {
      ended += 1
      lock.lock('vaultEnded')
    },
  })
  const picked = (from: readonly string[]) => async () => random.pick([...from, null])
  const { answer, greet } = answering({
    vault,
    lock,
    shell: {} as never,
    dialogs: { chooseRecoveryKeyFile: picked(places.toWrite), chooseBackup: picked(places.toRead) },
    chooseFolder: picked(places.toRead),
    log,
  })
  const byName = new Map<string, NamedOperation>(doors.map((door) => [door.name, door]))
  const sent: Uint8Array[] = []
  let sealed = 0
  const call = sealedCalls({
    greet,
    send: (name, bytes) => {
      sealed += 1
      if (sent.length < 200) sent.push(bytes)
      const door = byName.get(name)
      return door === undefined ? Promise.reject(new Error(name)) : answer(door, bytes)
    },
  })

  const ask = async (door: NamedOperation): Promise<string | null> => {
    const own = samples[door.name] ?? [undefined]
    const request = random.below(2) === 0 ? own[random.below(own.length)] : hostile(own)
    switch (random.below(4)) {
      case 0: {
        const before = log.recent().length
        const reply = await answer(door, request instanceof Uint8Array ? 'no bytes' : request)
        return codeOf(reply) === 'invalidInput' && log.recent().length === before ? null : `unsealed: ${String(codeOf(reply))}`
      }
      case 1: {
        const bytes = random.below(2) === 0 && sent.length > 0 ? random.pick(sent) : new Uint8Array(randomBytes(random.below(2000)))
        const reply = await answer(door, bytes)
        // A dialog that was cancelled is answered before the seal is looked at.
        return reply === null || codeOf(reply) === 'cancelled' || ('ok' in reply && reply.ok)
          ? null
          : `a seal that is none: ${String(codeOf(reply))}`
      }
      default:
        try {
          const reply = await call(door.name, request)
          return codeOf(reply) === 'unexpected' ? 'unexpected' : null
        } catch (error) {
          // What cannot be cloned does not leave the page.
          return error instanceof TypeError || error instanceof RangeError || error instanceof DOMException ? null : String(error)
        }
    }
  }

  let tried = 0
  for (; tried < count; tried += 1) {
    const door = random.pick(doors)
    const problem = await ask(door)
    if (problem !== null) failures.push(`through main, ${door.name}: ${problem}`)
  }
  if (ended > 0) failures.push(`the vault's process ended ${String(ended)} times`)
  const alive = await call('restore.found', undefined)
  if (!alive.ok) failures.push(`afterwards the vault does not answer: ${String(codeOf(alive))}`)
  children.at(-1)?.killHard()
  await wait(200)
  const isControlFound = ended === 1
  await vault.end()
  return { tried, sealed, failures, isControlFound }
}
