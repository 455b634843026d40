import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { vaultOf } from '../../../../main/vault/vault.ts'
import { crashedCopyOf, spoilJournal } from '../../../support/crashed-store.ts'
import { refer } from '../../../support/meeting-room.ts'
import { doorOf, openVault, passphrase, quickCost, temporaryFolder, valueOf } from '../../../support/open-vault.ts'

const secret = { kind: 'passphrase', passphrase } as const
const referrals = 12
let folder = ''
let backup = ''

beforeAll(async () => {
  const opened = await openVault()
  for (let index = 1; index <= referrals; index += 1) await refer(opened, index)
  const stick = temporaryFolder()
  await opened.vault.run('backups.make', undefined, stick)
  backup = join(stick, readdirSync(stick)[0] ?? '')
  opened.vault.close()
  folder = opened.folder
})

const filesOf = (place: string) =>
  ['caseboard.store', 'caseboard.store-journal'].map((name) => readFileSync(join(place, name)).toString('base64'))

test('after a crash the records of this computer are read at the rehearsal, and not a byte of them is changed', async () => {
  const crashed = await crashedCopyOf(folder)
  const before = filesOf(crashed)
  const { restoring } = vaultOf(crashed, quickCost)
  await restoring.choose({ path: backup })
  expect(await restoring.rehearse(secret)).toMatchObject({
    ok: true,
    value: { present: { kind: 'read', backupIs: 'earlier', holds: { referrals } } },
  })
  restoring.forget()
  expect(filesOf(crashed)).toEqual(before)
  expect(readdirSync(crashed).filter((name) => /reading|incoming/.test(name))).toEqual([])
})

test('after a crash everything is saved but the change that was not finished', async () => {
  const crashed = await crashedCopyOf(folder)
  const vault = vaultOf(crashed, quickCost)
  expect(await vault.restoring.salvage(secret)).toMatchObject({ ok: true, value: { lost: 0, dropped: 0, holds: { referrals } } })
  expect(vault.restoring.commit()).toMatchObject({ ok: true })
  expect(await vault.unlock(passphrase)).toEqual({ ok: true, value: null })
  expect((await valueOf(doorOf(vault).agencies.list({}))).map(({ notes }) => notes)).toEqual(['', '', ''])
  vault.close()
})

test('of a journal with one damaged page the others are put back: nothing is lost but what that page held', async () => {
  const crashed = await crashedCopyOf(folder)
  spoilJournal(crashed, 0.1)
  const vault = vaultOf(crashed, quickCost)
  expect(await vault.unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'storeDamaged' } })
  const salvaged = await vault.restoring.salvage(secret)
  expect(salvaged).toMatchObject({ ok: true, value: { lost: 0, holds: { referrals, agencies: 3 } } })
  vault.restoring.forget()
})

test('what can be read is saved where the journal of a crash is damaged, and both files are kept', async () => {
  const crashed = await crashedCopyOf(folder)
  spoilJournal(crashed)
  const before = filesOf(crashed)
  const vault = vaultOf(crashed, quickCost)
  expect(await vault.unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'storeDamaged' } })
  const salvaged = await vault.restoring.salvage(secret)
  expect(salvaged).toMatchObject({ ok: true, value: { holds: { agencies: 3 } } })
  expect(filesOf(crashed)).toEqual(before)
  expect(vault.restoring.commit()).toMatchObject({ ok: true })
  expect(readdirSync(crashed).filter((name) => /store\.damaged-\d{8}-\d{6}(-journal)?$/.test(name))).toHaveLength(2)
  expect(await vault.unlock(passphrase)).toEqual({ ok: true, value: null })
  vault.close()
})
