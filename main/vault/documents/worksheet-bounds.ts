import type { FileProblem } from '#domain/refusal.ts'
import { sheetLimits } from './sheet.ts'

/** Excel's own edges: beyond them no workbook is real. */
const [lastRow, lastColumn] = [1_048_576, 16_384]

const cellTag = /<(?:[^\s<>/:=]+:)*c(?<attributes>(?:\s[^<>]*)?)>(?!\s*<\/)/gu
const rowTag = /<(?:[^\s<>/:=]+:)*row(?<attributes>(?:\s[^<>]*)?)>/gu
const wellFormed = /^(?:\s+[\w.:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*\/?$/u
const reference = /\sr\s*=\s*["'](?<column>[A-Z]{1,7})(?<row>\d{1,9})["']/u
const rowNumber = /\sr\s*=\s*["'](?<row>\d{1,9})["']/u

/**
 * Looks at the addresses of a worksheet before it is parsed: a single cell far outside makes a parser fill everything before it. Null where the
 * cells that hold something lie within the limits.
 */
export function problemOfWorksheet(xml: string): FileProblem | null {
  let rows = 0
  for (const { groups } of xml.matchAll(rowTag)) {
    const attributes = groups?.['attributes'] ?? ''
    if (!wellFormed.test(attributes)) return 'damaged'
    rows += 1
    if (rows > lastRow || Number(rowNumber.exec(attributes)?.groups?.['row'] ?? 0) > lastRow) return 'tooManyRows'
  }
  for (const { groups } of xml.matchAll(cellTag)) {
    const attributes = groups?.['attributes'] ?? ''
    if (!wellFormed.test(attributes)) return 'damaged'
    if (attributes.endsWith('/')) continue
    const address = reference.exec(attributes)?.groups
    if (!address) return 'damaged'
    const column = columnNumber(address['column'] ?? '')
    if (column > sheetLimits.columns || column > lastColumn) return 'tooManyColumns'
    if (Number(address['row']) > sheetLimits.rows + 1000) return 'tooManyRows'
  }
  return null
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
