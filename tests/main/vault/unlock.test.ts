import { existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { vaultOf } from '../../../main/vault/vault.ts'
import { openVault, type OpenVault, passphrase, quickCost, temporaryFolder } from '../../support/open-vault.ts'

describe('the first run', () => {
  test('writes nothing until the recovery key has been typed back', async () => {
    const folder = temporaryFolder()
    const vault = vaultOf(folder, quickCost)
    expect(vault.status()).toEqual({ kind: 'empty', folder: 'writable' })
    const prepared = await vault.prepare(passphrase)
    if (!prepared.ok) throw new Error(prepared.refusal.code)
    const { recoveryGroups, askedGroups } = prepared.value
    expect(readdirSync(folder)).toEqual([])
    const [first = 0, ...others] = askedGroups
    const typed = others.map((index) => ({ index, text: recoveryGroups[index] ?? '' }))
    expect(vault.create([{ index: first, text: 'ABCD' }, ...typed])).toEqual({
      ok: false,
      refusal: { code: 'recoveryGroupsDiffer', groups: [first] },
    })
    expect(vault.create([])).toMatchObject({ refusal: { groups: askedGroups } })
    expect(readdirSync(folder)).toEqual([])
    expect(vault.create([{ index: first, text: ` ${(recoveryGroups[first] ?? '').toLowerCase()} ` }, ...typed])).toEqual({
      ok: true,
      value: null,
    })
    vault.close()
    expect(readdirSync(folder).toSorted()).toEqual(['caseboard.key', 'caseboard.key.copy', 'caseboard.store', 'caseboard.witness'])
  })

  test('asks for three groups, never for the one that only checks the others', async () => {
    const vault = vaultOf(temporaryFolder(), quickCost)
    const prepared = await vault.prepare(passphrase)
    if (!prepared.ok) throw new Error(prepared.refusal.code)
    expect(new Set(prepared.value.askedGroups).size).toBe(3)
    expect(Math.max(...prepared.value.askedGroups)).toBeLessThan(prepared.value.recoveryGroups.length - 1)
  })

  test('refuses a weak passphrase with advice, and a folder that has a vault', async () => {
    expect(await vaultOf(temporaryFolder(), quickCost).prepare('password password')).toEqual({
      ok: false,
      refusal: { code: 'weakPassphrase', advice: 'common' },
    })
    const { vault, folder } = await openVault()
    vault.close()
    expect(await vaultOf(folder, quickCost).prepare(passphrase)).toMatchObject({ refusal: { code: 'vaultAlreadyThere' } })
  })

  test('that was cut off after the key file was written is finished at the next unlock', async () => {
    const { vault, folder } = await openVault()
    vault.close()
    renameSync(join(folder, 'caseboard.store'), join(folder, 'caseboard.store.new'))
    const again = vaultOf(folder, quickCost)
    expect(again.status()).toEqual({ kind: 'locked' })
    expect(await again.unlock(passphrase)).toEqual({ ok: true, value: null })
    again.close()
  })

  test('that was cut off before the key file was written is a first run again', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'caseboard.store.new'), 'half a store')
    expect(vaultOf(folder, quickCost).status()).toEqual({ kind: 'empty', folder: 'writable' })
  })
})

describe('unlocking', () => {
  let opened: OpenVault
  const again = () => vaultOf(opened.folder, quickCost)
  beforeEach(async () => {
    opened = await openVault()
    opened.vault.close()
  })

  test('nothing is answered before, and nothing after locking', async () => {
    const vault = again()
    expect((await vault.run('agencies.list', {})).reply).toEqual({ ok: false, refusal: { code: 'locked' } })
    await vault.unlock(passphrase)
    expect((await vault.run('agencies.list', {})).reply).toMatchObject({ ok: true })
    vault.close()
    expect((await vault.run('agencies.list', {})).reply).toEqual({ ok: false, refusal: { code: 'locked' } })
  })

  test('with a wrong passphrase is refused as that, and counted', async () => {
    const vault = again()
    for (const waitSeconds of [0, 0, 0, 2])
      expect(await vault.unlock('another passphrase entirely')).toEqual({ ok: false, refusal: { code: 'wrongPassphrase', waitSeconds } })
    // The right one has to wait as well, in a new process too.
    expect(await again().unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'waitBeforeRetry', waitSeconds: 2 } })
    rmSync(join(opened.folder, 'caseboard.attempts'))
    expect(await vault.unlock(passphrase)).toEqual({ ok: true, value: null })
    expect(existsSync(join(opened.folder, 'caseboard.attempts'))).toBe(false)
    vault.close()
  })

  test('with the recovery key works however it is typed, and with another one does not', async () => {
    const vault = again()
    expect(await vault.unlockWithRecoveryKey(opened.recoveryKey.replace(/^./, '~'))).toMatchObject({ refusal: { code: 'wrongPassphrase' } })
    expect(await vault.unlockWithRecoveryKey(opened.recoveryKey.toLowerCase().replaceAll(' ', '-'))).toEqual({ ok: true, value: null })
    vault.close()
  })

  test('the passphrase is not a recovery key, nor the other way round', async () => {
    expect(await again().unlockWithRecoveryKey(passphrase)).toMatchObject({ refusal: { code: 'wrongPassphrase' } })
    expect(await again().unlock(opened.recoveryKey)).toMatchObject({ refusal: { code: 'wrongPassphrase' } })
  })

  test('works from the second copy of the key file when the first is damaged', async () => {
    writeFileSync(join(opened.folder, 'caseboard.key'), '{"body": "spoilt')
    const vault = again()
    expect(vault.status()).toEqual({ kind: 'locked' })
    expect(await vault.unlock(passphrase)).toEqual({ ok: true, value: null })
    vault.close()
  })

  const keyFiles = ['caseboard.key', 'caseboard.key.copy']
  test('a missing key file, a damaged one and a later one are told apart, without asking the passphrase', async () => {
    for (const name of keyFiles) writeFileSync(join(opened.folder, name), 'nonsense')
    expect(again().status()).toEqual({ kind: 'broken', problem: 'keyFileDamaged' })
    expect(await again().unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'keyFileDamaged' } })

    const body = JSON.stringify({ format: 'caseboard-key', version: 9 })
    for (const name of keyFiles)
      writeFileSync(join(opened.folder, name), JSON.stringify({ body, sha256: createHash('sha256').update(body).digest('hex') }))
    expect(await again().unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'keyFileNewer' } })

    for (const name of keyFiles) rmSync(join(opened.folder, name))
    expect(again().status()).toEqual({ kind: 'broken', problem: 'keyFileMissing' })
    expect(await again().unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'keyFileMissing' } })
  })

  test('a missing store and a damaged one are told apart, and a damaged one counts as no wrong passphrase', async () => {
    const store = join(opened.folder, 'caseboard.store')
    const bytes = readFileSync(store)
    truncateSync(store, 4096 * 3 + 17)
    expect(await again().unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'storeDamaged' } })
    bytes[100] = (bytes[100] ?? 0) ^ 0x40
    writeFileSync(store, bytes)
    expect(await again().unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'storeDamaged' } })
    rmSync(store)
    expect(again().status()).toEqual({ kind: 'broken', problem: 'storeMissing' })
    expect(await again().unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'storeMissing' } })
    expect(existsSync(join(opened.folder, 'caseboard.attempts'))).toBe(false)
  })

  test('the store of another vault does not open with this one’s key', async () => {
    const folder = temporaryFolder()
    const other = vaultOf(folder, quickCost)
    const prepared = await other.prepare(passphrase)
    if (!prepared.ok) throw new Error(prepared.refusal.code)
    other.create(prepared.value.askedGroups.map((index) => ({ index, text: prepared.value.recoveryGroups[index] ?? '' })))
    other.close()
    writeFileSync(join(opened.folder, 'caseboard.store'), readFileSync(join(folder, 'caseboard.store')))
    expect(await again().unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'storeDamaged' } })
  })

  test('a store that is open elsewhere is said to be', async () => {
    const first = again()
    await first.unlock(passphrase)
    expect(await again().unlock(passphrase)).toEqual({ ok: false, refusal: { code: 'storeInUse' } })
    first.close()
  })
})

test('attempts sent at once wait for each other: all but the first few are told to wait', async () => {
  const { folder, vault } = await openVault()
  vault.close()
  const shut = vaultOf(folder, quickCost)
  const replies = await Promise.all(Array.from({ length: 6 }, () => shut.unlock('not the right words at all')))
  expect(replies.some((reply) => !reply.ok && reply.refusal.code === 'waitBeforeRetry')).toBe(true)
})
