import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deriveKey, makeSlot, subkey, unwrapDataKey } from '../../../../main/vault/keys/slots.ts'
import type { KeyFile, KeySlot } from '../../../../main/vault/keys/key-file.ts'
import { quickCost } from '../../../support/open-vault.ts'

const parameters = { algorithm: 'argon2id', version: 19 } as const
const counting = Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64')

/** Values made with the reference implementation of Argon2 (its command-line tool and its Python binding), not with ours. */
describe('Argon2id 0x13 is what the reference implementation gives', () => {
  test.each([
    [
      'four passes, two lanes',
      'seven purple lamps drift over Quillhaven',
      { memoryKib: 65_536, passes: 4, lanes: 2, salt: Buffer.from('0123456789abcdef').toString('base64') },
      '43776d8308a7c2d64a3e5f8801d0ba84eb0982ff01049dd6f8176fb6575e7044',
    ],
    [
      'the cost of a new vault',
      'seven purple lamps drift over Quillhaven',
      { memoryKib: 262_144, passes: 3, lanes: 1, salt: counting },
      '5bd4f705560af57a6781eb69d3308fa533fdad9d6ff36781f4c7c91db4dc9024',
    ],
    [
      'letters that NFKC makes one',
      'ﬁve Ångström lamps — 5½',
      { memoryKib: 65_536, passes: 3, lanes: 1, salt: counting },
      '778e33fc550e2ed53fba412be3adf5e92fe4bb90123fd23b65ec86a76263e7f2',
    ],
  ])('%s', async (_case, secret, cost, hex) => {
    expect((await deriveKey(secret, { ...parameters, ...cost })).toString('hex')).toBe(hex)
  })

  test('and another pass gives another key', async () => {
    const cost = { memoryKib: 65_536, passes: 3, lanes: 2, salt: Buffer.from('0123456789abcdef').toString('base64') }
    expect((await deriveKey('seven purple lamps drift over Quillhaven', { ...parameters, ...cost })).toString('hex')).not.toMatch(
      /^43776d83/,
    )
  })
})

const vaultId = '0123456789abcdef0123456789abcdef'
const dataKey = randomBytes(32)
const fileOf = (...slots: readonly KeySlot[]): KeyFile => ({ format: 'caseboard-key', version: 1, vaultId, slots: [...slots] })
const slot = makeSlot(vaultId, dataKey, 'a secret of some length', 'passphrase', 'coordinator', quickCost)

test('a slot opens with its secret, however its letters were composed, and with no other', async () => {
  expect((await unwrapDataKey(fileOf(await slot), 'passphrase', 'a secret of some length'))?.dataKey.equals(dataKey)).toBe(true)
  expect(await unwrapDataKey(fileOf(await slot), 'passphrase', 'a secret of some length ')).toBeNull()
  const composed = await makeSlot(vaultId, dataKey, 'Ångström'.normalize('NFD'), 'passphrase', 'coordinator', quickCost)
  expect((await unwrapDataKey(fileOf(composed), 'passphrase', 'Ångström'.normalize('NFC')))?.dataKey.equals(dataKey)).toBe(true)
})

test('a passphrase does not open a recovery slot', async () => {
  expect(await unwrapDataKey(fileOf({ ...(await slot), kind: 'recovery' }), 'passphrase', 'a secret of some length')).toBeNull()
})

test.each<[string, (good: KeySlot) => KeySlot]>([
  ['its role', (good) => ({ ...good, role: 'readOnly' })],
  ['its id', (good) => ({ ...good, id: '0000000000000000' })],
  ['its kind', (good) => ({ ...good, kind: 'recovery' })],
  ['its nonce', (good) => ({ ...good, nonce: randomBytes(12).toString('base64') })],
  ['its salt', (good) => ({ ...good, kdf: { ...good.kdf, salt: randomBytes(32).toString('base64') } })],
  ['its passes', (good) => ({ ...good, kdf: { ...good.kdf, passes: 4 } })],
  ['the wrapped key', (good) => ({ ...good, wrapped: randomBytes(48).toString('base64') })],
  ['the wrapped key, cut short', (good) => ({ ...good, wrapped: randomBytes(4).toString('base64') })],
])('a slot in which %s was changed does not open', async (_what, change) => {
  const changed = change(await slot)
  expect(await unwrapDataKey(fileOf(changed), changed.kind, 'a secret of some length')).toBeNull()
})

test('a slot moved to another vault does not open', async () => {
  expect(await unwrapDataKey({ ...fileOf(await slot), vaultId: 'f'.repeat(32) }, 'passphrase', 'a secret of some length')).toBeNull()
})

test('the order in which a slot’s fields are written does not matter', async () => {
  const { kdf, ...rest } = await slot
  const { salt, lanes, passes, memoryKib, version, algorithm } = kdf
  const reordered: KeySlot = { ...rest, kdf: { salt, lanes, passes, memoryKib, version, algorithm } }
  expect((await unwrapDataKey(fileOf(reordered), 'passphrase', 'a secret of some length'))?.dataKey.equals(dataKey)).toBe(true)
})

test('each purpose has a key of its own, the same every time', () => {
  const labels = ['store', 'audit', 'seal', 'witness'] as const
  const keys = labels.map((label) => subkey(dataKey, label).toString('hex'))
  expect(new Set([...keys, dataKey.toString('hex')]).size).toBe(5)
  expect(labels.map((label) => subkey(dataKey, label).toString('hex'))).toEqual(keys)
  expect(subkey(Buffer.alloc(32, 7), 'store').toString('hex')).toHaveLength(64)
})
