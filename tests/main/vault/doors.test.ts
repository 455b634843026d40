import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealedRequests } from '../../../main/vault/sealed-requests.ts'
import { vaultOf } from '../../../main/vault/vault.ts'
import { madePassphrase, quickCost } from '../../fixtures/made-profile.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doors-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function startVault() {
  const profile = join(folder, 'profile')
  const vault = vaultOf(profile, quickCost)
  return { vault, run: sealedRequests(vault, profile) }
}

test.each([
  ['vault.unlock', undefined],
  ['vault.unlock', { passphrase: 7 }],
  ['vault.unlock', { passphrase: 'x'.repeat(1025) }],
  ['vault.unlock', { passphrase: 'right', extra: true }],
  ['vault.create', { typedGroups: [{ index: -1, text: '' }] }],
  ['restore.choose', { name: null }],
  ['restore.browse', {}],
])('input that %s did not ask for is refused by field: %j', async (name, input) => {
  const { run } = startVault()
  expect(await run(name, input)).toMatchObject({ reply: { ok: false, refusal: { code: 'invalidInput' } }, outcome: { ok: false } })
})

test('a vault is made through its doors: the sheet is written by the vault itself, and only the opening is told in clear', async () => {
  const { vault, run } = startVault()
  const prepared = await run('vault.prepare', { passphrase: madePassphrase })
  expect(prepared.outcome).toEqual({ ok: true })
  const { recoveryGroups, askedGroups } = (prepared.reply.ok ? prepared.reply.value : {}) as {
    recoveryGroups: string[]
    askedGroups: number[]
  }
  const path = join(folder, 'sheet.txt')
  expect(await run('vault.saveRecoveryKey', undefined, path)).toEqual({
    reply: { ok: true, value: { saved: true } },
    outcome: { ok: true },
  })
  expect(readFileSync(path, 'utf8')).toContain(recoveryGroups[0])
  const typedGroups = askedGroups.map((index) => ({ index, text: recoveryGroups[index] ?? '' }))
  const created = await run('vault.create', { typedGroups })
  expect(created.reply).toEqual({ ok: true, value: null })
  expect(created.outcome).toMatchObject({ ok: true, now: 'opened' })
  vault.close()
  expect((await run('vault.unlock', { passphrase: 'not the one at all' })).outcome).toEqual({ ok: false })
  expect((await run('vault.unlock', { passphrase: madePassphrase })).outcome).toMatchObject({ ok: true, now: 'opened' })
  vault.close()
})

test('the sheet of no vault is not written', async () => {
  const { run } = startVault()
  expect(await run('vault.saveRecoveryKey', undefined, join(folder, 'sheet.txt'))).toMatchObject({
    reply: { ok: false, refusal: { code: 'nothingPrepared' } },
  })
})
