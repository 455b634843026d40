import { operationList } from '#contract'
import { mayRun, type Role, roles } from '#domain/role.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Vault, vaultOf } from '../../../../main/vault/vault.ts'
import { openMadeStoreWith } from '../../../support/look-inside.ts'
import { openVault, passphrase, quickCost, valueOf } from '../../../support/open-vault.ts'

const secrets: Readonly<Record<Role, string>> = {
  coordinator: passphrase,
  deputy: 'eleven copper kettles sing at dusk',
  readOnly: 'nine quiet herons under the bridge',
}

const inside = operationList.filter(({ kind }) => kind !== 'shell' && kind !== 'door')
const coordinators = inside
  .filter(
    ({ kind, name }) =>
      name === 'keys.rename' || name === 'integrity.confirmClock' || (kind === 'access' && name !== 'keys.changeMyPassphrase'),
  )
  .map(({ name }) => name)

/** What each role is refused, said once more and by other means than the rule itself. */
const forbidden: Readonly<Record<Role, readonly string[]>> = {
  coordinator: [],
  deputy: coordinators,
  readOnly: inside.filter(({ kind, name }) => kind !== 'query' && name !== 'keys.changeMyPassphrase').map(({ name }) => name),
}

let folder = ''
beforeAll(async () => {
  const opened = await openVault()
  folder = opened.folder
  for (const role of ['deputy', 'readOnly'] as const)
    await valueOf(opened.door.keys.add({ current: passphrase, name: `The ${role}`, role, passphrase: secrets[role] }))
  opened.vault.close()
})

describe.each(roles)('who opened as %s', (role) => {
  let vault: Vault
  beforeAll(async () => {
    vault = vaultOf(folder, quickCost)
    expect(await vault.unlock(secrets[role])).toEqual({ ok: true, value: null })
  })
  afterAll(() => vault.close())

  test('is refused exactly what the role may not do, of every operation of the contract, whatever the input', async () => {
    const refused: string[] = []
    for (const { name } of inside) {
      // An input that no schema takes: the role is looked at first, and nothing is done.
      const { reply } = await vault.run(name, { hostile: true })
      if (!reply.ok && reply.refusal.code === 'roleNotAllowed') {
        expect(reply.refusal).toEqual({ code: 'roleNotAllowed', role })
        refused.push(name)
      } else if (!reply.ok) expect(reply.refusal.code).toBe('invalidInput')
    }
    expect(refused.toSorted()).toEqual(forbidden[role].toSorted())
  })

  test('is told the same by the rule as by the vault', () => {
    for (const { name, kind } of inside) expect(mayRun(role, kind, name), name).toBe(!forbidden[role].includes(name))
  })
})

test('the rule names no operation that is not there, and the window’s own are anybody’s', () => {
  expect(coordinators.toSorted()).toEqual([
    'integrity.confirmClock',
    'keys.add',
    'keys.confirm',
    'keys.prepareHandOver',
    'keys.prepareRecoveryKey',
    'keys.prepareRenewal',
    'keys.remove',
    'keys.rename',
    'keys.resetPassphrase',
  ])
  for (const { name, kind } of operationList)
    if (kind === 'shell' || kind === 'door') for (const role of roles) expect(mayRun(role, kind, name)).toBe(true)
})

test('what was refused for the role stands in the log by the slot that asked, and changed nothing', async () => {
  const vault = vaultOf(folder, quickCost)
  await vault.unlock(secrets.readOnly)
  const agency = { name: 'Nobody’s Agency', sector: 'other', isCore: false }
  expect((await vault.run('agencies.add', agency)).reply).toEqual({ ok: false, refusal: { code: 'roleNotAllowed', role: 'readOnly' } })
  vault.close()
  const store = await openMadeStoreWith(folder, passphrase)
  expect(store.all("SELECT 1 FROM agencies WHERE name LIKE 'Nobody%'")).toEqual([])
  const entry = store.get<{ operation: string; outcome: string; actor: string; slot: string }>(
    "SELECT * FROM audit_entries WHERE operation <> 'vault.lock' ORDER BY seq DESC LIMIT 1",
  )
  const holder = store.get<{ slot_id: string }>("SELECT slot_id FROM key_holders WHERE role = 'readOnly'")
  expect(entry).toMatchObject({
    operation: 'agencies.add',
    outcome: 'refused:roleNotAllowed',
    actor: 'The readOnly',
    slot: holder?.slot_id,
  })
  store.close()
})
