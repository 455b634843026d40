import Papa from 'papaparse'
import type { CsvDelimiter } from './sheet.ts'

/** One record of a CSV file. `line` is where it begins, from 1. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }

const mostRepairs = 200

/**
 * All records, blank ones too, or null where the quotes are beyond repair. A quote that is never closed would swallow the rows below it: such a
 * record is cut at its first line end and its quotes are taken as written, so only that row can be wrong.
 */
export function parseRecords(text: string, delimiter: CsvDelimiter, most = Infinity): readonly CsvRecord[] | null {
  const records: CsvRecord[] = []
  let rest = text
  let line = 1
  for (let repairs = 0; repairs <= mostRepairs; repairs += 1) {
    const { data, errors } = parse(rest, delimiter, most - records.length)
    const runaway = firstRunaway(data, errors)
    const sound = data.slice(0, runaway ?? data.length)
    const firstLine = line
    for (const cells of sound) {
      records.push({ line, cells })
      line += 1 + lineEndsIn(cells)
    }
    if (runaway === null || records.length >= most) return withoutLastBlank(records, text)
    const start = offsetAfterLines(rest, line - firstLine)
    const end = rest.indexOf('\n', start)
    records.push({ line, cells: rest.slice(start, end < 0 ? undefined : end).split(delimiter) })
    if (end < 0) return records
    line += 1
    rest = rest.slice(end + 1)
  }
  return null
}

type ParseErrors = readonly { readonly code?: string; readonly row?: number | undefined }[]

function parse(text: string, delimiter: CsvDelimiter, most: number): { readonly data: readonly string[][]; readonly errors: ParseErrors } {
  const preview = Number.isFinite(most) ? Math.max(1, most) : 0
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: false, preview })
  return { data, errors }
}

/** The first record whose quotes are wrong and that runs over a line end. */
function firstRunaway(data: readonly string[][], errors: ParseErrors): number | null {
  const rows = errors.flatMap(({ code, row }) =>
    row !== undefined &&
    (code === 'MissingQuotes' || code === 'InvalidQuotes') &&
    (code === 'MissingQuotes' || lineEndsIn(data[row] ?? []) > 0)
      ? [row]
      : [],
  )
  return rows.length === 0 ? null : Math.min(...rows)
}

function lineEndsIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}

function offsetAfterLines(text: string, lines: number): number {
  let offset = 0
  for (let passed = 0; passed < lines; passed += 1) offset = text.indexOf('\n', offset) + 1
  return offset
}

/** The line end at the end of the last row begins no further one. */
function withoutLastBlank(records: readonly CsvRecord[], text: string): readonly CsvRecord[] {
  const last = records.at(-1)
  return text.endsWith('\n') && last?.cells.length === 1 && last.cells[0] === '' ? records.slice(0, -1) : records
}
