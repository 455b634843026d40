import { startsLikeFormula } from '#domain/sharing/inert-cell.ts'
import { strFromU8, unzipSync } from 'fflate'
import { decrypt } from 'officecrypto-tool'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../../main/vault/documents/workbook-reader.ts'
import { writeActionListXlsx, writePlainActionListXlsx } from '../../../../main/vault/documents/xlsx.ts'
import { inLibreOffice } from './libre-office.ts'
import { password, sampleList, sampleRow, sealKey, words } from './sample-list.ts'

const parts = (bytes: Uint8Array) => new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const))
const plain = await writePlainActionListXlsx(sampleList(6), words, sealKey)

/** Cells that hold a formula, and text cells that a program could make one of. */
function formulasIn(bytes: Uint8Array): readonly string[] {
  const book = readWorkbook(bytes)
  if (!book.ok) throw new Error('the workbook cannot be read')
  const texts = book.value.sheets
    .flatMap((sheet) => [...sheet.rows.values()].flatMap((row) => [...row.values()]))
    .filter((value) => typeof value === 'string')
  const formulas = [...parts(bytes)]
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .flatMap(([, xml]) => xml.match(/<f[ >][^<]*/g) ?? [])
  return [...texts.filter(startsLikeFormula), ...formulas]
}

test('the workbook opens in LibreOffice with its password, and neither with another nor without', { timeout: 60_000 }, async () => {
  const bytes = await writeActionListXlsx(sampleList(6), words, password, sealKey)
  const shown = inLibreOffice({ bytes, password, saveAs: 'csv' })
  const text = new TextDecoder().decode(shown ?? new Uint8Array())
  expect(text).toContain('"Action","Case","What was agreed","Due","Status now","New status","Comment"')
  expect(text).toContain(
    '"A-0001","HR-2026-0001","Change the locks at [address] and give the spare keys to the advocate",10 Mar 2026,"Agreed",,',
  )
  expect(inLibreOffice({ bytes, password: 'bamo-tiku', saveAs: 'csv' })).toBeNull()
  expect(inLibreOffice({ bytes, saveAs: 'csv' })).toBeNull()
})

test('no byte of the words stands in the protected file', async () => {
  const bytes = Buffer.from(await writeActionListXlsx(sampleList(6), words, password, sealKey))
  for (const word of ['Harbourton', 'HR-2026-0001', 'Change the locks', 'sharedStrings']) {
    expect(bytes.includes(word, 0, 'utf8')).toBe(false)
    expect(bytes.includes(word, 0, 'utf16le')).toBe(false)
  }
  await expect(decrypt(bytes, { password: 'wrong' })).rejects.toThrow('password')
})

test(
  'a drop-down offers the statuses that an agency may report, from the hidden sheet, and survives LibreOffice',
  { timeout: 60_000 },
  () => {
    const saved = inLibreOffice({ bytes: plain, saveAs: 'xlsx' })
    for (const bytes of [plain, saved ?? new Uint8Array()]) {
      const sheet = parts(bytes).get('xl/worksheets/sheet1.xml') ?? ''
      expect(sheet).toMatch(/<dataValidation [^>]*sqref="F5:F10"[^>]*>\s*<formula1>Seal!\$C\$3:\$C\$6<\/formula1>/)
      expect(sheet).toMatch(/<dataValidation [^>]*sqref="G5:G10"/)
      expect(parts(bytes).get('xl/workbook.xml')).toMatch(
        /<sheet [^>]*name="Seal"[^>]*state="(?:very)?[hH]idden"|<sheet state="veryHidden"[^>]*name="Seal"/,
      )
    }
    const book = readWorkbook(plain)
    const seal = book.ok ? book.value.sheets.find((sheet) => sheet.name === 'Seal') : undefined
    expect([3, 4, 5, 6].map((row) => seal?.rows.get(row)?.get(3))).toEqual([
      'In progress',
      'Complete',
      'Not possible (circumstances)',
      'Not undertaken',
    ])
  },
)

test('only the two columns to fill in can be typed into while the sheet is protected', { timeout: 60_000 }, () => {
  for (const bytes of [plain, inLibreOffice({ bytes: plain, saveAs: 'xlsx' }) ?? new Uint8Array()]) {
    const sheet = parts(bytes).get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toMatch(/<sheetProtection sheet="(?:1|true)"/)
    const styles = [...((parts(bytes).get('xl/styles.xml') ?? '').split('<cellXfs')[1]?.matchAll(/<xf .*?<\/xf>/g) ?? [])].map(([xf]) => xf)
    const isOpen = (cell: string) =>
      /locked="(?:0|false)"/.test(styles[Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(sheet)?.[1])] ?? '')
    expect(['A5', 'C5', 'D5', 'E5', 'F5', 'G5', 'F10', 'G10'].filter(isOpen)).toEqual(['F5', 'G5', 'F10', 'G10'])
  }
})

test('nothing in the file says who made it, with what or when', () => {
  const files = parts(plain)
  expect([...files.keys()].filter((name) => name.startsWith('docProps'))).toEqual([])
  expect([...files.values()].join('')).not.toMatch(/creator|lastModifiedBy|<Application|AppVersion|absPath|fileVersion/i)
  // Every entry of the archive carries the earliest date that a zip can hold.
  const view = new DataView(plain.buffer, plain.byteOffset)
  expect(view.getUint16(12, true)).toBe(0x21)
})

test('texts that begin like a formula are made inert, and the check finds one that is not', async () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '  =1',
    '\u200B=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "=cmd|' /C calc'!A0",
  ]
  const list = sampleList(hostile.length, (index) => ({ ...sampleRow(index), description: hostile[index] ?? '' }))
  const bytes = await writePlainActionListXlsx(
    { ...list, agencyName: '=Agency', teamName: '@Team' },
    {
      ...words,
      title: '{agency}',
      columns: { ...words.columns, comment: '+Comment' },
      statuses: { ...words.statuses, agreed: '=Agreed', complete: '-Complete' },
    },
    sealKey,
  )
  expect(formulasIn(bytes)).toEqual([])

  const { zipSync, strToU8 } = await import('fflate')
  const files = unzipSync(bytes)
  const tampered = {
    ...files,
    'xl/sharedStrings.xml': strToU8(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array()).replace("'=1+1", '=1+1')),
  }
  expect(formulasIn(zipSync(tampered))).toEqual(['=1+1'])
})

test('a thousand rows are written, each of them', { timeout: 60_000 }, async () => {
  const bytes = await writeActionListXlsx(sampleList(1000), words, password, sealKey)
  const book = readWorkbook(new Uint8Array(await decrypt(Buffer.from(bytes), { password })))
  expect(book.ok && book.value.sheets[0]?.rows.size).toBe(1004)
})

test('a list without actions is a valid workbook', { timeout: 60_000 }, async () => {
  const empty = await writePlainActionListXlsx(sampleList(0), words, sealKey)
  expect(inLibreOffice({ bytes: empty, saveAs: 'csv' })).not.toBeNull()
})
