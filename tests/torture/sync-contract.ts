import { join } from 'node:path'
import { fillBigStore } from '../fixtures/big-store.ts'
import { makeProfile, quickCost } from '../fixtures/made-profile.ts'
import type { Said } from './power-loss-scripts.ts'
import { inFolder, type Outcome, type Torture } from './torture.ts'
import { type FileEvent, fileEvents } from './trace/file-events.ts'
import { traced, tracing, whyNoTrace } from './trace/strace.ts'
import { treeOf } from './trace/tree.ts'

type Script = 'writes' | 'keys'
type Kept = { readonly acknowledged: number; readonly syncs: number; readonly broken: readonly string[] }

/** What stands written, renamed, made or removed in the data folder and not yet synced when something is acknowledged. */
function unsyncedAt(events: readonly FileEvent[], end: number): readonly string[] {
  const open = new Map<number | string, string>()
  for (const event of events.slice(0, end)) {
    switch (event.kind) {
      case 'write':
      case 'truncate':
        open.set(event.file, `content of file ${event.file}`)
        break
      case 'enter':
      case 'leave':
      case 'move':
        open.set('.', `the name ${event.path}`)
        break
      case 'sync':
        open.delete(event.target)
        break
      case 'said':
        break
    }
  }
  return [...open.values()]
}

/** Looks at each acknowledgement: something must have been synced since the last one, and nothing may be waiting for the disk. */
function contractOf(events: readonly FileEvent[]): Kept {
  const broken: string[] = []
  let acknowledged = 0
  let syncs = 0
  let since = 0
  for (const [index, event] of events.entries()) {
    if (event.kind === 'sync') {
      syncs += 1
      since += 1
    }
    if (event.kind !== 'said' || (JSON.parse(event.line) as Said).kind === 'asked') continue
    acknowledged += 1
    if (since === 0) broken.push(`acknowledgement ${acknowledged}: nothing was synced for it`)
    broken.push(...unsyncedAt(events, index).map((what) => `acknowledgement ${acknowledged}: ${what} is not synced`))
    since = 0
  }
  return { acknowledged, syncs, broken }
}

async function trial(work: string, script: Script, fault: string): Promise<Kept> {
  const profile = join(work, `${script}${fault}`)
  await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 200, cases: 12, meetings: 2, seed: 53 }) })
  const start = treeOf(profile)
  const traceFile = join(work, `${script}${fault}.trace`)
  const { code, errors } = await traced(tracing(traceFile), 'power-loss-child.ts', [profile, script, '', fault])
  if (code !== 0) throw new Error(`${script}: the child ended with ${String(code)}: ${errors.slice(-600)}`)
  return contractOf(fileEvents(traceFile, profile, start))
}

/** Nothing is acknowledged before it is on the disk: told by the system calls, and without chance. */
export const syncContract: Torture = {
  name: 'everything acknowledged has been synced',
  run: (scale) =>
    inFolder(async (work): Promise<Outcome> => {
      const why = whyNoTrace()
      if (why !== null) return { kind: 'skipped', why }
      const scripts: readonly Script[] = scale === 'full' ? ['writes', 'keys'] : ['writes']
      const kept: (Kept & { readonly script: Script })[] = []
      for (const script of scripts) kept.push({ script, ...(await trial(work, script, '')) })
      const control = await trial(work, 'writes', 'withoutSyncs')
      return {
        kind: 'ran',
        done: kept.map(({ script, acknowledged, syncs }) => `${script}: ${acknowledged} acknowledged after ${syncs} syncs`).join('; '),
        tried: kept.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
        failures: kept.flatMap(({ script, broken }) => broken.map((line) => `${script}: ${line}`)),
        control: { planted: 'the same without syncs', isFound: control.broken.length >= control.acknowledged },
      }
    }),
}
