import fc from 'fast-check'
import officeCrypto from 'officecrypto-tool'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readSpreadsheet } from '../../../../main/vault/documents/spreadsheet.ts'
import { soundRows, textCell, withStatedSizes, workbookParts, zipped } from './workbook-files.ts'

async function answerOf(bytes: Uint8Array): Promise<string> {
  const answer = await readSpreadsheet({ name: 'list.xlsx', bytes })
  return answer.ok ? 'read' : answer.refusal.code === 'fileNotReadable' ? answer.refusal.problem : answer.refusal.code
}

async function cellsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const answer = await readSpreadsheet({ name: 'list.xlsx', bytes })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return [answer.value.header, ...answer.value.rows.map(({ number, cells }) => [String(number), ...cells])]
}

describe('a workbook', () => {
  test('gives dates as ISO text, numbers in plain digits and truth values', async () => {
    const { toBuffer } = writeXlsxFile([
      [{ value: 'Referrals of Riverton', fontWeight: 'bold' }],
      [],
      ['Victim name', 'Client DOB', 'Date received', 'DASH score', 'Tel', 'Repeat?', 'Notes'].map((value) => ({ value })),
      [
        { value: 'Zoë Façade 🙂' },
        { value: new Date(Date.UTC(1985, 2, 4)), type: Date, format: 'dd/mm/yyyy' },
        { value: new Date(Date.UTC(2026, 10, 3, 14, 30)), type: Date, format: 'dd/mm/yyyy hh:mm' },
        { value: 17, type: Number },
        { value: 447_700_900_123, type: Number },
        { value: true, type: Boolean },
        { value: 'two\nlines & <tags>' },
      ],
      [],
      [{ value: 'Clover Fixture' }, null, null, { value: 0.1 + 0.2, type: Number }, { value: 1e21, type: Number }],
    ])
    expect(await cellsOf(new Uint8Array(await toBuffer()))).toEqual([
      ['Victim name', 'Client DOB', 'Date received', 'DASH score', 'Tel', 'Repeat?', 'Notes'],
      ['4', 'Zoë Façade 🙂', '1985-03-04', '2026-11-03T14:30', '17', '447700900123', 'TRUE', 'two\nlines & <tags>'],
      ['6', 'Clover Fixture', '', '', '0.3', '1000000000000000000000', '', ''],
    ])
  })

  test('is read at its first sheet with a table, visible before hidden, or at the one that is named', async () => {
    const { toBuffer } = writeXlsxFile(
      [
        [[{ value: 'Read me first' }]],
        [],
        [
          [{ value: 'Victim' }, { value: 'Perp' }],
          [{ value: 'Ann' }, { value: 'Bo' }],
        ],
        [
          [{ value: 'Agency' }, { value: 'Sector' }],
          [{ value: 'Elm' }, { value: 'Housing' }],
        ],
      ].map((data, index) => ({ data, sheet: `Sheet ${index}` })),
    )
    const bytes = new Uint8Array(await toBuffer())
    const sheetNames = ['Sheet 0', 'Sheet 1', 'Sheet 2', 'Sheet 3']
    expect(await readSpreadsheet({ name: 'list.xlsx', bytes })).toMatchObject({
      ok: true,
      value: { format: { kind: 'xlsx', sheetName: 'Sheet 2', sheetNames } },
    })
    expect(await readSpreadsheet({ name: 'list.xlsx', bytes, sheet: 'Sheet 3' })).toMatchObject({
      ok: true,
      value: { header: ['Agency', 'Sector'], format: { sheetName: 'Sheet 3', sheetNames } },
    })
    expect(await readSpreadsheet({ name: 'list.xlsx', bytes, sheet: 'Sheet 1' })).toMatchObject({ ok: false })
  })

  test('a formula counts by its last result, an error as empty, rich text as its words', async () => {
    const rows = `<row r="1">${textCell('A1', 'Victim name')}${textCell('B1', 'Perp')}${textCell('C1', 'Notes')}</row><row r="2"><c r="A2" t="str"><f>CONCAT("A","nn")</f><v>Ann</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2" t="s"><v>0</v></c></row>`
    const shared =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>two </t></r><r><rPr><b/></rPr><t>words</t></r></si></sst>'
    expect(await cellsOf(zipped(workbookParts(rows, { 'xl/sharedStrings.xml': shared })))).toEqual([
      ['Victim name', 'Perp', 'Notes'],
      ['2', 'Ann', '', 'two words'],
    ])
  })

  test('blank formatted cells far outside do not count', async () => {
    const rows = `${soundRows}<row r="3"><c r="A3" s="0"/><c r="XFD3" s="0"/></row><row r="1048576" ht="15"/>`
    expect(await cellsOf(zipped(workbookParts(rows)))).toHaveLength(2)
  })
})

describe('a hostile or broken workbook is refused', () => {
  const bomb = (megabytes: number) => zipped(workbookParts('', { 'xl/worksheets/sheet1.xml': ' '.repeat(megabytes * 1024 * 1024) }))
  const withEntity = (part: string) =>
    zipped(
      workbookParts(soundRows, {
        [part]: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><sst><si><t>&a;</t></si></sst>`,
      }),
    )
  const utf16Part = () =>
    zipped({ ...workbookParts(soundRows), 'xl/sharedStrings.xml': Uint8Array.from(Buffer.from('\uFEFF<!DOCTYPE x []><sst/>', 'utf16le')) })
  const sound = zipped(workbookParts(soundRows))

  test('while the sound one is read', async () => {
    expect(await answerOf(sound)).toBe('read')
  })

  test.each<[string, () => Uint8Array, string]>([
    ['a bomb that states its size', () => bomb(64), 'expandsTooMuch'],
    ['a bomb that lies about its size', () => withStatedSizes(bomb(64), 1000), 'expandsTooMuch'],
    ['a bomb that states nothing', () => withStatedSizes(bomb(64), 0), 'expandsTooMuch'],
    ['stated sizes beyond 300 MB', () => withStatedSizes(sound, 200 * 1024 * 1024), 'expandsTooMuch'],
    [
      '2,001 entries',
      () => zipped({ ...workbookParts(soundRows), ...Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`x/${index}`, ''])) }),
      'expandsTooMuch',
    ],
    ['an entity in the texts', () => withEntity('xl/sharedStrings.xml'), 'damaged'],
    ['an entity in the sheet', () => withEntity('xl/worksheets/sheet1.xml'), 'damaged'],
    ['an entity in the workbook', () => withEntity('xl/workbook.xml'), 'damaged'],
    ['an entity hidden in UTF-16', utf16Part, 'damaged'],
    [
      'a cell in column one million',
      () => zipped(workbookParts(`<row r="1">${textCell('A1', 'Victim')}${textCell('BDWGN1', 'x')}</row>`)),
      'tooManyColumns',
    ],
    [
      'a cell in column 201',
      () => zipped(workbookParts(`<row r="1">${textCell('A1', 'Victim')}${textCell('GS1', 'x')}</row>`)),
      'tooManyColumns',
    ],
    [
      'a cell in row one billion',
      () => zipped(workbookParts(`<row r="1">${textCell('A1', 'Victim')}</row><row r="999999999">${textCell('A999999999', 'x')}</row>`)),
      'tooManyRows',
    ],
    ['a row without cells far outside', () => zipped(workbookParts(`${soundRows}<row r="99999999"/>`)), 'tooManyRows'],
    [
      'an address hidden behind a false one',
      () => zipped(workbookParts(`<row r="1"><c x=">" r="ZZZZZZ1" t="inlineStr"><is><t>x</t></is></c></row>`)),
      'damaged',
    ],
    ['a cell without an address', () => zipped(workbookParts(`<row><c t="inlineStr"><is><t>x</t></is></c></row>`)), 'damaged'],
    ['XML that is not closed', () => zipped(workbookParts(`<row r="1"><c r="A1"><v>1`)), 'damaged'],
    [
      'a sheet that is not there',
      () => zipped({ ...workbookParts(soundRows), 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
      'damaged',
    ],
    ['a truncated archive', () => sound.slice(0, sound.length / 2), 'damaged'],
    ['an archive without its last byte', () => sound.slice(0, -1), 'damaged'],
    ['the four first bytes of an archive', () => Uint8Array.from([0x50, 0x4b, 3, 4]), 'damaged'],
    ['an empty workbook', () => zipped(workbookParts('')), 'empty'],
    ['a header alone', () => zipped(workbookParts(`<row r="1">${textCell('A1', 'Victim')}${textCell('B1', 'Perp')}</row>`)), 'noRows'],
    ['a text document', () => zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'notASpreadsheet'],
    ['any other archive', () => zipped({ 'photo.txt': 'x' }), 'notASpreadsheet'],
    ['an empty archive', () => zipped({}), 'notASpreadsheet'],
    ['an old workbook', () => container('Workbook'), 'oldExcel'],
    ['an older one', () => container('Book'), 'oldExcel'],
    ['an old text document', () => container('WordDocument'), 'notASpreadsheet'],
    ['a workbook before containers', () => Uint8Array.from([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00]), 'oldExcel'],
  ])('%s', async (_, bytes, expected) => {
    expect(await answerOf(bytes())).toBe(expected)
  })

  test('one under a password', async () => {
    const encrypted = officeCrypto.encrypt(Buffer.from(sound), { password: 'correct horse battery' })
    expect(await answerOf(new Uint8Array(encrypted))).toBe('password')
  })

  test('whatever byte is changed, it is read or refused, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Uint8Array.from(sound)
        for (const [at, value] of changes) bytes[at] = value
        expect(await answerOf(bytes)).toBeTypeOf('string')
      }),
      { numRuns: 300 },
    )
  })
})

/** The look of an OLE container whose directory names one stream. */
function container(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  Buffer.from(stream, 'utf16le').copy(bytes, 1152)
  return Uint8Array.from(bytes)
}
