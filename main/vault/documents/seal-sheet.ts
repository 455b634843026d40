import { type AgencyStatus, agencyStatuses } from '#domain/sharing/action-list.ts'
import { fromInertCell, inertCell } from '#domain/sharing/inert-cell.ts'
import type { SealedList } from './list-seal.ts'

/** The hidden sheet by which a returned list is known again. Its rows start with what they are. */
export const sealSheetName = 'Seal'
const FORMAT = '1'

export type SealEntry = {
  readonly actionId: number
  readonly actionVersion: number
  readonly actionReference: string
  readonly seal: string
}

export type SealSheet = { readonly list: SealedList; readonly seal: string; readonly entries: readonly SealEntry[] }

/** The row, from 1, and column in which the labels of the statuses begin: the drop-down takes them from there. */
export const statusLabels = { firstRow: 3, column: 'C' } as const

/** The sheet's cells, all text. */
export function sealSheetRows(sheet: SealSheet): readonly (readonly string[])[] {
  return [
    ['list', FORMAT, inertCell(sheet.list.token), sheet.seal],
    ['columns', ...sheet.list.columns],
    ...sheet.list.statuses.map(([status, label]) => ['status', status, label]),
    ...sheet.entries.map((entry) => ['action', String(entry.actionId), entry.actionReference, String(entry.actionVersion), entry.seal]),
  ]
}

/** The sheet read back; null where it is not one of ours. Nothing in it can be relied on until the seals are checked. */
export function parseSealSheet(rows: readonly (readonly string[])[]): SealSheet | null {
  const of = (kind: string) => rows.filter((row) => row[0] === kind).map((row) => row.slice(1))
  const [list] = of('list')
  const [columns] = of('columns')
  if (!list || !columns || list[0] !== FORMAT) return null
  return {
    list: {
      token: fromInertCell(list[1] ?? ''),
      columns: columns.filter((title) => title !== ''),
      statuses: of('status').flatMap(([status = '', label = '']) => (isAgencyStatus(status) ? [[status, label] as const] : [])),
    },
    seal: list[2] ?? '',
    entries: of('action').map(([id = '', reference = '', version = '', seal = '']) => ({
      actionId: Number(id),
      actionReference: reference,
      actionVersion: Number(version),
      seal,
    })),
  }
}

function isAgencyStatus(text: string): text is AgencyStatus {
  return agencyStatuses.some((status) => status === text)
}
