import type { IsoDate } from '#domain/dates.ts'
import { type ActionListContent, type ActionListRow, agencyStatuses } from '#domain/sharing/action-list.ts'
import { type ActionListWords, fill, longestComment } from '#domain/sharing/action-list-words.ts'
import { inertCell } from '#domain/sharing/inert-cell.ts'
import { printable } from '#domain/sharing/printable.ts'
import { encrypt } from 'officecrypto-tool'
import writeXlsxFile, { type Cell, type CellObject, type Row, type Sheet } from 'write-excel-file/universal'
import { longDate } from './long-date.ts'
import { listSeal, rowSeal, type SealedList } from './list-seal.ts'
import { sealSheetName, sealSheetRows, statusLabels } from './seal-sheet.ts'
import { finishWorkbook } from './workbook-finish.ts'

const HEADING_ROWS = 4
const WIDTHS = [11, 15, 62, 13, 18, 24, 42] as const
const INK = '#1f2933'
const LINE = '#c5ced6'
const TO_FILL_IN = '#fff8db'
const CELL = { alignVertical: 'top', wrap: true, textColor: INK, borderColor: LINE, borderStyle: 'thin' } as const satisfies CellObject
const HEAD = { ...CELL, fontWeight: 'bold', backgroundColor: '#e4e9ee', alignVertical: 'center', height: 20 } as const satisfies CellObject

/**
 * The list as a workbook under a password (Agile encryption, AES-256), with two columns for the agency to fill in. Texts are text cells that no
 * program takes for formulas, due dates are dates. A hidden sheet seals list and rows under `sealKey`, so that a return is known again.
 */
export async function writeActionListXlsx(
  content: ActionListContent,
  words: ActionListWords,
  password: string,
  sealKey: Uint8Array,
): Promise<Uint8Array> {
  const plain = await writePlainActionListXlsx(content, words, sealKey)
  return new Uint8Array(encrypt(Buffer.from(plain), { password }))
}

/** The same without the password, for those who check what is inside. */
export async function writePlainActionListXlsx(
  content: ActionListContent,
  words: ActionListWords,
  sealKey: Uint8Array,
): Promise<Uint8Array> {
  const sheets = [actionsSheet(content, words), sealSheet(content, words, sealKey)]
  const blob = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBlob()
  return finishWorkbook(new Uint8Array(await blob.arrayBuffer()), {
    headingRows: HEADING_ROWS,
    rowCount: content.rows.length,
    tableColumns: 'G',
    choice: {
      column: 'F',
      from: `${sealSheetName}!$${statusLabels.column}$${statusLabels.firstRow}:$${statusLabels.column}$${statusLabels.firstRow + agencyStatuses.length - 1}`,
      message: printable(words.pickFromList),
    },
    comment: { column: 'G', limit: longestComment, message: printable(fill(words.commentTooLong, { limit: longestComment })) },
  })
}

function actionsSheet(content: ActionListContent, words: ActionListWords): Sheet<Blob> {
  const date = (day: IsoDate) => longDate(day, words.locale)
  const heading = [
    `${fill(words.title, { agency: content.agencyName })} · ${content.teamName}`,
    `${fill(words.meeting, { date: date(content.meetingOn) })} · ${fill(words.list, { reference: content.listReference, version: content.version, date: date(content.madeOn) })}`,
    `${words.fillIn} ${words.confidential}`,
  ]
  const head = columnTitles(words).map((title): Cell => ({ ...HEAD, ...text(title) }))
  return {
    sheet: sheetName(words.sheet),
    orientation: 'landscape',
    stickyRowsCount: HEADING_ROWS,
    columns: WIDTHS.map((width) => ({ width })),
    dateFormat: 'd mmm yyyy',
    data: [...heading.map(headingRow), head, ...content.rows.map((row) => actionRow(row, words))],
  }
}

function headingRow(line: string, index: number): Row {
  const look = [
    { fontWeight: 'bold', fontSize: 14, height: 22 },
    { height: 18 },
    { height: 34, alignVertical: 'top', wrap: true },
  ] as const satisfies readonly CellObject[]
  return [{ ...text(line), textColor: INK, columnSpan: WIDTHS.length, ...look[index] }]
}

function actionRow(row: ActionListRow, words: ActionListWords): Row {
  const toFillIn = { ...CELL, backgroundColor: TO_FILL_IN, type: String, value: '' } as const satisfies CellObject
  return [
    { ...CELL, ...text(row.actionReference), fontWeight: 'bold', height: rowHeight(row.description) },
    { ...CELL, ...text(row.caseReference) },
    { ...CELL, ...text(row.description) },
    { ...CELL, align: 'left', type: Date, value: new Date(`${row.dueOn}T00:00:00Z`), format: 'd mmm yyyy' },
    { ...CELL, ...text(words.statuses[row.status]) },
    toFillIn,
    toFillIn,
  ]
}

/** Points for the words to stand in full: not every program fits rows to wrapped text. 409 is the highest that the format knows. */
function rowHeight(description: string): number {
  const lines = description
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((line.replace(/[\u1100-\uffff]/g, 'ww').length * 1.1) / WIDTHS[2])))
  return Math.min(409, 4 + 15 * lines.reduce((sum, count) => sum + count, 0))
}

function sealSheet(content: ActionListContent, words: ActionListWords, key: Uint8Array): Sheet<Blob> {
  const list: SealedList = {
    token: content.listToken,
    columns: columnTitles(words).map(shown),
    statuses: agencyStatuses.map((status) => [status, shown(words.statuses[status])] as const),
  }
  const entries = content.rows.map((row) => ({
    actionId: row.actionId,
    actionVersion: row.actionVersion,
    actionReference: row.actionReference,
    seal: rowSeal(key, list.token, {
      ...row,
      caseReference: shown(row.caseReference),
      actionReference: shown(row.actionReference),
      description: shown(row.description),
      status: shown(words.statuses[row.status]),
    }),
  }))
  const rows = sealSheetRows({ list, seal: listSeal(key, list), entries })
  return { sheet: sealSheetName, data: rows.map((row) => row.map((value): Cell => ({ type: String, value }))) }
}

/** In the order of the sheet; the reader finds them again by their words. */
function columnTitles({ columns }: ActionListWords): readonly string[] {
  return [columns.action, columns.caseReference, columns.description, columns.dueOn, columns.status, columns.newStatus, columns.comment]
}

function shown(words: string): string {
  return inertCell(printable(words))
}

function text(words: string): { readonly type: StringConstructor; readonly value: string } {
  // `_x0041_` is how the format writes a character by number: kept literal.
  return { type: String, value: shown(words).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') }
}

function sheetName(name: string): string {
  const allowed = printable(name)
    .replace(/[\\/?*[\]:\n\t]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
  return allowed === '' || allowed.toLowerCase() === sealSheetName.toLowerCase() ? 'Actions' : allowed
}
