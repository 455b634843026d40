import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refer } from '../../../support/meeting-room.ts'
import { doorOf, openVault, passphrase, reopen, temporaryFolder, valueOf, type OpenVault } from '../../../support/open-vault.ts'

const secret = { kind: 'passphrase', passphrase } as const
const another = 'eleven brass teapots sing under Marrowgate'
const outdated = { ok: false, refusal: { code: 'restoreOutdated' } }

const changes: Readonly<Record<string, (opened: OpenVault) => Promise<unknown>>> = {
  'a record that was saved': ({ door }) => valueOf(door.agencies.add({ name: 'After the salvage', sector: 'other', isCore: false })),
  'a passphrase that was changed': ({ door }) => valueOf(door.keys.changeMyPassphrase({ current: passphrase, passphrase: another })),
}

for (const [what, change] of Object.entries(changes))
  test(`${what} after what can be read was saved is not thrown away: nothing is replaced, and it is said why`, async () => {
    const opened = await openVault()
    await refer(opened, 1)
    const { restoring } = opened.vault
    expect(await restoring.salvage(secret)).toMatchObject({ ok: true })
    await change(opened)
    expect(restoring.commit()).toEqual(outdated)
    expect(readdirSync(opened.folder).filter((name) => /damaged|incoming/.test(name))).toEqual([])
    // The records stay open, and the same can be begun again.
    expect((await opened.door.agencies.list({})).ok).toBe(true)
    const now = what.includes('passphrase') ? another : passphrase
    expect(await restoring.salvage({ kind: 'passphrase', passphrase: now })).toMatchObject({ ok: true })
    expect(restoring.commit()).toEqual({ ok: true, value: null })
    expect(await opened.vault.unlock(now)).toEqual({ ok: true, value: null })
    opened.vault.close()
  })

test('a rehearsal whose comparison is no longer true is not carried out', async () => {
  const opened = await openVault()
  const stick = temporaryFolder()
  await opened.vault.run('backups.make', undefined, stick)
  const path = join(stick, readdirSync(stick)[0] ?? '')
  const { restoring } = opened.vault
  await restoring.choose({ path })
  await restoring.rehearse(secret)
  await refer(opened, 1)
  expect(restoring.commit()).toEqual(outdated)
  await restoring.rehearse(secret)
  expect(restoring.commit()).toEqual({ ok: true, value: null })
})

test('what was only looked at, or refused, after a rehearsal changes nothing: it is carried out', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1)
  const stick = temporaryFolder()
  await opened.vault.run('backups.make', undefined, stick)
  const { restoring } = opened.vault
  await restoring.choose({ path: join(stick, readdirSync(stick)[0] ?? '') })
  await restoring.rehearse(secret)
  await valueOf(opened.door.cases.get({ id: caseId }))
  await valueOf(opened.door.search.find({ text: 'sorrel' }))
  expect((await opened.door.cases.get({ id: caseId + 1 })).ok).toBe(false)
  expect(restoring.commit()).toEqual({ ok: true, value: null })
})

test('what was prepared at the lock is not put in the place of records that were opened meanwhile', async () => {
  const { vault, folder } = await openVault()
  vault.close()
  const again = await reopen(folder)
  again.close()
  expect(await again.restoring.salvage(secret)).toMatchObject({ ok: true })
  expect(await again.unlock(passphrase)).toEqual({ ok: true, value: null })
  await valueOf(doorOf(again).agencies.list({}))
  expect(again.restoring.commit()).toEqual(outdated)
  again.close()
})
