import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { keptSuffix } from '../../../../main/vault/restoring/replace-files.ts'
import { sealedRequests } from '../../../../main/vault/sealed-requests.ts'
import { type Vault, vaultOf } from '../../../../main/vault/vault.ts'
import { doorOf, openVault, passphrase, quickCost, reopen, temporaryFolder, valueOf } from '../../../support/open-vault.ts'

const secret = { kind: 'passphrase', passphrase } as const
const clock = new Date('2026-11-26T10:00:00Z')
const agency = 'Made after the backup'

/** A backup from before the data key was renewed, and a restore of it that stops half-way, since a name cannot be given to the old key file. */
async function cutOff() {
  const { vault, door, folder } = await openVault()
  const stick = temporaryFolder()
  await vault.run('backups.make', undefined, stick)
  await valueOf(door.agencies.add({ name: agency, sector: 'other', isCore: false }))
  const shown = await valueOf(door.keys.prepareRenewal({ current: passphrase }))
  await valueOf(door.keys.confirm({ typedGroups: shown.askedGroups.map((index) => ({ index, text: shown.recoveryGroups[index] ?? '' })) }))
  const path = join(stick, readdirSync(stick)[0] ?? '')
  const again = await reopen(folder)
  await again.restoring.choose({ path })
  expect(await again.restoring.rehearse(secret)).toMatchObject({ ok: true })
  const inTheWay = join(folder, `caseboard.key.${keptSuffix('before-restore', clock)}`)
  mkdirSync(join(inTheWay, 'full'), { recursive: true })
  return { vault: again, folder, path, free: () => rmSync(inTheWay, { recursive: true }) }
}

async function isRestored(vault: Vault): Promise<boolean> {
  expect(await vault.unlock(passphrase)).toEqual({ ok: true, value: null })
  const names = (await valueOf(doorOf(vault).agencies.list({ includeArchived: true }))).map(({ name }) => name)
  vault.close()
  return names.length === 3 && !names.includes(agency)
}

test('a restore that a failing rename has cut off says so, and goes on at the next start', async () => {
  const { vault, folder, free } = await cutOff()
  expect(vault.restoring.commit(clock)).toEqual({ ok: false, refusal: { code: 'restoreUnfinished' } })
  expect(await vaultOf(folder, quickCost).unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'diskFails' } })
  free()
  expect(await isRestored(vaultOf(folder, quickCost))).toBe(true)
  expect(readdirSync(folder).filter((name) => /incoming|\.restore$/.test(name))).toEqual([])
})

const steps: Readonly<Record<string, (vault: Vault, path: string) => unknown>> = {
  'locking or quitting': (vault) => vault.close(),
  'leaving everything as it is': (vault) => vault.restoring.forget(),
  'choosing the backup again': async (vault, path) =>
    expect(await vault.restoring.choose({ path })).toEqual({ ok: false, refusal: { code: 'diskFails' } }),
  'the secret again': async (vault) =>
    expect(await vault.restoring.rehearse(secret)).toEqual({ ok: false, refusal: { code: 'diskFails' } }),
  'saving what can be read': async (vault) =>
    expect(await vault.restoring.salvage(secret)).toEqual({ ok: false, refusal: { code: 'diskFails' } }),
  'committing again': (vault) => expect(vault.restoring.commit(clock)).toEqual({ ok: false, refusal: { code: 'restoreNotReady' } }),
}

for (const [what, step] of Object.entries(steps))
  test(`after a restore was cut off, ${what} takes nothing away that it needs`, async () => {
    const { vault, folder, path, free } = await cutOff()
    vault.restoring.commit(clock)
    await step(vault, path)
    vault.close()
    free()
    expect(await isRestored(vaultOf(folder, quickCost))).toBe(true)
  })

test('a restore that was cut off is gone on with by whatever step comes next', async () => {
  const { vault, path, free } = await cutOff()
  vault.restoring.commit(clock)
  free()
  expect(await vault.restoring.choose({ path })).toMatchObject({ ok: true })
  expect(await vault.restoring.rehearse(secret)).toMatchObject({ ok: true, value: { present: { kind: 'read', backupIs: 'earlier' } } })
  vault.restoring.forget()
  expect(await isRestored(vault)).toBe(true)
})

test('the window is locked when a restore is cut off: the records that it showed are closed', async () => {
  const { vault, folder } = await cutOff()
  const run = sealedRequests(vault, folder)
  vi.useFakeTimers({ toFake: ['Date'], now: clock })
  expect(await run('restore.commit', undefined)).toEqual({
    reply: { ok: false, refusal: { code: 'restoreUnfinished' } },
    outcome: { ok: true, now: 'restored' },
  })
  vi.useRealTimers()
})
