import { findHeader } from '#domain/intake/header-row.ts'
import { accept, type FileProblem, refuse, type Result } from '#domain/refusal.ts'
import { type Sheet, sheetLimits, type SheetRow } from './sheet.ts'

/** Finds the header among the rows of a sheet and brings all rows to one width. Blank rows, and the header printed again, are left out. */
export function tableOf(rows: readonly SheetRow[]): Result<Omit<Sheet, 'format'>> {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return unreadable('empty')
  if (filled.length > sheetLimits.rows + 1) return unreadable('tooManyRows')
  const width = filled.reduce((most, { cells }) => Math.max(most, usedWidth(cells)), 0)
  if (width > sheetLimits.columns) return unreadable('tooManyColumns')
  if (filled.some(({ cells }) => cells.some((cell) => cell.length > sheetLimits.cellCharacters))) return unreadable('damaged')
  const found = findHeader(filled.map(({ cells }) => cells))
  if (found === null) return unreadable('empty')
  const header = fitted(found.header, width)
  const heading = fitted(filled[found.index]?.cells ?? [], width).join('\u0000')
  const body = filled.slice(found.index + 1).map((row) => ({ ...row, cells: fitted(row.cells, width) }))
  const table = body.filter(({ cells }) => cells.join('\u0000') !== heading)
  return table.length === 0 ? unreadable('noRows') : accept({ header, rows: table })
}

function usedWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

function fitted(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? '')
}

function unreadable(problem: FileProblem) {
  return refuse({ code: 'fileNotReadable', problem })
}
