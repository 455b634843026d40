import { accept, type FileProblem, refuse, type Result } from '#domain/refusal.ts'
import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate'

export type CellValue = string | number | boolean
export type ReadSheet = { readonly name: string; readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellValue>> }
export type Workbook = { readonly sheets: readonly ReadSheet[]; readonly startsIn1904: boolean }

const LIMITS = { unpacked: 60_000_000, ratio: 200, files: 500, sheets: 20, rows: 20_000, columns: 200, cells: 400_000 } as const

class Unreadable extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(problem)
    this.problem = problem
  }
}

/**
 * Reads the cells of an unprotected workbook as any spreadsheet program writes it. Reads names, texts, numbers and truth values, nothing else: no
 * formulas, no links, no document types. Limits on every count; a formula gives the value last worked out.
 */
export function readWorkbook(bytes: Uint8Array): Result<Workbook> {
  try {
    const parts = unpack(bytes)
    const part = (path: string) => parts.get(path.toLowerCase().replace(/^\//, '')) ?? null
    const book = part('xl/workbook.xml')
    const links = part('xl/_rels/workbook.xml.rels')
    if (book === null || links === null) throw new Unreadable('notASpreadsheet')
    const targets = new Map(elements(links, 'Relationship').map(({ attributes: link }) => [link.get('Id') ?? '', link] as const))
    const target = (link: ReadonlyMap<string, string> | undefined) => {
      const path = link?.get('Target') ?? ''
      return part(path.startsWith('/') ? path : `xl/${path}`)
    }
    const strings = [...targets.values()].find((link) => link.get('Type')?.endsWith('/sharedStrings'))
    const shared = strings ? elements(target(strings) ?? '', 'si').map(({ inner }) => textOf(inner)) : []
    const listed = elements(book, 'sheet')
    if (listed.length > LIMITS.sheets) throw new Unreadable('tooManyColumns')
    const sheets = listed.map(({ attributes: sheet }) => ({
      name: sheet.get('name') ?? '',
      rows: rowsOf(target(targets.get(relationOf(sheet))) ?? '', shared),
    }))
    const startsIn1904 = elements(book, 'workbookPr').some(({ attributes }) => /^(?:1|true)$/.test(attributes.get('date1904') ?? ''))
    return accept({ sheets, startsIn1904 })
  } catch (error) {
    return refuse({ code: 'fileNotReadable', problem: error instanceof Unreadable ? error.problem : 'damaged' })
  }
}

function unpack(bytes: Uint8Array): ReadonlyMap<string, string> {
  let [unpacked, count] = [0, 0]
  const filter = (file: UnzipFileInfo) => {
    count += 1
    if (count > LIMITS.files) throw new Unreadable('expandsTooMuch')
    if (!/\.(?:xml|rels)$/i.test(file.name)) return false
    unpacked += file.originalSize
    if (unpacked > LIMITS.unpacked || file.originalSize > Math.max(1_000_000, file.size * LIMITS.ratio))
      throw new Unreadable('expandsTooMuch')
    return true
  }
  const files = Object.entries(unzipSync(bytes, { filter })).map(
    ([name, file]) => [name.toLowerCase(), withoutDocumentType(decoded(file))] as const,
  )
  return new Map(files)
}

function decoded(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  return strFromU8(file).replace(/^\uFEFF|^ï»¿/, '')
}

/** Entities can only be defined in a document type; no spreadsheet program writes one. */
function withoutDocumentType(xml: string): string {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Unreadable('damaged')
  return xml
}

function rowsOf(xml: string, shared: readonly string[]): ReadonlyMap<number, ReadonlyMap<number, CellValue>> {
  const rows = new Map<number, Map<number, CellValue>>()
  let [rowNumber, cells] = [0, 0]
  for (const row of elements(xml, 'row')) {
    rowNumber = row.attributes.has('r') ? Number(row.attributes.get('r')) : rowNumber + 1
    const values = new Map<number, CellValue>()
    let column = 0
    for (const cell of elements(row.inner, 'c')) {
      column = columnOf(cell.attributes.get('r')) ?? column + 1
      const value = valueOf(cell.attributes.get('t') ?? 'n', cell.inner, shared)
      if (value === null || value === '') continue
      cells += 1
      if (column > LIMITS.columns || cells > LIMITS.cells) throw new Unreadable('tooManyColumns')
      values.set(column, value)
    }
    if (values.size > 0) rows.set(rowNumber, values)
    if (rows.size > LIMITS.rows) throw new Unreadable('tooManyRows')
  }
  return rows
}

function valueOf(kind: string, inner: string, shared: readonly string[]): CellValue | null {
  if (kind === 'inlineStr') return textOf(inner)
  const raw = elements(inner, 'v')[0]?.inner
  if (raw === undefined) return null
  const text = unescaped(raw)
  switch (kind) {
    case 's':
      return shared[Number(text)] ?? null
    case 'str':
      return literalCharacters(text)
    case 'b':
      return text.trim() === '1'
    case 'd':
      return text.slice(0, 10)
    case 'e':
      return null
    default:
      return text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text)
  }
}

/** A letter is a number in base 26: `AA` is 27. Null without an address. */
function columnOf(address: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(address ?? '')?.[1]
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function relationOf(sheet: ReadonlyMap<string, string>): string {
  return [...sheet].find(([name]) => /(?:^|:)id$/.test(name))?.[1] ?? ''
}

/** The text of a string, its runs joined and readings of Japanese left out. */
function textOf(xml: string): string {
  const withoutReadings = xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  return literalCharacters(
    elements(withoutReadings, 't')
      .map(({ inner }) => unescaped(inner))
      .join(''),
  )
}

function literalCharacters(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner: string) => inner.replaceAll('&', '&amp;'))
    .replace(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
}

type Element = { readonly attributes: ReadonlyMap<string, string>; readonly inner: string }

/** Every element of that local name, with whatever prefix, in order. Such an element never holds another of its name in this format. */
function elements(xml: string, name: string): readonly Element[] {
  const opening = new RegExp(`<((?:\\w+:)?${name})((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*(/?)>`, 'g')
  const found: Element[] = []
  for (let match = opening.exec(xml); match; match = opening.exec(xml)) {
    const from = opening.lastIndex
    const closing = match[3] === '/' ? from : xml.indexOf(`</${match[1] ?? name}>`, from)
    if (closing < 0) throw new Unreadable('damaged')
    found.push({ attributes: attributesOf(match[2] ?? ''), inner: match[3] === '/' ? '' : xml.slice(from, closing) })
    opening.lastIndex = Math.max(from, closing)
  }
  return found
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => [match[1] ?? '', unescaped(match[2] ?? match[3] ?? '')]),
  )
}
