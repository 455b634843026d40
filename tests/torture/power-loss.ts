import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, type MadeKeys, madePassphrase, makeProfile, quickCost } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { makeBackupOf } from './made-backup.ts'
import { afterBackup, beforeBackup, problemsOfImage, problemsOfImageByKey, type Problem } from './power-loss-image.ts'
import type { Said, Script } from './power-loss-scripts.ts'
import { inFolder, type Outcome, type Scale, type Torture } from './torture.ts'
import { crashImage, durableAfter } from './trace/crash-image.ts'
import { type FileEvent, fileEvents } from './trace/file-events.ts'
import { traced, tracing, whyNoTrace } from './trace/strace.ts'
import { type Tree, treeOf, writeTree } from './trace/tree.ts'

/** Images of each script, and of the control. */
const images: Readonly<Record<Scale, Readonly<Record<Script | 'control', number>>>> = {
  short: { writes: 100, keys: 5, create: 5, renewal: 3, restore: 3, control: 6 },
  full: { writes: 2000, keys: 500, create: 500, renewal: 500, restore: 500, control: 400 },
}
/** Of the images whose key file stays as it is, one in so many is opened with its passphrase, the others with the key that it gives. */
const throughDoor: Readonly<Record<Scale, number>> = { short: 20, full: 1 }

/** The scripts that are worked through once more with the syncs left out. */
const controls: Readonly<Record<Scale, readonly Script[]>> = { short: ['writes'], full: ['writes', 'keys', 'create', 'renewal', 'restore'] }

type Trace = { readonly start: Tree; readonly events: readonly FileEvent[]; readonly keys: MadeKeys | null }

async function keep(profile: string, draft: { readonly key: string; readonly content: string }): Promise<void> {
  const vault = vaultOf(profile, quickCost)
  await vault.unlock(madePassphrase)
  const { reply } = await vault.run('drafts.save', draft)
  vault.close()
  if (!reply.ok) throw new Error(reply.refusal.code)
}

/** Works through a script once under strace. The folder above the data folder is watched too: a first run makes the data folder. */
async function traceOf(script: Script, fault: string, work: string): Promise<Trace> {
  const root = join(work, `${script}${fault}`)
  const profile = join(root, 'profile')
  mkdirSync(root)
  let backup = ''
  if (script !== 'create') {
    await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 200, cases: 12, meetings: 2, seed: 53 }) })
    await keep(profile, beforeBackup)
    if (script === 'restore') {
      backup = await makeBackupOf(profile, work)
      await keep(profile, afterBackup)
    }
  }
  const start = treeOf(root)
  const traceFile = join(work, `${script}${fault}.trace`)
  const { code, errors } = await traced(tracing(traceFile), 'power-loss-child.ts', [profile, script, backup, fault])
  if (code !== 0) throw new Error(`${script}: the child ended with ${String(code)}: ${errors.slice(-600)}`)
  return { start, events: fileEvents(traceFile, root, start), keys: script === 'writes' ? await madeKeys(profile) : null }
}

type Count = { readonly images: number; readonly problems: readonly (Problem & { readonly image: number; readonly script: Script })[] }

/** Cuts the power so many times at moments drawn by chance, and opens what the disk may then hold. */
async function replay(script: Script, { start, events, keys }: Trace, count: number, every: number, folder: string): Promise<Count> {
  const durable = durableAfter(events)
  const problems: (Problem & { readonly image: number; readonly script: Script })[] = []
  const profile = join(folder, 'profile')
  // Only the script itself: before its first change there is nothing to lose.
  const first = events.findIndex(({ kind }) => kind !== 'said')
  for (let image = 0; image < count; image += 1) {
    const random = seededRandom(image * 7919 + script.length)
    const cut = first + 1 + random.below(events.length - first)
    writeTree(folder, crashImage(start, events, durable, { cut, random }))
    const said = events.slice(0, cut).flatMap((event) => (event.kind === 'said' ? [JSON.parse(event.line) as Said] : []))
    try {
      const found =
        keys && image % every !== 0
          ? problemsOfImageByKey(profile, { script, said, keys })
          : await problemsOfImage(profile, { script, said, keys })
      problems.push(...found.map((problem) => ({ ...problem, image, script })))
    } catch (error) {
      problems.push({ kind: 'unopenable', what: error instanceof Error ? (error.stack ?? error.message) : String(error), image, script })
    }
  }
  return { images: count, problems }
}

/**
 * The power goes while the vault writes: every write, creation, removal and renaming that was not synced by then is there or not by chance. Whatever
 * was acknowledged must be there, and the store must open.
 */
export const powerLoss: Torture = {
  name: 'power loss replayed from a trace',
  run: (scale) =>
    inFolder(async (work): Promise<Outcome> => {
      const why = whyNoTrace()
      if (why !== null) return { kind: 'skipped', why }
      const image = join(work, 'image')
      const counted: string[] = []
      const failures: string[] = []
      let tried = 0
      for (const script of ['writes', 'keys', 'create', 'renewal', 'restore'] as const) {
        const trace = await traceOf(script, '', work)
        const count = await replay(script, trace, images[scale][script], throughDoor[scale], image)
        tried += count.images
        counted.push(`${count.images} of ${script} (${trace.events.length} events)`)
        failures.push(...count.problems.map((problem) => `${script}, image ${problem.image}: ${problem.kind}: ${problem.what}`))
      }
      const caught: string[] = []
      let isFound = true
      for (const script of controls[scale]) {
        const count = await replay(script, await traceOf(script, 'withoutSyncs', work), images[scale].control, 10, image)
        const spoilt = new Set(count.problems.map((problem) => problem.image)).size
        caught.push(`${spoilt} of ${count.images} of ${script}`)
        isFound &&= spoilt > 0
      }
      return {
        kind: 'ran',
        done: `${tried} images: ${counted.join(', ')}; ${failures.length} lost, damaged or unopenable`,
        tried,
        failures,
        control: { planted: `the same without syncs: ${caught.join(' and ')} are spoilt`, isFound },
      }
    }),
}
