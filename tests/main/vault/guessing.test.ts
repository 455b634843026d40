import type { Result } from '#domain/refusal.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { vaultOf } from '../../../main/vault/vault.ts'
import { makeVault, openVault, passphrase, quickCost, temporaryFolder } from '../../support/open-vault.ts'

const wrong = (index: number) => `wrong guess number ${String(index)}`
const codesOf = (results: readonly Result<unknown>[]) => results.map((result) => (result.ok ? 'ok' : result.refusal.code))

/** A backup of a vault, made in a folder of its own. */
async function backupOf({ vault }: Pick<Awaited<ReturnType<typeof makeVault>>, 'vault'>): Promise<string> {
  const out = temporaryFolder()
  const made = await vault.run('backups.make', undefined, out)
  if (!made.reply.ok) throw new Error(made.reply.refusal.code)
  vault.close()
  return join(out, readdirSync(out)[0] ?? '')
}

test('guesses sent at once go one after the other, in an open session and at a backup too: after four, all others must wait', async () => {
  const opened = await openVault()
  const atTheKeys = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      opened.door.keys.changeMyPassphrase({ current: wrong(index), passphrase: 'another quite long passphrase of seven' }),
    ),
  )
  expect(codesOf(atTheKeys)).toEqual([...Array<string>(4).fill('wrongPassphrase'), ...Array<string>(8).fill('waitBeforeRetry')])

  const other = await openVault()
  const path = await backupOf(other)
  const vault = vaultOf(other.folder, quickCost)
  await vault.restoring.choose({ path })
  const atTheBackup = await Promise.all(
    Array.from({ length: 12 }, (_, index) => vault.restoring.rehearse({ kind: 'passphrase', passphrase: wrong(index) })),
  )
  expect(codesOf(atTheBackup)).toEqual([...Array<string>(4).fill('wrongPassphrase'), ...Array<string>(8).fill('waitBeforeRetry')])
  vault.close()
})

test('opening a backup of one’s own between guesses does not make the lock forget them', async () => {
  const path = await backupOf(await makeVault(temporaryFolder()))
  const victim = await openVault()
  victim.vault.close()
  const vault = vaultOf(victim.folder, quickCost)
  const guess = async (index: number) => codesOf([await vault.unlock(wrong(index))])[0]
  expect([await guess(1), await guess(2), await guess(3)]).toEqual(Array(3).fill('wrongPassphrase'))
  await vault.restoring.choose({ path })
  expect((await vault.restoring.rehearse({ kind: 'passphrase', passphrase })).ok).toBe(true)
  expect([await guess(4), await guess(5)]).toEqual(['wrongPassphrase', 'waitBeforeRetry'])
  vault.close()
})
