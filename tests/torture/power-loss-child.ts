import type { ActionRow } from '#domain/action.ts'
import type { Page } from '#domain/page.ts'
import type { RecoveryGroups } from '#contract'
import type { Result } from '#domain/refusal.ts'
import { writeSync } from 'node:fs'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, quickCost } from '../fixtures/made-profile.ts'
import type { Said, Script } from './power-loss-scripts.ts'
import { withoutSyncs } from './without-syncs.ts'

// A vault that works through a little script and says, in the same breath as the trace of its system calls, what it has acknowledged.
const [folder = '', script = '', backup = '', fault = ''] = process.argv.slice(2)
if (fault === 'withoutSyncs') withoutSyncs()
const vault = vaultOf(folder, quickCost)

function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`)
}

function must<T>(result: Result<unknown>): T {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value as T
}

async function ask<T>(name: string, input: unknown): Promise<T> {
  return must<T>((await vault.run(name, input)).reply)
}

const groupsOf = ({ recoveryGroups, askedGroups }: RecoveryGroups) =>
  askedGroups.map((index) => ({ index, text: recoveryGroups[index] ?? '' }))

let drafts = 0
/** Keeps a draft of so many characters: a long one takes pages of its own. */
async function keepDraft(length: number): Promise<void> {
  drafts += 1
  const key = `torture:${drafts % 4}`
  await ask('drafts.save', { key, content: String(drafts).padStart(length, '0') })
  say({ kind: 'draft', key, content: String(drafts) })
}

const scripts: Readonly<Record<Script, () => Promise<void>>> = {
  async writes() {
    must(await vault.unlock(madePassphrase))
    const { rows } = await ask<Page<ActionRow>>('actions.list', { statuses: ['agreed'], limit: 20 })
    for (const [turn, { id, version }] of rows.entries()) {
      await ask('actions.changeStatus', { id, version, status: 'inProgress', reason: '' })
      say({ kind: 'action', id, version: version + 1, status: 'inProgress' })
      await keepDraft(turn % 5 === 0 ? 30_000 : 40)
      if (turn % 7 === 0) await ask('agencies.add', { name: `Agency ${turn}`, sector: 'other', isCore: false })
    }
  },
  async keys() {
    must(await vault.unlock(madePassphrase))
    let current = madePassphrase
    for (const passphrase of [
      'eleven copper kettles sing at dusk',
      'a ninth marble heron waits upstream',
      'forty plain buttons under the mill',
    ]) {
      say({ kind: 'asked', passphrase })
      await ask('keys.changeMyPassphrase', { current, passphrase })
      say({ kind: 'passphrase', passphrase })
      current = passphrase
      await keepDraft(40)
    }
    await ask('keys.add', { current, name: 'Barnaby Thistledown', role: 'deputy', passphrase: 'seven invented herons whistle quietly' })
    await keepDraft(40)
  },
  async create() {
    const prepared = must<RecoveryGroups>(await vault.prepare(madePassphrase))
    must(vault.create(groupsOf(prepared)))
    say({ kind: 'created' })
    await keepDraft(40)
  },
  async renewal() {
    must(await vault.unlock(madePassphrase))
    await keepDraft(40)
    const prepared = await ask<RecoveryGroups>('keys.prepareRenewal', { current: madePassphrase })
    await ask('keys.confirm', { typedGroups: groupsOf(prepared) })
    say({ kind: 'renewed' })
    must(await vault.unlock(madePassphrase))
    await keepDraft(40)
  },
  async restore() {
    must(await vault.restoring.choose({ path: backup }))
    must(await vault.restoring.rehearse({ kind: 'passphrase', passphrase: madePassphrase }))
    must(vault.restoring.commit())
    say({ kind: 'restored' })
    must(await vault.unlock(madePassphrase))
    await keepDraft(40)
  },
}

await scripts[script as Script]()
vault.close()
