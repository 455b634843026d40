import { addDays, IsoDate, isoDate } from '#domain/dates.ts'
import fc from 'fast-check'
import { clockDoubt } from '#domain/clock-doubt.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultSchedule } from '#domain/retention/record-kind.ts'
import { closedCase } from '../../support/closed-case.ts'
import { entriesOf, lookInside } from '../../support/inside-store.ts'
import { doorOf, makeVault, openVault, passphrase, refusalOf, reopen, temporaryFolder, valueOf } from '../../support/open-vault.ts'
import { vaultOf } from '../../../main/vault/vault.ts'
import { quickCost } from '../../fixtures/made-profile.ts'

const day = 86_400_000

describe('a day can follow the last of the log', () => {
  test('from the day before it, in a zone further east, to 60 days after it, and on no other', () => {
    const last = isoDate('2028-02-29')
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        const kind = clockDoubt(addDays(last, days), last)?.kind ?? null
        expect(kind).toBe(days < -1 ? 'behind' : days > 60 ? 'ahead' : null)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a clock that was set', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const inDays = (days: number) => vi.setSystemTime(Date.now() + days * day)

  test.each([
    ['forward 10 years', 3653, 'ahead'],
    ['back 10 years', -3653, 'behind'],
  ] as const)('%s is told after the unlock, until it is right again; nothing written meanwhile is lost', async (_, days, kind) => {
    const { folder, vault } = await openVault()
    vault.close()
    const lastOn = IsoDate.parse(new Date().toISOString().slice(0, 10))
    inDays(days)
    const wrong = await reopen(folder)
    expect(await valueOf(doorOf(wrong).integrity.clock())).toEqual({ kind, lastOn })
    const added = await valueOf(doorOf(wrong).agencies.add({ name: 'Zyxquill Library', sector: 'other', isCore: false }))
    wrong.close()
    const still = await reopen(folder)
    expect(await valueOf(doorOf(still).integrity.clock())).toEqual({ kind, lastOn })
    still.close()
    inDays(-days)
    const right = await reopen(folder)
    expect(await valueOf(doorOf(right).integrity.clock())).toBeNull()
    expect((await valueOf(doorOf(right).agencies.list({}))).map(({ id }) => id)).toContain(added)
    right.close()
    const again = await reopen(folder)
    expect(await valueOf(doorOf(again).integrity.clock())).toBeNull()
    const told = (await lookInside({ folder, vault: again }, entriesOf)).filter(({ operation }) => operation.startsWith('integrity.clock'))
    expect(told.map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ['integrity.clockDoubt', 'warned'],
      ['integrity.clockSettled', 'done'],
    ])
  })

  test('forward destroys nothing by the schedule until the coordinator says that the date is right; a wish of her own is still met', async () => {
    const opened = await openVault()
    const wished = await closedCase(opened, 1)
    opened.vault.close()
    inDays(3653)
    const vault = await reopen(opened.folder)
    const door = doorOf(vault)
    await valueOf(door.retention.saveSchedule({ ...defaultSchedule.months, auditEntries: 12 }))
    const log = { kind: 'auditEntries' as const, ids: ['log'], reason: 'schedule' as const }
    expect(await refusalOf(door.retention.destroy(log))).toEqual({ code: 'clockDoubtful' })
    expect(await refusalOf(door.retention.destroy({ kind: 'case', ids: [String(wished.caseId)], reason: 'schedule' }))).toEqual({
      code: 'clockDoubtful',
    })
    await valueOf(door.retention.destroy({ kind: 'contactDetails', ids: [String(wished.caseId)], reason: 'personAsked' }))
    await valueOf(door.integrity.confirmClock())
    expect(await valueOf(door.integrity.clock())).toBeNull()
    await valueOf(door.retention.destroy({ kind: 'case', ids: [String(wished.caseId)], reason: 'schedule' }))
    vault.close()
    const after = await reopen(opened.folder)
    expect(await valueOf(doorOf(after).integrity.clock())).toBeNull()
    after.close()
  })

  test('is not for a deputy to vouch for', async () => {
    const folder = temporaryFolder()
    const { vault } = await makeVault(folder)
    const theirs = 'eleven copper kettles sing at dusk'
    await valueOf(doorOf(vault).keys.add({ current: passphrase, name: 'Barnaby Thistledown', role: 'deputy', passphrase: theirs }))
    vault.close()
    inDays(100)
    const deputys = vaultOf(folder, quickCost)
    await deputys.unlock(theirs)
    expect(await valueOf(doorOf(deputys).integrity.clock())).toMatchObject({ kind: 'ahead' })
    expect(await refusalOf(doorOf(deputys).integrity.confirmClock())).toEqual({ code: 'roleNotAllowed', role: 'deputy' })
    expect(await valueOf(doorOf(deputys).integrity.clock())).toMatchObject({ kind: 'ahead' })
    deputys.close()
  })
})
