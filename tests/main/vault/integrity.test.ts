import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Vault, vaultOf } from '../../../main/vault/vault.ts'
import {
  doorOf,
  openVault,
  type OpenVault,
  passphrase,
  quickCost,
  refusalOf,
  reopen,
  temporaryFolder,
  valueOf,
} from '../../support/open-vault.ts'
import { pagesOf, spoilPages } from '../../support/store-pages.ts'

const secret = { kind: 'passphrase', passphrase } as const

let opened: OpenVault
const store = () => join(opened.folder, 'caseboard.store')
const witness = () => join(opened.folder, 'caseboard.witness')
beforeEach(async () => {
  opened = await openVault()
})

async function addAgency(vault: Vault, name: string, notes = ''): Promise<void> {
  await valueOf(doorOf(vault).agencies.add({ name, sector: 'other', isCore: false, notes }))
}
const stateOf = async (vault: Vault) => valueOf(doorOf(vault).integrity.state())

describe('the witness', () => {
  test('agrees after every ordinary end, and after one without a farewell', async () => {
    await addAgency(opened.vault, 'One')
    opened.vault.close()
    const again = await reopen(opened.folder)
    expect(await stateOf(again)).toMatchObject({ history: { kind: 'agrees' }, mustDecide: false })
    // Killed now: the store is newer than the witness, which is never an alarm.
    const old = readFileSync(witness())
    await addAgency(again, 'Two')
    again.close()
    writeFileSync(witness(), old)
    const third = await reopen(opened.folder)
    expect(await stateOf(third)).toMatchObject({ history: { kind: 'agrees' }, mustDecide: false })
    third.close()
  })

  test('tells an older store that was put back, and says by how much; nothing is done before she decides', async () => {
    opened.vault.close()
    const aside = join(temporaryFolder(), 'older')
    copyFileSync(store(), aside)
    const later = await reopen(opened.folder)
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await addAgency(later, name)
    later.close()
    copyFileSync(aside, store())

    let missing = Number.POSITIVE_INFINITY
    for (let unlock = 0; unlock < 2; unlock += 1) {
      // Told again at every unlock, until it is decided. Each unlock is an entry of the older store's own log.
      const vault = await reopen(opened.folder)
      const { history, mustDecide } = await stateOf(vault)
      if (history.kind !== 'older') throw new Error(history.kind)
      expect(mustDecide).toBe(true)
      expect(history.missingEntries).toBeGreaterThan(0)
      expect(history.missingEntries).toBeLessThan(missing)
      missing = history.missingEntries
      expect(await refusalOf(doorOf(vault).agencies.list({}))).toEqual({ code: 'olderStore' })
      expect(await refusalOf(doorOf(vault).backups.makeAgain())).toEqual({ code: 'olderStore' })
      await vault.leave()
      vault.close()
    }
    const vault = await reopen(opened.folder)
    await valueOf(doorOf(vault).integrity.goOn())
    await addAgency(vault, 'After')
    vault.close()
    const end = await reopen(opened.folder)
    expect(await stateOf(end)).toMatchObject({ history: { kind: 'agrees' }, mustDecide: false })
    end.close()
  })

  test('tells an older store that was worked on until it came further than the newer one', async () => {
    opened.vault.close()
    const older = temporaryFolder()
    cpSync(opened.folder, older, { recursive: true })
    const mine = await reopen(opened.folder)
    await addAgency(mine, 'Mine')
    mine.close()
    const theirs = await reopen(older)
    for (const name of ['One', 'Two', 'Three']) await addAgency(theirs, name)
    theirs.close()
    copyFileSync(join(older, 'caseboard.store'), store())
    const vault = await reopen(opened.folder)
    expect(await stateOf(vault)).toMatchObject({ history: { kind: 'otherHistory' }, mustDecide: true })
    vault.close()
  })

  test('that is missing, changed or another vault’s is said to be, and made anew', async () => {
    opened.vault.close()
    const whole = readFileSync(witness(), 'utf8')
    for (const [change, kind] of [
      [() => rmSync(witness()), 'missing'],
      [() => writeFileSync(witness(), whole.replace('seq\\":', 'seq\\":1')), 'unreadable'],
      [() => writeFileSync(witness(), 'nonsense'), 'unreadable'],
    ] as const) {
      change()
      const vault = await reopen(opened.folder)
      expect(await stateOf(vault)).toMatchObject({ history: { kind }, mustDecide: false })
      vault.close()
      const again = await reopen(opened.folder)
      expect(await stateOf(again)).toMatchObject({ history: { kind: 'agrees' } })
      again.close()
    }
  })
})

describe('damage', () => {
  test('of a page that nobody reads is found by reading every page, and told', async () => {
    opened.vault.close()
    const pages = readFileSync(store()).length / 4096
    spoilPages(opened.folder, (await pagesOf(opened.folder, 'agencies')).slice(0, 1))
    const vault = await reopen(opened.folder)
    expect(await valueOf(doorOf(vault).integrity.check())).toMatchObject({ kind: 'damaged', total: pages, damaged: 1 })
    expect(await stateOf(vault)).toMatchObject({ pages: { kind: 'damaged', damaged: 1 } })
    vault.close()
    expect(readFileSync(store()).length / 4096).toBe(pages)
  })

  test('of a sound store is not found', async () => {
    expect(await valueOf(opened.door.integrity.check())).toMatchObject({ kind: 'sound' })
  })

  test('leaves what can be saved: all but the rows of the damaged pages, told by number, the damaged file kept', async () => {
    for (let index = 0; index < 300; index += 1) await addAgency(opened.vault, `Agency number ${String(index)}`, 'x'.repeat(300))
    const before = (await valueOf(opened.door.agencies.list({ includeArchived: true }))).length
    opened.vault.close()
    const whole = readFileSync(store())
    const damaged = await pagesOf(opened.folder, 'agencies')
    expect(damaged.length).toBeGreaterThan(4)
    spoilPages(opened.folder, damaged.slice(1, 3))

    const locked = vaultOf(opened.folder, quickCost)
    const salvaged = await locked.restoring.salvage(secret)
    if (!salvaged.ok) throw new Error(salvaged.refusal.code)
    const agencies = salvaged.value.tables.find(({ table }) => table === 'agencies')
    if (!agencies) throw new Error('no agencies in the report')
    expect(agencies.saved).toBeGreaterThan(before / 2)
    expect(agencies.saved).toBeLessThan(before)
    // The index on the names still counts what the table had.
    expect(agencies.lost).toBe(before - agencies.saved)
    expect(locked.restoring.commit()).toEqual({ ok: true, value: null })

    const vault = await reopen(opened.folder)
    expect(await valueOf(doorOf(vault).agencies.list({ includeArchived: true }))).toHaveLength(agencies.saved)
    expect(await valueOf(doorOf(vault).integrity.check())).toMatchObject({ kind: 'sound' })
    await addAgency(vault, 'Life goes on')
    const { replaced } = await valueOf(doorOf(vault).backups.overview())
    const kept = replaced.find(({ name }) => name.startsWith('caseboard.store.damaged-'))?.name ?? ''
    expect(readFileSync(join(opened.folder, kept))).toHaveLength(whole.length)
    expect(await refusalOf(doorOf(vault).backups.removeReplaced({ name: 'caseboard.key' }))).toMatchObject({ code: 'notFound' })
    await valueOf(doorOf(vault).backups.removeReplaced({ name: kept }))
    expect((await valueOf(doorOf(vault).backups.overview())).replaced.map(({ name }) => name)).not.toContain(kept)
    vault.close()
  })

  test('of everything leaves nothing to save, and says so', async () => {
    opened.vault.close()
    spoilPages(opened.folder, [1])
    const before = readFileSync(store())
    const locked = vaultOf(opened.folder, quickCost)
    expect(await locked.restoring.salvage(secret)).toEqual({ ok: false, refusal: { code: 'nothingToSave' } })
    expect(readFileSync(store()).equals(before)).toBe(true)
  })
})
