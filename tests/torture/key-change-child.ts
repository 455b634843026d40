import type { RecoveryGroups } from '#contract'
import type { Result } from '#domain/refusal.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { quickCost } from '../fixtures/made-profile.ts'

// A vault that changes its keys once, told by its parent when: a child, so that it can be ended with SIGKILL in the middle.
const [folder = '', kind = '', current = '', next = ''] = process.argv.slice(2)
const vault = vaultOf(folder, quickCost)

async function value<T>(asked: Promise<{ readonly reply: Result<unknown> }>): Promise<T> {
  const { reply } = await asked
  if (!reply.ok) throw new Error(reply.refusal.code)
  return reply.value as T
}

async function confirm(prepared: RecoveryGroups): Promise<void> {
  const typedGroups = prepared.askedGroups.map((index) => ({ index, text: prepared.recoveryGroups[index] ?? '' }))
  await value(vault.run('keys.confirm', { typedGroups }))
}

const unlocked = await vault.unlock(current)
if (!unlocked.ok) throw new Error(unlocked.refusal.code)
const slow =
  kind === 'renewal'
    ? value<RecoveryGroups>(vault.run('keys.prepareRenewal', { current })).then((prepared) => () => confirm(prepared))
    : Promise.resolve(() =>
        kind === 'holder'
          ? value(vault.run('keys.add', { current, name: 'Barnaby Thistledown', role: 'deputy', passphrase: next }))
          : value(vault.run('keys.changeMyPassphrase', { current, passphrase: next })),
      )
const change = await slow
process.send?.('ready')
process.once('message', () => {
  void change().then(() => process.send?.('done'))
})
