import type { ImportReview } from '#contract'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { csvOf, importRows, plain, type Row } from '../../support/import-rows.ts'
import { lookInside } from '../../support/inside-store.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../support/open-vault.ts'

/** A file whose headings say nothing to anybody but the team. */
const own: Row = {
  Who: 'Ottilie Wafflemoggin',
  Him: 'Barnaby Zoodlecrank',
  Desk: 'Quill Valley Police',
  Came: '04/03/2026',
  Points: '17',
  Shoes: '38',
}
const placedByHand = { victimName: 0, perpetratorName: 1, sourceAgency: 2, receivedOn: 3, riskScore: 4 }

const readFile = ({ door }: OpenVault, ...rows: readonly Row[]) =>
  valueOf(door.imports.read({ kind: 'referrals', fileName: 'list.csv', bytes: csvOf(...rows) }))

const headings = ({ columns }: ImportReview) => columns.map(({ header }) => header)

async function withSaved() {
  const vault = await openVault()
  const review = await readFile(vault, own)
  const id = await valueOf(
    vault.door.imports.saveMapping({
      kind: 'referrals',
      name: 'Our own list',
      headings: headings(review),
      mapping: { ...review.mapping, ...placedByHand },
      kept: [5],
      dayFirst: false,
    }),
  )
  return { vault, id, review }
}

describe('a saved mapping', () => {
  test('is taken for the next file with these headings, whatever their case and spaces, and the review says so', async () => {
    const { vault, id, review } = await withSaved()
    expect(review.savedMapping).toBeNull()
    const again = await readFile(vault, Object.fromEntries(Object.entries(own).map(([name, cell]) => [` ${name.toUpperCase()} `, cell])))
    expect(again.savedMapping).toEqual({ id, name: 'Our own list' })
    expect(again.mapping).toMatchObject(placedByHand)
    expect([again.kept, again.dayFirst, again.missingFields, again.counts.ready]).toEqual([[5], false, [], 1])
    expect(again.rows[0]?.values['receivedOn']).toBe('04/03/2026')
    await valueOf(vault.door.imports.commit({ token: again.token }))
    const [row] = (await valueOf(vault.door.cases.list({}))).rows
    expect((await valueOf(vault.door.cases.get({ id: row?.id ?? 0 }))).referrals[0]?.receivedOn).toBe('2026-04-03')
  })

  test('is not taken for other headings, another order of them, or a file of agencies', async () => {
    const { vault } = await withSaved()
    const { Shoes: _shoes, ...fewer } = own
    const turned = Object.fromEntries(Object.entries(own).toReversed())
    for (const row of [fewer, turned, plain]) expect((await readFile(vault, row)).savedMapping).toBeNull()
    const bytes = csvOf(own)
    expect((await valueOf(vault.door.imports.read({ kind: 'agencies', fileName: 'a.csv', bytes }))).savedMapping).toBeNull()
  })

  test('holds nothing of a row, and not even the headings', async () => {
    const { vault } = await withSaved()
    const stored = await lookInside(vault, (store) => JSON.stringify(store.all('SELECT * FROM import_mappings')))
    expect(stored).toContain('Our own list')
    for (const word of [...Object.values(own), 'Points', 'points']) if (word.length > 3) expect(stored).not.toContain(word)
  })

  test('saved anew for the same headings takes the place of the one before', async () => {
    const { vault, id, review } = await withSaved()
    const again = await valueOf(
      vault.door.imports.saveMapping({
        kind: 'referrals',
        name: 'Newer',
        headings: headings(review),
        mapping: placedByHand,
        dayFirst: true,
      }),
    )
    expect(again).toBe(id)
    expect(await valueOf(vault.door.imports.mappings())).toMatchObject([{ name: 'Newer', columnCount: 5, dayFirst: true }])
  })

  test('has its name alone, is renamed, and is forgotten', async () => {
    const { vault, id } = await withSaved()
    const { door } = vault
    const other = { kind: 'referrals', headings: ['A', 'B'], mapping: { victimName: 0 }, dayFirst: true } as const
    expect(await refusalOf(door.imports.saveMapping({ ...other, headings: [...other.headings], name: 'OUR OWN LIST' }))).toEqual({
      code: 'alreadyThere',
      what: 'mapping',
      name: 'OUR OWN LIST',
    })
    const second = await valueOf(door.imports.saveMapping({ ...other, headings: [...other.headings], name: 'Second' }))
    expect(await refusalOf(door.imports.renameMapping({ id: second, name: 'our own list' }))).toMatchObject({ code: 'alreadyThere' })
    await valueOf(door.imports.renameMapping({ id, name: 'Our Own List' }))
    await valueOf(door.imports.removeMapping({ id: second }))
    expect((await valueOf(door.imports.mappings())).map(({ name }) => name)).toEqual(['Our Own List'])
    await valueOf(door.imports.removeMapping({ id }))
    expect((await readFile(vault, own)).savedMapping).toBeNull()
    expect(await refusalOf(door.imports.removeMapping({ id }))).toEqual({ code: 'notFound', what: 'mapping' })
    expect(await refusalOf(door.imports.renameMapping({ id, name: 'Gone' }))).toEqual({ code: 'notFound', what: 'mapping' })
  })

  test('brings a workbook to the sheet that it was made on, though another one comes first', async () => {
    const vault = await openVault()
    const sheetOf = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.map((value) => ({ value })))
    const people = [Object.keys(plain), Object.values(plain)]
    const { toBuffer } = writeXlsxFile([
      {
        data: sheetOf([
          ['Agency', 'Sector'],
          ['Elm', 'Housing'],
        ]),
        sheet: 'Members',
      },
      { data: sheetOf(people), sheet: 'Referrals' },
    ])
    const bytes = new Uint8Array(await toBuffer())
    const file = { kind: 'referrals', fileName: 'list.xlsx', bytes } as const
    expect((await valueOf(vault.door.imports.read(file))).sheet?.name).toBe('Members')
    const review = await valueOf(vault.door.imports.read({ ...file, sheet: 'Referrals' }))
    const { mapping, dayFirst } = review
    const saved = { kind: 'referrals', name: 'Second sheet', headings: headings(review), mapping, dayFirst, sheet: 'Referrals' } as const
    await valueOf(vault.door.imports.saveMapping({ ...saved, headings: [...saved.headings] }))
    const again = await valueOf(vault.door.imports.read(file))
    expect([again.sheet?.name, again.savedMapping?.name]).toEqual(['Referrals', 'Second sheet'])
    // Asked for by name, another sheet is read all the same.
    expect((await valueOf(vault.door.imports.read({ ...file, sheet: 'Members' }))).sheet?.name).toBe('Members')
  })

  test('outlasts the import that it was saved after', async () => {
    const vault = await openVault()
    const { review } = await importRows(vault, [plain])
    const { mapping, dayFirst } = review
    await valueOf(vault.door.imports.saveMapping({ kind: 'referrals', name: 'After', headings: headings(review), mapping, dayFirst }))
    expect((await readFile(vault, { ...plain, 'Date of referral': '20/11/2026' })).savedMapping).toMatchObject({ name: 'After' })
  })
})
