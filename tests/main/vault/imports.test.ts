import type { ImportReview } from '#contract'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../../build/bundle/root.ts'
import { openedMeeting } from '../../support/meeting-room.ts'
import { doorOf, openVault, type OpenVault, refusalOf, reopen, valueOf } from '../../support/open-vault.ts'

const header = 'Victim name,Client DOB,Perp,Offender DOB,Referring Agency,Date of referral,DASH score,No. of children,Shoe size'
const ready = 'Ottilie Wafflemoggin,01/02/1990,Barnaby Zoodlecrank,03/04/1988,Quill Valley Police,02/11/2026,17,2,38'
const badDate = 'Mirabel Inkwellish,,Casper Blottering,,Housing Options,31/02/2026,15,0,39'
const unknownAgency = 'Seraphine Nibbleford,,Rufus Quillbreaker,,Housing Optoins,04/11/2026,19,1,40'

const csv = (...rows: readonly string[]) => new TextEncoder().encode([header, ...rows].join('\r\n'))

function read({ door }: Pick<OpenVault, 'door'>, bytes: Uint8Array, fileName = 'referrals.csv') {
  return door.imports.read({ kind: 'referrals', fileName, bytes: new Uint8Array(bytes) })
}

const caseCount = async ({ door }: Pick<OpenVault, 'door'>) => (await valueOf(door.cases.list({}))).total
const rowOf = (review: ImportReview, number: number) => review.rows.find((row) => row.number === number)

describe('a review', () => {
  test('guesses the columns and says which it could not place', async () => {
    const review = await valueOf(read(await openVault(), csv(ready)))
    expect(review.mapping).toMatchObject({
      victimName: 0,
      perpetratorName: 2,
      sourceAgency: 4,
      receivedOn: 5,
      riskScore: 6,
      childrenCount: 7,
    })
    expect(review.unplaced.map(({ index }) => review.columns[index]?.header)).toEqual(['Shoe size'])
  })

  test('stores nothing until it is committed', async () => {
    const vault = await openVault()
    await valueOf(read(vault, csv(ready)))
    expect(await caseCount(vault)).toBe(0)
  })

  test('refuses each bad row with its field and reason, and takes the others', async () => {
    const review = await valueOf(read(await openVault(), csv(ready, badDate, unknownAgency)))
    expect(review.counts).toEqual({ ready: 1, refused: 2, duplicate: 0, leftOut: 0 })
    expect(rowOf(review, 3)?.problems).toMatchObject([{ field: 'receivedOn', code: 'impossibleDate', column: 'Date of referral' }])
    expect(rowOf(review, 4)?.problems).toMatchObject([{ field: 'sourceAgency', code: 'unknownAgency', suggestions: ['Housing Options'] }])
  })

  test('is found again after a lock, with what was mended', async () => {
    const vault = await openVault()
    const { token } = await valueOf(read(vault, csv(badDate)))
    await valueOf(vault.door.imports.mendRow({ token, row: 2, values: { receivedOn: '28/02/2026' } }))
    vault.vault.close()
    const door = doorOf(await reopen(vault.folder))
    const again = await valueOf(door.imports.pending({ kind: 'referrals' }))
    expect(again?.counts.ready).toBe(1)
    expect(again === null ? undefined : rowOf(again, 2)?.values['receivedOn']).toBe('28/02/2026')
  })

  test('says what was decided of a row, and names an unknown agency once however it is written', async () => {
    const vault = await openVault()
    const again = unknownAgency.replace('Housing Optoins', 'HOUSING  OPTOINS').replace('Seraphine', 'Ermentrude')
    const { token, unknownAgencies } = await valueOf(read(vault, csv(ready, unknownAgency, again)))
    expect(unknownAgencies).toEqual(['Housing Optoins'])
    const review = await valueOf(vault.door.imports.decideRow({ token, row: 2, decision: 'leaveOut' }))
    expect([rowOf(review, 2)?.decision, rowOf(review, 3)?.decision]).toEqual(['leaveOut', null])
  })

  test('cannot be imported while a needed column is missing', async () => {
    const { door } = await openVault()
    const review = await valueOf(read({ door }, csv(ready)))
    const mapping = { ...review.mapping, perpetratorName: null }
    const { missingFields } = await valueOf(door.imports.remap({ token: review.token, mapping, dayFirst: true, createAgencies: false }))
    expect(missingFields).toEqual(['perpetratorName'])
    expect(await refusalOf(door.imports.commit({ token: review.token }))).toMatchObject({ code: 'columnsMissing' })
  })

  test.each([
    ['an empty file', new Uint8Array(), { code: 'fileNotReadable', problem: 'empty' }],
    ['binary garbage', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256), { code: 'fileNotReadable' }],
    ['more than 50 MB', new Uint8Array(50 * 1024 * 1024 + 1).fill(65), { code: 'fileTooLarge', limitMegabytes: 50 }],
  ])('refuses %s in words, and the store stays as it was', async (_, bytes, refusal) => {
    const vault = await openVault()
    expect(await refusalOf(read(vault, bytes))).toMatchObject(refusal)
    expect(await caseCount(vault)).toBe(0)
    expect(await valueOf(vault.door.imports.pending({ kind: 'referrals' }))).toBeNull()
  })
})

describe('an import', () => {
  test('takes what is ready in one go and offers the refused rows again', async () => {
    const vault = await openVault()
    const { token } = await valueOf(read(vault, csv(ready, badDate)))
    expect(await valueOf(vault.door.imports.commit({ token }))).toMatchObject({ imported: 1, left: 1 })
    expect(await caseCount(vault)).toBe(1)
    const left = await valueOf(vault.door.imports.pending({ kind: 'referrals' }))
    expect(left?.rows.map((row) => row.number)).toEqual([3])
    await valueOf(vault.door.imports.mendRow({ token, row: 3, values: { receivedOn: '01/11/2026' } }))
    expect(await valueOf(vault.door.imports.commit({ token }))).toMatchObject({ imported: 1, left: 0 })
    expect(await caseCount(vault)).toBe(2)
    expect(await valueOf(vault.door.imports.pending({ kind: 'referrals' }))).toBeNull()
  })

  test('of the same referral twice waits for a decision; of the same pair later makes a repeat on one case, whatever the order of rows', async () => {
    const vault = await openVault()
    const later = ready.replace('02/11/2026', '20/11/2026')
    const { token, counts } = await valueOf(read(vault, csv(later, ready, ready)))
    expect(counts).toMatchObject({ ready: 2, duplicate: 1 })
    await valueOf(vault.door.imports.commit({ token }))
    const { rows, total } = await valueOf(vault.door.cases.list({}))
    expect(total).toBe(1)
    const [only] = rows
    const { referrals } = await valueOf(vault.door.cases.get({ id: only?.id ?? 0 }))
    expect(referrals.map(({ receivedOn, criteria }) => [receivedOn, criteria.repeat])).toEqual([
      ['2026-11-20', true],
      ['2026-11-02', false],
    ])
  })

  test('makes unknown agencies only where that was allowed', async () => {
    const { door } = await openVault()
    const review = await valueOf(read({ door }, csv(unknownAgency)))
    expect(review.unknownAgencies).toEqual(['Housing Optoins'])
    const allowed = await valueOf(
      door.imports.remap({ token: review.token, mapping: review.mapping, dayFirst: true, createAgencies: true }),
    )
    expect(allowed.counts.ready).toBe(1)
    await valueOf(door.imports.commit({ token: review.token }))
    expect((await valueOf(door.agencies.list({}))).map(({ name }) => name)).toContain('Housing Optoins')
  })

  test('is undone as a whole, gaps that it filled in known cases included', async () => {
    const vault = await openVault()
    const victim = { name: 'Ottilie Wafflemoggin', dateOfBirth: '1990-02-01' }
    const perpetrator = { name: 'Barnaby Zoodlecrank' }
    const known = await valueOf(
      vault.door.referrals.record({
        draft: { sourceAgencyId: vault.police, receivedOn: '2026-05-01', victim, perpetrator, criteria: { escalation: true } },
      }),
    )
    const before = await valueOf(vault.door.cases.get({ id: known.caseId }))
    const { token } = await valueOf(read(vault, csv(ready, badDate.replace('31/02', '28/02'))))
    const { importId } = await valueOf(vault.door.imports.commit({ token }))
    expect(await caseCount(vault)).toBe(2)
    expect((await valueOf(vault.door.cases.get({ id: known.caseId }))).childrenCount).toBe(2)
    expect(await valueOf(vault.door.imports.undo({ id: importId }))).toEqual({ removed: 2, stays: [] })
    expect(await caseCount(vault)).toBe(1)
    const after = await valueOf(vault.door.cases.get({ id: known.caseId }))
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 })
    expect(await refusalOf(vault.door.imports.undo({ id: importId }))).toEqual({ code: 'importAlreadyUndone' })
  })

  test('undone gives its rows back to the review that they came from', async () => {
    const vault = await openVault()
    const { token } = await valueOf(read(vault, csv(ready, badDate)))
    const { importId, left } = await valueOf(vault.door.imports.commit({ token }))
    expect(left).toBe(1)
    expect((await valueOf(vault.door.imports.pending({ kind: 'referrals' })))?.rows.map(({ number }) => number)).toEqual([3])
    await valueOf(vault.door.imports.undo({ id: importId }))
    expect((await valueOf(vault.door.imports.pending({ kind: 'referrals' })))?.counts).toMatchObject({ ready: 1, refused: 1 })
  })

  test('is not undone once a meeting was built on it; the refusal names the case', async () => {
    const vault = await openVault()
    const { token } = await valueOf(read(vault, csv(ready)))
    const { importId } = await valueOf(vault.door.imports.commit({ token }))
    const { agenda } = await openedMeeting(vault)
    expect(await refusalOf(vault.door.imports.undo({ id: importId }))).toEqual({
      code: 'importBuiltUpon',
      references: agenda.map(({ caseReference }) => caseReference),
    })
  })

  test('of a messy file comes to just what is expected of each row', async () => {
    const vault = await openVault()
    const fixture = (name: string) => readFileSync(join(root, 'tests/fixtures', name))
    const expected = JSON.parse(fixture('messy-referrals.expected.json').toString()) as readonly {
      readonly row: number
      readonly kind: string
      readonly duplicate?: string
    }[]
    for (const name of ['Riverton Police Department', 'Harbour Refuge', 'Elm Valley Housing Association']) {
      await valueOf(vault.door.agencies.add({ name, sector: 'other', isCore: false }))
    }
    const review = await valueOf(read(vault, fixture('messy-referrals.csv')))
    const numbers = (verdict: string) => review.rows.filter((row) => row.verdict === verdict).map((row) => row.number)
    expect(numbers('refused')).toEqual(expected.filter(({ kind }) => kind === 'refused').map(({ row }) => row))
    const waiting = expected.filter(({ kind, duplicate = '' }) => kind === 'draft' && /^(sameReferral|similarPair)/.test(duplicate))
    expect(numbers('duplicate')).toEqual(waiting.map(({ row }) => row))
    const imported = expected.length - numbers('refused').length - waiting.length
    expect(await valueOf(vault.door.imports.commit({ token: review.token }))).toMatchObject({ imported })
  })

  test('of agencies leaves out those that the team has', async () => {
    const { door } = await openVault()
    const bytes = new TextEncoder().encode(
      'Agency,Sector,Core,Representative\nhousing options,Housing,yes,X Placeholder\nInkwell School,Schools,no,Nib Blotter\n',
    )
    const { token, counts } = await valueOf(door.imports.read({ kind: 'agencies', fileName: 'agencies.csv', bytes: new Uint8Array(bytes) }))
    expect(counts).toMatchObject({ ready: 1, duplicate: 1 })
    await valueOf(door.imports.commit({ token }))
    const agencies = await valueOf(door.agencies.list({}))
    expect(agencies.find(({ name }) => name === 'Inkwell School')).toMatchObject({
      sector: 'schools',
      isCore: false,
      people: [{ name: 'Nib Blotter', role: 'representative' }],
    })
  })
})
