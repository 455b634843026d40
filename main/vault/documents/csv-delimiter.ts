import { headerLikeness } from '#domain/intake/header-row.ts'
import { parseRecords } from './csv-records.ts'
import type { CsvDelimiter } from './sheet.ts'

const delimiters: readonly CsvDelimiter[] = [',', ';', '\t', '|']
const lookedAt = 60
const lookedAtCharacters = 200_000

/** The delimiter that Excel writes in a first line of its own (`sep=;`), and the text behind that line. */
export function declaredDelimiter(text: string): { readonly delimiter: CsvDelimiter; readonly text: string } | null {
  const found = /^"?sep=(?<delimiter>[,;\t|])"?\n/iu.exec(text)
  const delimiter = delimiters.find((candidate) => candidate === found?.groups?.['delimiter'])
  return found && delimiter !== undefined ? { delimiter, text: text.slice(found[0].length) } : null
}

/** The delimiter by which the first records fall into equally many cells, under the most headings that are known. */
export function guessDelimiter(text: string): CsvDelimiter {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(text.slice(0, lookedAtCharacters), delimiter) }))
  return scored.reduce((best, candidate) => (candidate.score > best.score ? candidate : best)).delimiter
}

function scoreOf(text: string, delimiter: CsvDelimiter): number {
  const records = (parseRecords(text, delimiter, lookedAt) ?? [])
    .map(({ cells }) => cells)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const widths = new Map<number, number>()
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width, times] = [...widths].reduce(
    (most, entry) => (entry[1] > most[1] || (entry[1] === most[1] && entry[0] > most[0]) ? entry : most),
    [1, 0],
  )
  if (width < 2) return 0
  const headings = Math.max(...records.slice(0, 20).map(headerLikeness))
  return (times / records.length) * Math.log2(width) + headings
}
