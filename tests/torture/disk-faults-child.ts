import type { ActionRow } from '#domain/action.ts'
import type { Page } from '#domain/page.ts'
import type { Result } from '#domain/refusal.ts'
import { writeSync } from 'node:fs'
import { refusalOfFileError } from '../../main/vault/file-errors.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, quickCost } from '../fixtures/made-profile.ts'
import { type FaultSaid, nextPassphrase } from './disk-faults-said.ts'

// A vault that works through a script on a disk that fails at one call, or from one call on. It says what it was told; its parent judges.
//   node disk-faults-child.ts FOLDER STICK once|lasting honest|early
const [folder = '', stick = '', kind = '', manner = ''] = process.argv.slice(2)
const isLasting = kind === 'lasting'
const vault = vaultOf(folder, quickCost)

const say = (said: FaultSaid): void => void writeSync(1, `${JSON.stringify(said)}\n`)

/** What main/vault/index.ts makes of it: a refusal in words, or an incident, which nobody can do anything about. */
async function answered(work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  try {
    return await work()
  } catch (error) {
    const refusal = refusalOfFileError(error)
    return {
      ok: false,
      refusal: refusal ?? { code: 'unexpected', incident: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    }
  }
}

/** Asks, and again where it was refused: a disk that failed once must be usable afterwards. Tells what came of it each time. */
async function asked(what: string, work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await answered(work)
    if (result.ok) return result
    const { code } = result.refusal
    say({ kind: 'refused', what, attempt, code, detail: result.refusal.code === 'unexpected' ? result.refusal.incident.slice(0, 600) : '' })
    if (isLasting || attempt === 3) return result
  }
}

const run = (name: string, input: unknown, place?: string) => asked(name, async () => (await vault.run(name, input, place)).reply)

let drafts = 0
async function keepDraft(length: number): Promise<void> {
  drafts += 1
  const draft = { kind: 'draft', key: `torture:${drafts}`, content: String(drafts) } as const
  if (manner === 'early') say(draft)
  const kept = await run('drafts.save', { key: draft.key, content: draft.content.padStart(length, '0') })
  if (kept.ok && manner !== 'early') say(draft)
}

async function changeActions(): Promise<void> {
  const listed = await run('actions.list', { statuses: ['agreed'], limit: 3 })
  if (!listed.ok) return
  for (const { id, version } of (listed.value as Page<ActionRow>).rows) {
    const changed = await run('actions.changeStatus', { id, version, status: 'inProgress', reason: '' })
    if (changed.ok) say({ kind: 'action', id, version: version + 1, status: 'inProgress' })
    await keepDraft(40)
  }
}

const close = (): Promise<Result<unknown>> =>
  asked('close', async () => {
    vault.close()
    return { ok: true, value: null }
  })

await asked('unlock', () => vault.unlock(madePassphrase))
say({ kind: 'begun' })
await keepDraft(40)
await changeActions()
await keepDraft(30_000)
await run('agencies.add', { name: 'Fablewood Library', sector: 'other', isCore: false })
say({ kind: 'asked', passphrase: nextPassphrase })
const changed = await run('keys.changeMyPassphrase', { current: madePassphrase, passphrase: nextPassphrase })
say(changed.ok ? { kind: 'passphrase', passphrase: nextPassphrase } : { kind: 'unchanged' })
const made = await run('backups.make', undefined, stick)
if (made.ok) say({ kind: 'backup', fileName: (made.value as { readonly fileName: string }).fileName })
await keepDraft(40)
await close()
await asked('unlock again', () => vault.unlock(changed.ok ? nextPassphrase : madePassphrase))
await keepDraft(40)
await close()
say({ kind: 'end' })
