import type { Role } from '#domain/role.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKeyFile } from '../../../../main/vault/keys/key-file-store.ts'
import { encodeKeyFile } from '../../../../main/vault/keys/key-file.ts'
import { vaultOf } from '../../../../main/vault/vault.ts'
import { refer } from '../../../support/meeting-room.ts'
import {
  doorOf,
  makeVault,
  openVault,
  type OpenVault,
  passphrase,
  quickCost,
  refusalOf,
  temporaryFolder,
  valueOf,
} from '../../../support/open-vault.ts'
import { openMadeStoreWith } from '../../../support/look-inside.ts'

const deputyPassphrase = 'eleven copper kettles sing at dusk'
const current = passphrase

function keyFileOf(folder: string) {
  const reading = readKeyFile(folder)
  if (reading.kind !== 'read') throw new Error(`the key file is ${reading.kind}`)
  return reading.keyFile
}

async function opensWith(folder: string, secret: string): Promise<boolean> {
  const vault = vaultOf(folder, quickCost)
  const unlocked = await vault.unlock(secret)
  vault.close()
  if (unlocked.ok) return true
  expect(unlocked.refusal.code).toBe('wrongPassphrase')
  return false
}

async function addHolder({ door }: Pick<OpenVault, 'door'>, role: Role, secret = deputyPassphrase, name = 'Barnaby Thistledown') {
  return (await valueOf(door.keys.add({ current, name, role, passphrase: secret }))).slotId
}

describe('people with access', () => {
  test('the first holder is the coordinator of the first run, by the name that she gave', async () => {
    const { door, vault } = await openVault()
    const { holders, recoveryKeySince } = await valueOf(door.keys.holders())
    expect(holders).toEqual([expect.objectContaining({ name: 'Petra Quillpusher', role: 'coordinator', isMe: true, changedAt: null })])
    expect(recoveryKeySince).toMatch(/^20/)
    expect(await valueOf(door.keys.me())).toMatchObject({ name: 'Petra Quillpusher', role: 'coordinator', openedWith: 'passphrase' })
    vault.close()
  })

  test('somebody added unlocks with a passphrase of her own, and what she does is hers in history and log', async () => {
    const opened = await openVault()
    const { folder } = opened
    const slotId = await addHolder(opened, 'deputy')
    opened.vault.close()

    const vault = vaultOf(folder, quickCost)
    expect(await vault.unlock(deputyPassphrase)).toEqual({ ok: true, value: null })
    const door = doorOf(vault)
    expect(await valueOf(door.keys.me())).toEqual({ slotId, name: 'Barnaby Thistledown', role: 'deputy', openedWith: 'passphrase' })
    await refer({ ...opened, vault, door }, 1)
    vault.close()

    const store = await openMadeStoreWith(folder, passphrase)
    const entries = store.all<{ operation: string; actor: string; slot: string }>(
      "SELECT operation, actor, slot FROM audit_entries WHERE operation <> 'vault.lock' ORDER BY seq",
    )
    expect(entries.at(-1)).toEqual({ operation: 'referrals.record', actor: 'Barnaby Thistledown', slot: slotId })
    expect(entries.find(({ operation }) => operation === 'keys.add')).toMatchObject({ actor: 'Petra Quillpusher' })
    store.close()
  })

  test('a wrong current passphrase is refused, counted as at the lock, and changes nothing', async () => {
    const { door, folder, vault } = await openVault()
    const before = readFileSync(join(folder, 'caseboard.key'), 'utf8')
    const wrong = { current: 'not the passphrase at all', name: 'Nobody', role: 'deputy' as const, passphrase: deputyPassphrase }
    for (const waitSeconds of [0, 0, 0, 2]) expect(await refusalOf(door.keys.add(wrong))).toEqual({ code: 'wrongPassphrase', waitSeconds })
    expect(await refusalOf(door.keys.add({ ...wrong, current }))).toEqual({ code: 'waitBeforeRetry', waitSeconds: 2 })
    expect(readFileSync(join(folder, 'caseboard.key'), 'utf8')).toBe(before)
    expect((await valueOf(door.keys.holders())).holders).toHaveLength(1)
    vault.close()
  })

  test('a weak passphrase, the team’s name and one that opens already are refused', async () => {
    const opened = await openVault()
    const add = (secret: string) => refusalOf(opened.door.keys.add({ current, name: 'Barnaby', role: 'deputy', passphrase: secret }))
    expect(await add('password password')).toEqual({ code: 'weakPassphrase', advice: 'common' })
    expect(await add('Quillhaven Quillhaven 1')).toMatchObject({ code: 'weakPassphrase' })
    expect(await add(passphrase)).toEqual({ code: 'passphraseTaken' })
    await addHolder(opened, 'deputy')
    expect(await refusalOf(opened.door.keys.changeMyPassphrase({ current, passphrase: deputyPassphrase }))).toEqual({
      code: 'passphraseTaken',
    })
    opened.vault.close()
  })

  test('all passphrases of a file cost one derivation to try', async () => {
    const opened = await openVault()
    await addHolder(opened, 'deputy')
    await addHolder(opened, 'readOnly', 'nine quiet herons under the bridge')
    const salts = keyFileOf(opened.folder)
      .slots.filter(({ kind }) => kind === 'passphrase')
      .map(({ kdf }) => kdf.salt)
    expect(new Set(salts).size).toBe(1)
    expect(salts).toHaveLength(3)
    opened.vault.close()
  })

  test('there is an end to the number of holders', async () => {
    const { door, folder, vault } = await openVault()
    const keyFile = keyFileOf(folder)
    const [first] = keyFile.slots
    if (!first) throw new Error('no slot')
    const more = Array.from({ length: 14 }, (_, index) => ({ ...first, id: `00000000000000${String(index).padStart(2, '0')}` }))
    for (const name of ['caseboard.key', 'caseboard.key.copy'])
      writeFileSync(join(folder, name), encodeKeyFile({ ...keyFile, slots: [...keyFile.slots, ...more] }))
    expect(await refusalOf(door.keys.add({ current, name: 'One More', role: 'deputy', passphrase: deputyPassphrase }))).toEqual({
      code: 'tooManyHolders',
      limit: 15,
    })
    vault.close()
  })
})

describe('a passphrase', () => {
  test('is changed by its holder: the new one opens, the old one does not, and nothing else in the file has changed', async () => {
    const opened = await openVault()
    const before = keyFileOf(opened.folder)
    await valueOf(opened.door.keys.changeMyPassphrase({ current, passphrase: deputyPassphrase }))
    const after = keyFileOf(opened.folder)
    expect(after.slots.map(({ id }) => id)).toEqual(before.slots.map(({ id }) => id))
    expect(after.slots[1]).toEqual(before.slots[1])
    expect(after.vaultId).toBe(before.vaultId)
    opened.vault.close()
    expect(readFileSync(join(opened.folder, 'caseboard.key'))).toEqual(readFileSync(join(opened.folder, 'caseboard.key.copy')))
    expect(await opensWith(opened.folder, passphrase)).toBe(false)
    expect(await opensWith(opened.folder, deputyPassphrase)).toBe(true)
  })

  test('is changed by a deputy too, and by who may only look', async () => {
    for (const role of ['deputy', 'readOnly'] as const) {
      const opened = await openVault()
      await addHolder(opened, role)
      opened.vault.close()
      const vault = vaultOf(opened.folder, quickCost)
      await vault.unlock(deputyPassphrase)
      await valueOf(doorOf(vault).keys.changeMyPassphrase({ current: deputyPassphrase, passphrase: 'fourteen lost umbrellas in April' }))
      vault.close()
      expect(await opensWith(opened.folder, 'fourteen lost umbrellas in April')).toBe(true)
      expect(await opensWith(opened.folder, passphrase)).toBe(true)
    }
  })

  test('that was forgotten is set anew by the coordinator', async () => {
    const opened = await openVault()
    const slotId = await addHolder(opened, 'deputy')
    await valueOf(opened.door.keys.resetPassphrase({ current, slotId, passphrase: 'fourteen lost umbrellas in April' }))
    opened.vault.close()
    expect(await opensWith(opened.folder, deputyPassphrase)).toBe(false)
    expect(await opensWith(opened.folder, 'fourteen lost umbrellas in April')).toBe(true)
  })

  test('that the coordinator forgot is set anew after unlocking with the recovery key', async () => {
    const opened = await openVault()
    opened.vault.close()
    const vault = vaultOf(opened.folder, quickCost)
    await vault.unlockWithRecoveryKey(opened.recoveryKey)
    const door = doorOf(vault)
    expect(await valueOf(door.keys.me())).toMatchObject({ name: 'Recovery key', role: 'coordinator', openedWith: 'recovery' })
    const [{ slotId } = { slotId: '' }] = (await valueOf(door.keys.holders())).holders
    const passphraseOf = (secret: string) => ({ current: secret, slotId, passphrase: deputyPassphrase })
    expect(await refusalOf(door.keys.resetPassphrase(passphraseOf(passphrase)))).toMatchObject({ code: 'wrongPassphrase' })
    expect(await refusalOf(door.keys.changeMyPassphrase({ current: opened.recoveryKey, passphrase: deputyPassphrase }))).toMatchObject({
      code: 'notFound',
    })
    await valueOf(door.keys.resetPassphrase(passphraseOf(opened.recoveryKey)))
    vault.close()
    expect(await opensWith(opened.folder, deputyPassphrase)).toBe(true)
  })
})

describe('taking a way in away', () => {
  test('the passphrase no longer opens', async () => {
    const opened = await openVault()
    const slotId = await addHolder(opened, 'deputy')
    await valueOf(opened.door.keys.remove({ current, slotId }))
    expect((await valueOf(opened.door.keys.holders())).holders).toHaveLength(1)
    expect(await refusalOf(opened.door.keys.remove({ current, slotId }))).toEqual({ code: 'notFound', what: 'holder' })
    opened.vault.close()
    expect(await opensWith(opened.folder, deputyPassphrase)).toBe(false)
  })

  test('nobody takes away her own, the last coordinator’s, or the recovery key', async () => {
    const opened = await openVault()
    const me = await valueOf(opened.door.keys.me())
    expect(await refusalOf(opened.door.keys.remove({ current, slotId: me.slotId }))).toEqual({ code: 'ownWayIn' })
    const recovery = keyFileOf(opened.folder).slots.find(({ kind }) => kind === 'recovery')?.id ?? ''
    expect(await refusalOf(opened.door.keys.remove({ current, slotId: recovery }))).toEqual({ code: 'notFound', what: 'holder' })
    opened.vault.close()

    const vault = vaultOf(opened.folder, quickCost)
    await vault.unlockWithRecoveryKey(opened.recoveryKey)
    const byRecovery = doorOf(vault)
    expect(await refusalOf(byRecovery.keys.remove({ current: opened.recoveryKey, slotId: me.slotId }))).toEqual({ code: 'lastCoordinator' })
    vault.close()
    expect(await opensWith(opened.folder, passphrase)).toBe(true)
  })

  test('a slot that the store did not know of, and one that is gone, are noted at the next unlock', async () => {
    const opened = await openVault()
    const before = readFileSync(join(opened.folder, 'caseboard.key'))
    const slotId = await addHolder(opened, 'deputy')
    const after = readFileSync(join(opened.folder, 'caseboard.key'))
    const put = (bytes: Buffer) => {
      for (const name of ['caseboard.key', 'caseboard.key.copy']) writeFileSync(join(opened.folder, name), bytes)
    }
    opened.vault.close()
    put(before)
    expect(await opensWith(opened.folder, passphrase)).toBe(true)
    put(after)
    expect(await opensWith(opened.folder, passphrase)).toBe(true)
    const store = await openMadeStoreWith(opened.folder, passphrase)
    const told = store.all<{ operation: string; subject: string }>(
      "SELECT operation, subject FROM audit_entries WHERE operation IN ('keys.gone', 'keys.found') ORDER BY seq",
    )
    expect(told).toEqual([
      { operation: 'keys.gone', subject: `slotId=${slotId}` },
      { operation: 'keys.found', subject: `slotId=${slotId}` },
    ])
    store.close()
  })
})

test('wrong passphrases at the lock are noted with the unlock that follows, each for itself', async () => {
  const folder = temporaryFolder()
  const { vault } = await makeVault(folder)
  vault.close()
  const again = vaultOf(folder, quickCost)
  for (const wrong of ['wrong one of some length', 'wrong two of some length']) await again.unlock(wrong)
  await again.unlock(passphrase)
  again.close()
  const store = await openMadeStoreWith(folder, passphrase)
  expect(store.all('SELECT operation, subject, outcome FROM audit_entries ORDER BY seq')).toEqual([
    expect.objectContaining({ operation: 'vault.create' }),
    expect.objectContaining({ operation: 'vault.lock' }),
    { operation: 'vault.unlockFailed', subject: 'way=passphrase', outcome: 'refused:wrongPassphrase' },
    { operation: 'vault.unlockFailed', subject: 'way=passphrase', outcome: 'refused:wrongPassphrase' },
    expect.objectContaining({ operation: 'vault.unlock', outcome: 'done' }),
    expect.objectContaining({ operation: 'vault.lock' }),
  ])
  store.close()
})
