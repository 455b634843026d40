import type { ActionId } from '#domain/ids.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { ActionId as ActionIdSchema } from '#domain/ids.ts'
import { fromInertCell } from '#domain/sharing/inert-cell.ts'
import { flowed, printable } from '#domain/sharing/printable.ts'
import type { ReportedStatus, ReturnedRow } from '#domain/sharing/return.ts'
import { listSeal, rowSeal, sameSeal, type SealedList } from './list-seal.ts'
import { parseSealSheet, type SealEntry, sealSheetName } from './seal-sheet.ts'
import type { CellValue, ReadSheet, Workbook } from './workbook-reader.ts'

export type ReturnedList = { readonly listToken: string; readonly rows: readonly ReturnedRow[] }

const COLUMNS = ['action', 'caseReference', 'description', 'dueOn', 'status', 'newStatus', 'comment'] as const
type Column = (typeof COLUMNS)[number]

/**
 * Reads a list that an agency has filled in, saved by any spreadsheet program, rows sorted, taken out or put in, columns moved. Refused where the list
 * was never made under this key (`returnNotOurs`). Each row says whether it stands as it was sent.
 */
export function readReturnedList(workbook: Workbook, sealKey: Uint8Array): Result<ReturnedList> {
  const sealed = sealedListOf(workbook, sealKey)
  if (!sealed) return refuse({ code: 'returnNotOurs' })
  const table = workbook.sheets.filter((sheet) => sheet.name !== sealSheetName).flatMap((sheet) => tableOf(sheet, sealed.list) ?? [])[0]
  if (!table) return refuse({ code: 'returnNotOurs' })
  return accept({ listToken: sealed.list.token, rows: rowsOf(table, sealed, sealKey, workbook.startsIn1904) })
}

type Sealed = { readonly list: SealedList; readonly entries: ReadonlyMap<string, SealEntry> }

function sealedListOf(workbook: Workbook, key: Uint8Array): Sealed | null {
  const sheet = workbook.sheets.find(({ name }) => name === sealSheetName)
  const parsed = sheet ? parseSealSheet([...sheet.rows.values()].map(texts)) : null
  if (!parsed || !sameSeal(parsed.seal, listSeal(key, parsed.list))) return null
  return { list: parsed.list, entries: new Map(parsed.entries.map((entry) => [entry.actionReference, entry])) }
}

type Table = { readonly sheet: ReadSheet; readonly headRow: number; readonly columns: ReadonlyMap<Column, number> }

/** The table is where a row holds every title of the list; the columns may have been moved. */
function tableOf(sheet: ReadSheet, list: SealedList): Table | null {
  for (const [headRow, cells] of sheet.rows) {
    const places = new Map([...cells].map(([column, value]) => [flowed(String(value)), column]))
    const columns = list.columns.map((title) => places.get(flowed(title)))
    if (columns.every((column) => column !== undefined))
      return { sheet, headRow, columns: new Map(COLUMNS.map((name, index) => [name, columns[index] ?? 0])) }
  }
  return null
}

function rowsOf({ sheet, headRow, columns }: Table, sealed: Sealed, key: Uint8Array, startsIn1904: boolean): readonly ReturnedRow[] {
  return [...sheet.rows]
    .filter(([rowNumber]) => rowNumber > headRow)
    .toSorted(([one], [other]) => one - other)
    .map(([rowNumber, cells]): ReturnedRow => {
      const shown = (column: Column) => shownText(cells.get(columns.get(column) ?? 0))
      const dueOn = cells.get(columns.get('dueOn') ?? 0)
      const words = {
        actionReference: shown('action'),
        caseReference: shown('caseReference'),
        description: shown('description'),
        dueOn: typeof dueOn === 'number' ? isoOfSerial(dueOn, startsIn1904) : shownText(dueOn),
        status: shown('status'),
      }
      const entry = sealed.entries.get(flowed(words.actionReference))
      const actionId = entry ? idOf(entry) : null
      const isIntact =
        entry !== undefined && actionId !== null && sameSeal(entry.seal, rowSeal(key, sealed.list.token, { ...entry, ...words }))
      return {
        rowNumber,
        actionReference: flowed(words.actionReference),
        caseReference: flowed(words.caseReference),
        description: printable(fromInertCell(words.description)),
        actionId,
        actionVersion: actionId === null ? null : (entry?.actionVersion ?? null),
        seal: actionId === null ? 'foreign' : isIntact ? 'intact' : 'altered',
        newStatus: statusOf(shown('newStatus'), sealed.list),
        comment: printable(fromInertCell(shown('comment'))).trim(),
      }
    })
    .filter((row) => row.actionReference !== '' || row.comment !== '' || row.newStatus.kind !== 'none' || row.description !== '')
}

function idOf(entry: SealEntry): ActionId | null {
  return ActionIdSchema.safeParse(entry.actionId).data ?? null
}

function statusOf(text: string, list: SealedList): ReportedStatus {
  const plain = (label: string) => flowed(label).toLowerCase()
  if (plain(text) === '') return { kind: 'none' }
  const found = list.statuses.find(([, label]) => plain(label) === plain(text))
  return found ? { kind: 'status', status: found[0] } : { kind: 'unknown', text: flowed(text).slice(0, 200) }
}

function texts(row: ReadonlyMap<number, CellValue>): readonly string[] {
  return Array.from({ length: Math.max(0, ...row.keys()) }, (_, index) => shownText(row.get(index + 1)))
}

function shownText(value: CellValue | undefined): string {
  return value === undefined ? '' : String(value)
}

/** The date of a day number: 1 is 1 January 1900 in a calendar that believes in 29 February 1900, or 0 is 1 January 1904. */
function isoOfSerial(serial: number, startsIn1904: boolean): string {
  const days = Math.floor(serial) + (startsIn1904 ? 1462 : 0)
  if (!(days > 60 && days < 2_958_466)) return String(serial)
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}
