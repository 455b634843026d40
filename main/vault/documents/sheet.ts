/** A table read from a person's file, header apart, ready for the column guess. */
export type Sheet = {
  /** As long as the widest row; a column without a heading has an empty one. */
  readonly header: readonly string[]
  /** The rows that are not blank. Each has as many cells as the header. */
  readonly rows: readonly SheetRow[]
  readonly format: SheetFormat
}

export type SheetRow = {
  /** As Excel numbers it: the first row of the sheet is 1. In a CSV file a quoted line end does not count. */
  readonly number: number
  /** The line of the CSV file on which the row begins; the same as `number` in a workbook. */
  readonly line: number
  readonly cells: readonly string[]
}

export type SheetFormat =
  | { readonly kind: 'csv'; readonly encoding: CsvEncoding; readonly delimiter: CsvDelimiter }
  | { readonly kind: 'xlsx'; readonly sheetName: string; readonly sheetNames: readonly string[] }

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'
export type CsvDelimiter = ',' | ';' | '\t' | '|'

/** A file as the person picked it, and the sheet of a workbook if one was named. */
export type PickedFile = { readonly name: string; readonly bytes: Uint8Array; readonly sheet?: string | undefined }

/** What a file may hold at most; beyond it is refused, in words. */
export const sheetLimits = {
  megabytes: 50,
  rows: 100_000,
  columns: 200,
  /** Excel's own limit for one cell. */
  cellCharacters: 32_767,
  zipEntries: 2_000,
  inflatedMegabytes: 300,
  /** Deflate reaches 1032:1 on one repeated byte; a sheet of real rows stays below 100:1. */
  inflationRatio: 200,
} as const

export const megabyte = 1024 * 1024
