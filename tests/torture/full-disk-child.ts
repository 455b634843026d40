import { readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenStore } from '#db'
import { refusalOfFileError } from '../../main/vault/file-errors.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { type MadeKeys, madeKeys, madePassphrase, makeProfile, openWithKeys, quickCost } from '../fixtures/made-profile.ts'
import { wounds } from './acknowledged.ts'
import type { Outcome } from './torture.ts'

const [folder = '', stepText = ''] = process.argv.slice(2)
const steps = Number(stepText)
const ballast = join(folder, 'ballast')
const failures: string[] = []
let tried = 0
let refusals = 0

/** Leaves so many KiB free. */
function leave(kib: number): void {
  rmSync(ballast, { force: true })
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - kib * 1024)))
}

const free = (): void => rmSync(ballast, { force: true })

type Told = { readonly ok: boolean; readonly code: string }

/** A reply as one word; an exception that is no refusal is a failure by itself. */
async function told(work: () => Promise<{ readonly ok: boolean; readonly refusal?: { readonly code: string } }>): Promise<Told> {
  tried += 1
  try {
    const reply = await work()
    if (!reply.ok) refusals += 1
    return { ok: reply.ok, code: reply.ok ? 'done' : (reply.refusal?.code ?? '') }
  } catch (error) {
    const code = refusalCodeOf(error)
    refusals += 1
    return { ok: false, code }
  }
}

function refusalCodeOf(error: unknown): string {
  // What main/vault/index.ts makes of an error of the disk.
  const refusal = refusalOfFileError(error)
  return refusal ? refusal.code : `threw ${String(error)}`
}

/** The first run, with too little room for it: refused, nothing left, and done with the same keys once there is room. */
async function firstRun(kib: number): Promise<void> {
  const profile = join(folder, 'first')
  rmSync(profile, { recursive: true, force: true })
  const vault = vaultOf(profile, quickCost)
  const prepared = await vault.prepare(madePassphrase)
  if (!prepared.ok) return void failures.push(`first run, ${kib} KiB: not prepared (${prepared.refusal.code})`)
  const typed = prepared.value.askedGroups.map((index) => ({ index, text: prepared.value.recoveryGroups[index] ?? '' }))
  leave(kib)
  const first = await told(async () => vault.create(typed))
  if (!first.ok) {
    if (first.code !== 'diskFull') failures.push(`first run, ${kib} KiB: ${first.code}`)
    const status = vaultOf(profile, quickCost).status()
    if (status.kind !== 'empty') failures.push(`first run, ${kib} KiB: refused and left ${status.kind}`)
    free()
    const again = await told(async () => vault.create(typed))
    if (!again.ok) failures.push(`first run, ${kib} KiB: not done with room either (${again.code})`)
  }
  free()
  vault.close()
  const later = vaultOf(profile, quickCost)
  const unlocked = await told(() => later.unlock(madePassphrase))
  if (!unlocked.ok) failures.push(`first run, ${kib} KiB: the vault does not open (${unlocked.code})`)
  later.close()
}

function lostDrafts(store: OpenStore, kept: ReadonlyMap<string, string>): readonly string[] {
  return [...kept]
    .filter(([key, content]) => store.get<{ content: string }>('SELECT content FROM drafts WHERE key = :key', { key })?.content !== content)
    .map(([key]) => key)
}

const kept = new Map<string, string>()
const refusedDrafts = new Map<string, string>()

/** Writes until the disk is full, reads while it is, opens while it is, and finds everything acknowledged once there is room. */
async function writes(profile: string, keys: MadeKeys, whole: ReadonlyMap<string, Uint8Array>, kib: number): Promise<void> {
  const vault = vaultOf(profile)
  const start = await told(() => vault.unlock(madePassphrase))
  if (!start.ok) return void failures.push(`writes, ${kib} KiB: does not open with room (${start.code})`)
  leave(kib)
  for (let count = 0; count < 200; count += 1) {
    const key = `torture:${kib}-${count}`
    const content = String(count).repeat(3000 + count * 100)
    const saved = await told(async () => (await vault.run('drafts.save', { key, content })).reply)
    if (saved.ok) kept.set(key, content)
    else {
      refusedDrafts.set(key, content)
      if (saved.code !== 'diskFull') failures.push(`writes, ${kib} KiB: ${saved.code}`)
      break
    }
  }
  const listed = await told(async () => (await vault.run('cases.list', {})).reply)
  if (!listed.ok) failures.push(`writes, ${kib} KiB: reading while full: ${listed.code}`)
  vault.close()
  const whileFull = vaultOf(profile)
  const reopened = await told(() => whileFull.unlock(madePassphrase))
  if (!reopened.ok && reopened.code !== 'diskFull') failures.push(`writes, ${kib} KiB: unlock while full: ${reopened.code}`)
  free()
  if (!reopened.ok) {
    const again = await told(() => whileFull.unlock(madePassphrase))
    if (!again.ok) failures.push(`writes, ${kib} KiB: the same process does not open with room again (${again.code})`)
  }
  whileFull.close()
  const store = openWithKeys(profile, keys)
  failures.push(
    ...lostDrafts(store, kept).map((key) => `writes, ${kib} KiB: lost ${key}`),
    ...wounds(store, keys.audit).map((line) => `writes, ${kib} KiB: ${line}`),
  )
  store.close()
  // The next round starts from the same files again, or it would write into room made by this one.
  kept.clear()
  for (const entry of readdirSync(profile)) rmSync(join(profile, entry), { recursive: true })
  for (const [name, bytes] of whole) writeFileSync(join(profile, name), bytes)
  // An older store beside its witness is a finding of its own, and not the one looked for here.
  rmSync(join(profile, 'caseboard.witness'), { force: true })
}

for (let step = 0; step < steps; step += 1) await firstRun(Math.round((step * 900) / steps))
rmSync(join(folder, 'first'), { recursive: true, force: true })

const profile = join(folder, 'profile')
await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 120, cases: 12, meetings: 3, seed: 19 }) })
const keys = await madeKeys(profile)
const whole = new Map(readdirSync(profile).map((name) => [name, readFileSync(join(profile, name))]))
for (let step = 0; step < steps; step += 1) await writes(profile, keys, whole, Math.round((step * 400) / steps))

const store = openWithKeys(profile, keys)
const isFound = refusedDrafts.size > 0 && lostDrafts(store, refusedDrafts).length > 0
store.close()
process.stdout.write(
  `${JSON.stringify({
    kind: 'ran',
    done: `${steps * 2} amounts of room, ${tried} requests, ${refusals} refused, ${failures.length} wrong`,
    tried,
    failures,
    control: { planted: 'a refused write counted as acknowledged', isFound },
  } satisfies Outcome)}\n`,
)
