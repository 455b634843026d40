import { describe, expect, test } from 'vitest'
import type { Sheet } from '../../../../main/vault/documents/sheet.ts'
import { readSpreadsheet } from '../../../../main/vault/documents/spreadsheet.ts'

const rows = [
  ['Victim name', 'Perp', 'Referral date', 'Notes'],
  ['Zoë Façade', 'Basil Sampleton', '03/11/2026', 'first line\nsecond, line; with | all\tof them'],
  ['Ana "Bree" Muñoz', 'Günter Beispiel', '04/11/2026', ''],
  ['Clover Fixture', '', '05/11/2026', 'plain'],
]

function csv(delimiter: string, lineEnd = '\r\n', table = rows): string {
  const cell = (text: string) => (/[",;|\t\n]/u.test(text) ? `"${text.replaceAll('"', '""').replaceAll('\n', lineEnd)}"` : text)
  return `${table.map((row) => row.map(cell).join(delimiter)).join(lineEnd)}${lineEnd}`
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isBigEndian: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return Uint8Array.from(isBigEndian ? bytes.swap16() : bytes)
}
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const macRoman: Readonly<Record<string, number>> = { ë: 0x91, ç: 0x8d, ñ: 0x96, ü: 0x9f }
const mac = (text: string) => Uint8Array.from([...text].map((letter) => macRoman[letter] ?? letter.charCodeAt(0)))

async function read(bytes: Uint8Array): Promise<Sheet> {
  const answer = await readSpreadsheet({ name: 'list.csv', bytes })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

async function problem(bytes: Uint8Array): Promise<string> {
  const answer = await readSpreadsheet({ name: 'list.csv', bytes })
  return answer.ok ? 'read' : answer.refusal.code === 'fileNotReadable' ? answer.refusal.problem : answer.refusal.code
}

const table = ({ header, rows: read_ }: Sheet) => [header, ...read_.map(({ cells }) => cells)]

describe('the same table, however it was saved', () => {
  test.each([
    ['UTF-8', utf8(csv(',')), 'utf-8', ','],
    ['UTF-8 with a mark', utf8(`\uFEFF${csv(',')}`), 'utf-8', ','],
    ['UTF-8 with semicolons', utf8(csv(';')), 'utf-8', ';'],
    ['UTF-8 with tabs', utf8(csv('\t')), 'utf-8', '\t'],
    ['UTF-8 with bars', utf8(csv('|')), 'utf-8', '|'],
    ['UTF-8 with Unix line ends', utf8(csv(',', '\n')), 'utf-8', ','],
    ['UTF-8 with old Mac line ends', utf8(csv(',', '\r')), 'utf-8', ','],
    ['a declared delimiter', utf8(`sep=;\r\n${csv(';')}`), 'utf-8', ';'],
    ['UTF-16 little-endian, as Excel saves Unicode text', utf16(csv('\t'), false, true), 'utf-16le', '\t'],
    ['UTF-16 big-endian', utf16(csv(','), true, true), 'utf-16be', ','],
    ['UTF-16 without a mark', utf16(csv(','), false, false), 'utf-16le', ','],
    ['UTF-16 big-endian without a mark', utf16(csv(','), true, false), 'utf-16be', ','],
    ['Windows-1252', latin(csv(',')), 'windows-1252', ','],
    ['Windows-1252 with semicolons', latin(csv(';')), 'windows-1252', ';'],
    ['Mac Roman', mac(csv(',', '\r')), 'macintosh', ','],
    ['a DOS end of file', utf8(`${csv(',')}\u001A`), 'utf-8', ','],
    ['no line end at the end', utf8(csv(',').trimEnd()), 'utf-8', ','],
  ])('%s', async (_, bytes, encoding, delimiter) => {
    const sheet = await read(bytes)
    expect(table(sheet)).toEqual(rows)
    expect(sheet.format).toEqual({ kind: 'csv', encoding, delimiter })
  })

  test('the signs that only Windows-1252 has', async () => {
    const sheet = await read(
      Uint8Array.from([...latin('Victim,Perp\nBree '), 0x93, ...latin('B'), 0x94, ...latin(' O'), 0x92, ...latin('Neil,5 '), 0x80, 0x0a]),
    )
    expect(sheet.rows[0]?.cells).toEqual(['Bree “B” O’Neil', '5 €'])
  })
})

describe('rows', () => {
  test('are numbered as Excel numbers them, with the line where they begin', async () => {
    const sheet = await read(utf8('List of March\n\nVictim,Perp\n"Ann\nTesterly",Bo\n\n"Cy",Di\n'))
    expect(sheet.header).toEqual(['Victim', 'Perp'])
    expect(sheet.rows).toEqual([
      { number: 4, line: 4, cells: ['Ann\nTesterly', 'Bo'] },
      { number: 6, line: 7, cells: ['Cy', 'Di'] },
    ])
  })

  test('may be shorter or longer than the header', async () => {
    const sheet = await read(utf8('Victim,Perp,Notes\nAnn\nBo,Cy,Di,,\nEd,Flo,Gus,extra\n'))
    expect(sheet.header).toEqual(['Victim', 'Perp', 'Notes', ''])
    expect(sheet.rows.map(({ cells }) => cells)).toEqual([
      ['Ann', '', '', ''],
      ['Bo', 'Cy', 'Di', ''],
      ['Ed', 'Flo', 'Gus', 'extra'],
    ])
  })

  test('that print the header again are passed over', async () => {
    expect((await read(utf8('Victim,Perp\nAnn,Bo\nVictim,Perp\nCy,Di\n'))).rows.map(({ number }) => number)).toEqual([2, 4])
  })

  test('a row of groups above the header is joined to bare headings', async () => {
    const sheet = await read(utf8('Victim,,Perpetrator,\nName,DOB,Name,DOB\nAnn,1/1/90,Bo,1/1/80\n'))
    expect(sheet.header).toEqual(['Victim Name', 'Victim DOB', 'Perpetrator Name', 'Perpetrator DOB'])
  })

  test('one quote that is never closed spoils its own row only', async () => {
    const sheet = await read(utf8('Victim,Perp\n"Ann,Bo\nCy,"Di, Dee"\n"Liz" Smith,Ed\nFlo,"Gus\nGee"\n'))
    expect(sheet.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [2, '"Ann', 'Bo'],
      [3, 'Cy', 'Di, Dee'],
      [4, '"Liz" Smith', 'Ed'],
      [5, 'Flo', 'Gus\nGee'],
    ])
  })

  test('a header without any word we know is the first row of two cells', async () => {
    const sheet = await read(utf8('Zodiac list\nZodiac,Colour\nLeo,blue\n'))
    expect(sheet.header).toEqual(['Zodiac', 'Colour'])
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', utf8(''), 'empty'],
    ['blank lines', utf8('\r\n\r\n  \r\n'), 'empty'],
    ['a mark alone', utf8('\uFEFF'), 'empty'],
    ['commas alone', utf8(',,,\n,,,\n'), 'empty'],
    ['a header alone', utf8('Victim,Perp\n'), 'noRows'],
    ['zero bytes', utf8('Victim,Perp\nA\u0000nn,Bo\n'), 'binary'],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + ((index * index) >> 3)) % 256), 'binary'],
    ['control characters', utf8(`Victim,Perp\n${'\u0001\u0002\u0003'.repeat(50)}`), 'binary'],
    ['half a UTF-16 character', utf16(csv(','), false, true).slice(0, -1), 'binary'],
    ['a web page', utf8('<html><table><tr><td>Victim</td></tr></table></html>'), 'notASpreadsheet'],
    ['JSON', utf8('[{"victim":"Ann"}]'), 'notASpreadsheet'],
    ['a PDF', utf8('%PDF-1.7\n'), 'notASpreadsheet'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'notASpreadsheet'],
    ['201 columns', utf8(`Victim,Perp\n${'x,'.repeat(200)}x\n`), 'tooManyColumns'],
    ['a million columns', utf8(`Victim,Perp\n${'x,'.repeat(999_999)}x\n`), 'tooManyColumns'],
    ['100,001 rows', utf8(`Victim,Perp\n${'a,b\n'.repeat(100_001)}`), 'tooManyRows'],
    ['a cell beyond Excel’s own limit', utf8(`Victim,Perp\n${'x'.repeat(32_768)},b\n`), 'damaged'],
    ['51 MB', new Uint8Array(51 * 1024 * 1024).fill(0x61), 'fileTooLarge'],
  ])('%s', async (_, bytes, expected) => {
    expect(await problem(bytes)).toBe(expected)
  })

  test('what lies just within the limits is read', async () => {
    expect((await read(utf8(`Victim,Perp\n${'a,b\n'.repeat(100_000)}`))).rows).toHaveLength(100_000)
    expect((await read(utf8(`Victim,Perp\n${'x,'.repeat(199)}x\n${'y'.repeat(32_767)}\n`))).header).toHaveLength(200)
  })
})
