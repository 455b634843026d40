import { accept, refuse, type Result } from '#domain/refusal.ts'
import { declaredDelimiter, guessDelimiter } from './csv-delimiter.ts'
import { parseRecords } from './csv-records.ts'
import { decodeText } from './csv-text.ts'
import type { Sheet } from './sheet.ts'
import { tableOf } from './sheet-table.ts'

/** What other programs save under a name that ends in `.csv` or `.xls`: web pages, XML, rich text, PDF, JSON. */
const otherFormats = /^\s*(?:<(?:!doctype|html|\?xml|table|svg)|\{\\rtf|%PDF-|[{[]\s*["{[])/iu

/** Reads a CSV file, whatever its encoding, line ends and delimiter. */
export function readCsv(bytes: Uint8Array): Result<Sheet> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  if (text.trim() === '') return refuse({ code: 'fileNotReadable', problem: 'empty' })
  if (otherFormats.test(text.slice(0, 1000))) return refuse({ code: 'fileNotReadable', problem: 'notASpreadsheet' })
  const declared = declaredDelimiter(text)
  const delimiter = declared?.delimiter ?? guessDelimiter(text)
  const records = parseRecords(declared?.text ?? text, delimiter)
  if (records === null) return refuse({ code: 'fileNotReadable', problem: 'damaged' })
  const linesBefore = declared ? 1 : 0
  const table = tableOf(records.map(({ cells, line }, index) => ({ number: index + 1, line: line + linesBefore, cells })))
  return table.ok ? accept({ ...table.value, format: { kind: 'csv', encoding, delimiter } }) : table
}
