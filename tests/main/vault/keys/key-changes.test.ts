import type { RecoveryGroups } from '#contract'
import { openStore } from '#db'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { firstBrokenEntry } from '../../../../main/vault/audit.ts'
import { subkey } from '../../../../main/vault/keys/slots.ts'
import { vaultOf } from '../../../../main/vault/vault.ts'
import { dataKeyOf, openMadeStoreWith } from '../../../support/look-inside.ts'
import { refer } from '../../../support/meeting-room.ts'
import { doorOf, openVault, type OpenVault, passphrase, quickCost, refusalOf, valueOf } from '../../../support/open-vault.ts'

const current = passphrase
const another = 'eleven copper kettles sing at dusk'
const typed = ({ recoveryGroups, askedGroups }: RecoveryGroups) => ({
  typedGroups: askedGroups.map((index) => ({ index, text: recoveryGroups[index] ?? '' })),
})

async function opens(folder: string, by: { readonly passphrase: string } | { readonly recoveryKey: string }): Promise<boolean> {
  const vault = vaultOf(folder, quickCost)
  const unlocked = 'passphrase' in by ? await vault.unlock(by.passphrase) : await vault.unlockWithRecoveryKey(by.recoveryKey)
  vault.close()
  if (!unlocked.ok) expect(unlocked.refusal.code).toBe('wrongPassphrase')
  return unlocked.ok
}

describe('a new recovery key', () => {
  test('counts once it has been typed back, and then the old one no longer opens', async () => {
    const opened = await openVault()
    const { door, folder } = opened
    const before = readFileSync(join(folder, 'caseboard.key'))
    const shown = await valueOf(door.keys.prepareRecoveryKey({ current }))
    expect(readFileSync(join(folder, 'caseboard.key'))).toEqual(before)
    expect(opened.vault.recoveryKeySheet()).toMatchObject({ ok: true, value: expect.stringContaining(shown.recoveryGroups[0] ?? '?') })
    const [first = 0] = shown.askedGroups
    const wrong = typed(shown).typedGroups.map((group) => (group.index === first ? { ...group, text: 'AAAA' } : group))
    expect(await refusalOf(door.keys.confirm({ typedGroups: wrong }))).toEqual({ code: 'recoveryGroupsDiffer', groups: [first] })
    expect(await valueOf(door.keys.confirm(typed(shown)))).toEqual({ done: 'recoveryKey', endsSession: false })
    expect(await refusalOf(door.keys.confirm(typed(shown)))).toEqual({ code: 'nothingPrepared' })
    opened.vault.close()
    expect(await opens(folder, { recoveryKey: opened.recoveryKey })).toBe(false)
    expect(await opens(folder, { recoveryKey: shown.recoveryGroups.join(' ') })).toBe(true)
    expect(await opens(folder, { passphrase })).toBe(true)
  })

  test('that was only prepared is forgotten when the vault locks, or another change was made', async () => {
    const opened = await openVault()
    const shown = await valueOf(opened.door.keys.prepareRecoveryKey({ current }))
    await valueOf(opened.door.keys.changeMyPassphrase({ current, passphrase: another }))
    expect(await refusalOf(opened.door.keys.confirm(typed(shown)))).toEqual({ code: 'nothingPrepared' })
    opened.vault.close()
    expect(await opens(opened.folder, { recoveryKey: shown.recoveryGroups.join('') })).toBe(false)
  })
})

describe('handing over', () => {
  const handOver = async ({ door }: OpenVault, secret = another) => {
    const { slotId } = await valueOf(door.keys.me())
    return door.keys.prepareHandOver({ current, leaverSlotId: slotId, name: 'Ottoline Weathervane', passphrase: secret })
  }

  test('puts the new coordinator in the place of the leaver, with a new recovery key, all at once', async () => {
    const opened = await openVault()
    const shown = await valueOf(handOver(opened))
    expect(await valueOf(opened.door.keys.confirm(typed(shown)))).toEqual({ done: 'handOver', endsSession: true })
    opened.vault.close()
    expect(await opens(opened.folder, { passphrase })).toBe(false)
    expect(await opens(opened.folder, { recoveryKey: opened.recoveryKey })).toBe(false)
    expect(await opens(opened.folder, { recoveryKey: shown.recoveryGroups.join(' ') })).toBe(true)

    const vault = vaultOf(opened.folder, quickCost)
    await vault.unlock(another)
    const door = doorOf(vault)
    expect((await valueOf(door.settings.get()))?.coordinatorName).toBe('Ottoline Weathervane')
    expect((await valueOf(door.keys.holders())).holders).toEqual([
      expect.objectContaining({ name: 'Ottoline Weathervane', role: 'coordinator', isMe: true }),
    ])
    vault.close()
    const store = await openMadeStoreWith(opened.folder, another)
    const entry = store.get<{ subject: string; actor: string }>("SELECT subject, actor FROM audit_entries WHERE operation = 'keys.confirm'")
    expect(entry?.subject).toMatch(/^change=handOver leaverSlotId=[0-9a-f]{16} slotId=[0-9a-f]{16}$/)
    expect(entry?.actor).toBe('Petra Quillpusher')
    store.close()
  })

  test('keeps the deputy, and refuses a passphrase that is weak or known', async () => {
    const opened = await openVault()
    await valueOf(opened.door.keys.add({ current, name: 'Barnaby', role: 'deputy', passphrase: 'nine quiet herons under the bridge' }))
    expect(await refusalOf(handOver(opened, passphrase))).toEqual({ code: 'passphraseTaken' })
    expect(await refusalOf(handOver(opened, 'short'))).toMatchObject({ code: 'weakPassphrase' })
    await valueOf(opened.door.keys.confirm(typed(await valueOf(handOver(opened)))))
    opened.vault.close()
    expect(await opens(opened.folder, { passphrase: 'nine quiet herons under the bridge' })).toBe(true)
  })
})

describe('renewing the data key', () => {
  /** A vault with a case, a deputy, and a renewal that waits for the recovery key. */
  async function prepared() {
    const opened = await openVault()
    await refer(opened, 1)
    await valueOf(opened.door.keys.add({ current, name: 'Barnaby', role: 'deputy', passphrase: another }))
    const oldKey = await dataKeyOf(opened.folder, passphrase)
    const shown = await valueOf(opened.door.keys.prepareRenewal({ current }))
    return { ...opened, oldKey, shown }
  }

  test('encrypts everything anew: the old data key, the old recovery key and the others’ passphrases open nothing', async () => {
    const { vault, door, folder, oldKey, shown, recoveryKey } = await prepared()
    expect(await valueOf(door.keys.confirm(typed(shown)))).toEqual({ done: 'renewal', endsSession: true })
    // Nothing is answered any more, whether main locks or not.
    expect(await refusalOf(door.cases.list({}))).toEqual({ code: 'locked' })
    vault.close()
    expect(openStore(join(folder, 'caseboard.store'), subkey(oldKey, 'store'))).toEqual({ ok: false, failure: { kind: 'damaged' } })
    expect(readdirSync(folder).filter((name) => name.includes('renewed') || name.endsWith('-journal'))).toEqual([])
    expect(await opens(folder, { passphrase: another })).toBe(false)
    expect(await opens(folder, { recoveryKey })).toBe(false)
    expect(await opens(folder, { recoveryKey: shown.recoveryGroups.join('') })).toBe(true)

    const again = vaultOf(folder, quickCost)
    expect(await again.unlock(passphrase)).toEqual({ ok: true, value: null })
    expect((await valueOf(doorOf(again).cases.list({}))).total).toBe(1)
    expect((await valueOf(doorOf(again).keys.holders())).holders).toHaveLength(1)
    again.close()
  })

  test('keeps the log’s chain whole over the change of keys, and a change on either side of it shows', async () => {
    const { vault, door, folder, shown } = await prepared()
    await valueOf(door.keys.confirm(typed(shown)))
    vault.close()
    const key = subkey(await dataKeyOf(folder, passphrase), 'audit')
    const store = await openMadeStoreWith(folder, passphrase)
    const { last } = store.get<{ last: number }>('SELECT last_audit_seq AS last FROM former_keys') ?? { last: 0 }
    expect(last).toBeGreaterThan(3)
    expect(firstBrokenEntry(store, key)).toBeNull()
    store.write((db) => {
      db.run('DROP TRIGGER audit_entries_keep')
      db.run('UPDATE audit_entries SET actor = :actor WHERE seq = :seq', { actor: 'Somebody', seq: last })
    })
    expect(firstBrokenEntry(store, key)).toBe(last)
    store.close()
  })

  test('takes back a list that went out before it', async () => {
    // The seal of the former key is looked for; see the sharing tests for a whole list.
    const { vault, door, folder, oldKey, shown } = await prepared()
    await valueOf(door.keys.confirm(typed(shown)))
    vault.close()
    const store = await openMadeStoreWith(folder, passphrase)
    const former = store.get<{ seal: Buffer }>('SELECT seal_key AS seal FROM former_keys')
    expect(former?.seal.equals(subkey(oldKey, 'seal'))).toBe(true)
    store.close()
  })

  test('is not offered to who came in by the recovery key: she has no passphrase that would open it afterwards', async () => {
    const opened = await openVault()
    opened.vault.close()
    const vault = vaultOf(opened.folder, quickCost)
    await vault.unlockWithRecoveryKey(opened.recoveryKey)
    expect(await refusalOf(doorOf(vault).keys.prepareRenewal({ current: opened.recoveryKey }))).toEqual({ code: 'openedWithRecoveryKey' })
    vault.close()
  })

  const files = ['caseboard.key', 'caseboard.key.copy', 'caseboard.store']
  /** The files before and after a renewal, to be put together as a crash would leave them. */
  async function bothStates() {
    const { vault, door, folder, shown } = await prepared()
    const read = () => Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]))
    const before = read()
    await valueOf(door.keys.confirm(typed(shown)))
    vault.close()
    const after = read()
    return { folder, before, after }
  }

  test.each([
    ['before the key file', { key: 'before', copy: 'before' }],
    ['between the two copies of the key file', { key: 'before', copy: 'after' }],
    ['after the key file, before the store took its place', { key: 'after', copy: 'after' }],
  ] as const)('that was cut off %s leaves one vault that opens', async (_where, { key, copy }) => {
    const { folder, before, after } = await bothStates()
    const states = { before, after }
    const put = (name: string, bytes: Buffer | undefined) => writeFileSync(join(folder, name), bytes ?? '')
    put('caseboard.key', states[key]['caseboard.key'])
    put('caseboard.key.copy', states[copy]['caseboard.key.copy'])
    put('caseboard.store', before['caseboard.store'])
    put('caseboard.store.renewed', after['caseboard.store'])

    const vault = vaultOf(folder, quickCost)
    expect(await vault.unlock(passphrase)).toEqual({ ok: true, value: null })
    expect((await valueOf(doorOf(vault).cases.list({}))).total).toBe(1)
    vault.close()
    expect(existsSync(join(folder, 'caseboard.store.renewed'))).toBe(false)
    expect(readFileSync(join(folder, 'caseboard.key'))).toEqual(readFileSync(join(folder, 'caseboard.key.copy')))
    expect(await opens(folder, { passphrase: another }), 'the deputy has a way in exactly where nothing was renewed').toBe(key === 'before')
    expect(await opens(folder, { passphrase })).toBe(true)
  })

  test('that was cut off between the copies survives the loss of the main one', async () => {
    const { folder, before, after } = await bothStates()
    writeFileSync(join(folder, 'caseboard.key'), 'spoilt')
    writeFileSync(join(folder, 'caseboard.store'), before['caseboard.store'] ?? '')
    writeFileSync(join(folder, 'caseboard.store.renewed'), after['caseboard.store'] ?? '')
    expect(await opens(folder, { passphrase })).toBe(true)
    expect(await opens(folder, { passphrase })).toBe(true)
  })

  test('that finds no room leaves everything as it was', async () => {
    const { vault, door, folder, shown } = await prepared()
    // A folder in the way: neither SQLite nor a rename can go past it.
    const before = readFileSync(join(folder, 'caseboard.key'))
    writeFileSync(join(folder, 'in-the-way'), '')
    renameSync(join(folder, 'in-the-way'), join(folder, 'caseboard.key.new'))
    const { mkdirSync, rmSync } = await import('node:fs')
    rmSync(join(folder, 'caseboard.key.new'))
    mkdirSync(join(folder, 'caseboard.key.copy.new'))
    await expect(door.keys.confirm(typed(shown))).rejects.toThrow()
    rmSync(join(folder, 'caseboard.key.copy.new'), { recursive: true })
    vault.close()
    expect(readFileSync(join(folder, 'caseboard.key'))).toEqual(before)
    expect(await opens(folder, { passphrase: another })).toBe(true)
    expect(await opens(folder, { passphrase })).toBe(true)
  })
})
