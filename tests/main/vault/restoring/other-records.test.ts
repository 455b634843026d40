import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHeadAt } from '../../../../main/vault/backups/container.ts'
import { rotateBackups } from '../../../../main/vault/backups/rotate.ts'
import { foundBackups } from '../../../../main/vault/restoring/found-backups.ts'
import { vaultOf } from '../../../../main/vault/vault.ts'
import {
  doorOf,
  makeVault,
  openVault,
  passphrase,
  quickCost,
  refusalOf,
  reopen,
  temporaryFolder,
  valueOf,
} from '../../../support/open-vault.ts'

const secret = { kind: 'passphrase', passphrase } as const
const another = 'eleven brass teapots sing under Marrowgate'

async function foreignBackup(): Promise<string> {
  const { vault } = await makeVault(temporaryFolder())
  const stick = temporaryFolder()
  await vault.run('backups.make', undefined, stick)
  vault.close()
  return join(stick, readdirSync(stick)[0] ?? '')
}

test('who opened the records to look at them can put none in their place', async () => {
  const path = await foreignBackup()
  const opened = await openVault()
  await valueOf(opened.door.keys.add({ current: passphrase, name: 'Lorna Lookatit', role: 'readOnly', passphrase: another }))
  opened.vault.close()
  const vault = vaultOf(opened.folder, quickCost)
  const refused = { ok: false, refusal: { code: 'roleNotAllowed', role: 'readOnly' } }
  await vault.restoring.choose({ path })
  await vault.restoring.rehearse(secret)
  await vault.unlock(another)
  expect(vault.restoring.commit()).toEqual(refused)
  expect(await vault.restoring.choose({ path })).toEqual(refused)
  expect(await vault.restoring.rehearse(secret)).toEqual(refused)
  expect(await vault.restoring.salvage(secret)).toEqual(refused)
  vault.close()
  expect(readdirSync(opened.folder).filter((name) => name.includes('before-restore'))).toEqual([])
})

test('records that other records have replaced are kept, with or without their key file, until who can open them removes them', async () => {
  const path = await foreignBackup()
  const { vault, folder } = await openVault()
  vault.close()
  const other = vaultOf(folder, quickCost)
  await other.restoring.choose({ path })
  await other.restoring.rehearse(secret)
  expect(other.restoring.commit()).toEqual({ ok: true, value: null })
  const opened = await reopen(folder)
  const door = doorOf(opened)
  const { replaced } = await valueOf(door.backups.overview())
  expect(replaced.map(({ name }) => name)).toEqual([expect.stringMatching(/^caseboard\.store\.before-restore-/)])
  const kept = readdirSync(folder).filter((name) => name.includes('before-restore'))
  for (const name of kept) expect(await refusalOf(door.backups.removeReplaced({ name }))).toEqual({ code: 'keptOfOthers' })
  for (const name of kept.filter((each) => each.includes('.key.'))) rmSync(join(folder, name))
  expect(await refusalOf(door.backups.removeReplaced({ name: replaced[0]?.name ?? '' }))).toEqual({ code: 'keptOfOthers' })
  expect(readdirSync(folder).filter((name) => name.includes('before-restore'))).toHaveLength(1)
  opened.close()
})

test('one’s own replaced records are removed whole: store and key file together', async () => {
  const { vault, folder } = await openVault()
  const stick = temporaryFolder()
  await vault.run('backups.make', undefined, stick)
  await vault.restoring.choose({ path: join(stick, readdirSync(stick)[0] ?? '') })
  await vault.restoring.rehearse(secret)
  vault.restoring.commit()
  const again = await reopen(folder)
  // No file, whatever it is called.
  mkdirSync(join(folder, 'caseboard.key.before-restore-20200101-000000'))
  mkdirSync(join(folder, 'caseboard.store.damaged-20200101-000001'))
  const { replaced } = await valueOf(doorOf(again).backups.overview())
  await valueOf(doorOf(again).backups.removeReplaced({ name: replaced[0]?.name ?? '' }))
  expect(replaced).toHaveLength(1)
  expect(readdirSync(folder).filter((name) => name.includes('before-restore'))).toEqual(['caseboard.key.before-restore-20200101-000000'])
  again.close()
})

test.skipIf(process.platform === 'win32')('what cannot be read hides none of the backups beside it, and is named', async () => {
  const { vault, folder } = await openVault()
  await vault.leave()
  vault.close()
  const beside = join(folder, 'backups')
  const [whole = ''] = readdirSync(beside)
  const [pipe, broken] = ['Caseboard-backup-2031-12-01-1200.caseboard', 'Caseboard-backup-2031-11-30-1200.caseboard']
  mkdirSync(join(beside, broken))
  spawnSync('mkfifo', [join(beside, pipe)])
  expect(await foundBackups(folder)).toMatchObject({ backups: [{ name: whole }], newestWhole: whole, unreadable: [pipe, broken] })
})

test('what cannot be read does not end the rotation of those that can', async () => {
  const { vault, folder } = await openVault()
  await vault.leave()
  const beside = join(folder, 'backups')
  const early = 'Caseboard-backup-2031-11-30-0900.caseboard'
  cpSync(join(beside, readdirSync(beside)[0] ?? ''), join(beside, early))
  for (const time of ['1000', '1100']) mkdirSync(join(beside, `Caseboard-backup-2031-11-30-${time}.caseboard`))
  const vaultId = readHeadAt(join(beside, early))?.vaultId ?? ''
  expect(await rotateBackups(beside, vaultId, new Set())).toEqual([early])
  vault.close()
})
