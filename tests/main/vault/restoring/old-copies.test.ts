import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Vault, vaultOf } from '../../../../main/vault/vault.ts'
import { closedCase } from '../../../support/closed-case.ts'
import { refer } from '../../../support/meeting-room.ts'
import { doorOf, makeVault, openVault, passphrase, quickCost, reopen, temporaryFolder, valueOf } from '../../../support/open-vault.ts'

const kept = 'the records that were replaced'
const KEPT = /^caseboard\.store\.before-restore-\d{8}-\d{6}$/
const secret = { kind: 'passphrase', passphrase } as const

async function backUp(vault: Vault, folder = temporaryFolder()): Promise<string> {
  const { reply } = await vault.run('backups.make', undefined, folder)
  if (!reply.ok) throw new Error(reply.refusal.code)
  return join(folder, (reply.value as { fileName: string }).fileName)
}

async function restore(vault: Vault, path: string): Promise<void> {
  await vault.restoring.choose({ path })
  expect(await vault.restoring.rehearse(secret)).toMatchObject({ ok: true })
  expect(vault.restoring.commit()).toMatchObject({ ok: true })
}

/** Destroys a case and gives the files that are named beside it, each with its folder. */
async function namedAfterDestroying(vault: Vault, caseId: number): Promise<ReadonlySet<string>> {
  const { retention } = doorOf(vault)
  await valueOf(retention.destroy({ kind: 'case', ids: [String(caseId)], reason: 'personAsked' }))
  return namedBeside(vault)
}

async function namedBeside(vault: Vault, index = 0): Promise<ReadonlySet<string>> {
  const { rows } = await valueOf(doorOf(vault).retention.destructions({ offset: 0, limit: 10 }))
  return new Set((rows[index]?.oldBackups ?? []).map(({ folder, fileName }) => join(folder, fileName.replace(KEPT, kept))))
}

const besideIn = (folder: string) => readdirSync(join(folder, 'backups'))[0]

test.each(['within', 'at the lock'])(
  'after a restore %s, a destruction names the backup it came from, those made since, and the records it replaced',
  async (where) => {
    const opened = await openVault()
    const { caseId } = await closedCase(opened, 1)
    const from = await backUp(opened.vault)
    const since = await backUp(opened.vault)
    await opened.vault.leave()
    if (where === 'at the lock') opened.vault.close()
    await restore(where === 'at the lock' ? vaultOf(opened.folder, quickCost) : opened.vault, from)
    const vault = await reopen(opened.folder)
    expect(await namedAfterDestroying(vault, caseId)).toEqual(new Set([from, since, besideIn(opened.folder), kept]))
    vault.close()
  },
)

test('on a new computer a destruction names every backup of these records that lay with the one restored from, and nobody else’s', async () => {
  const opened = await openVault()
  const { caseId } = await closedCase(opened, 1)
  const [stick, other] = [temporaryFolder(), temporaryFolder()]
  const from = await backUp(opened.vault, stick)
  const later = join(stick, 'Caseboard-backup-2031-01-01-1200.caseboard')
  await refer(opened, 2)
  cpSync(await backUp(opened.vault, other), later)
  opened.vault.close()
  const { vault: foreign } = await makeVault(temporaryFolder())
  cpSync(await backUp(foreign, temporaryFolder()), join(stick, 'Caseboard-backup-2030-01-01-1200.caseboard'))
  foreign.close()

  const fresh = temporaryFolder()
  await restore(vaultOf(fresh, quickCost), from)
  const vault = await reopen(fresh)
  expect(await namedAfterDestroying(vault, caseId)).toEqual(new Set([from, later]))
  vault.close()
})

test('where the records on the computer could not be read, what lies beside them is named all the same, until it is removed', async () => {
  const opened = await openVault()
  const { caseId } = await closedCase(opened, 1)
  const from = await backUp(opened.vault)
  await opened.vault.leave()
  opened.vault.close()
  for (const name of ['caseboard.key', 'caseboard.key.copy']) rmSync(join(opened.folder, name))
  await restore(vaultOf(opened.folder, quickCost), from)
  const vault = await reopen(opened.folder)
  expect(await namedAfterDestroying(vault, caseId)).toEqual(new Set([from, besideIn(opened.folder), kept]))
  for (const name of readdirSync(opened.folder).filter((each) => each.includes('before-restore'))) rmSync(join(opened.folder, name))
  expect(await namedBeside(vault)).toEqual(new Set([from, besideIn(opened.folder)]))
  vault.close()
})

test('a copy that was made after a destruction is not named beside it', async () => {
  const opened = await openVault()
  const { caseId } = await closedCase(opened, 1)
  const next = await closedCase(opened, 2)
  await namedAfterDestroying(opened.vault, caseId)
  const from = await backUp(opened.vault)
  await restore(opened.vault, from)
  const vault = await reopen(opened.folder)
  expect(await namedAfterDestroying(vault, next.caseId)).toEqual(new Set([from, kept]))
  expect(await namedBeside(vault, 1)).toEqual(new Set())
  vault.close()
})
