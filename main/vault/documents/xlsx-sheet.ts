import { accept, type FileProblem, refuse, type Result } from '#domain/refusal.ts'
import { zipSync } from 'fflate'
import { readSheet, SheetNotFoundError } from 'read-excel-file/universal'
import { cellText, plainNumber } from './cell-text.ts'
import type { Sheet } from './sheet.ts'
import { tableOf } from './sheet-table.ts'
import { unpackWorkbook, type WorkbookParts } from './workbook-parts.ts'
import { problemOfWorksheet } from './worksheet-bounds.ts'

const mostSheets = 50

/** Reads the first sheet of a workbook that has a table: a visible one before a hidden one; or the sheet that is `wanted`. Dates come as ISO text, numbers in plain digits. */
export async function readXlsx(bytes: Uint8Array, wanted?: string): Promise<Result<Sheet>> {
  const unpacked = unpackWorkbook(bytes)
  if (!unpacked.ok) return unpacked
  const parts = unpacked.value
  for (const [path, content] of parts) {
    const problem = /^xl\/worksheets\//iu.test(path) ? problemOfWorksheet(Buffer.from(content).toString('utf8')) : null
    if (problem !== null) return unreadable(problem)
  }
  const workbook = repacked(parts)
  const sheets = sheetsInOrder(parts)
  let refused: Result<Sheet> = unreadable('empty')
  try {
    for (const { name, position } of sheets.filter((sheet) => wanted === undefined || sheet.name === wanted)) {
      const rows = await readSheet(workbook, position, { parseNumber: plainNumber, trim: false })
      const table = tableOf((rows ?? []).map((cells, index) => ({ number: index + 1, line: index + 1, cells: cells.map(cellText) })))
      if (table.ok)
        return accept({ ...table.value, format: { kind: 'xlsx', sheetName: name, sheetNames: sheets.map((sheet) => sheet.name) } })
      // a cover sheet has no rows, an empty one nothing at all; any other trouble with a sheet is trouble with the file
      if (!isJustNoTable(table.refusal.code === 'fileNotReadable' ? table.refusal.problem : null)) return table
      if (!refused.ok && refused.refusal.code === 'fileNotReadable' && refused.refusal.problem === 'empty') refused = table
    }
  } catch (error) {
    if (!(error instanceof SheetNotFoundError)) return unreadable('damaged')
  }
  return refused
}

function isJustNoTable(problem: FileProblem | null): boolean {
  return problem === 'empty' || problem === 'noRows'
}

/** A plain archive of the parts that were checked: the parser never sees the person's own. */
function repacked(parts: WorkbookParts): ArrayBuffer {
  const archive = zipSync(Object.fromEntries(parts), { level: 0 })
  return archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.byteLength)
}

/** The sheets as the workbook lists them, the hidden ones last. `position` counts from 1 over all of them. */
function sheetsInOrder(parts: WorkbookParts): readonly { readonly name: string; readonly position: number }[] {
  const xml = Buffer.from(parts.get('xl/workbook.xml') ?? new Uint8Array()).toString('utf8')
  const sheets = [...xml.matchAll(/<(?:[^\s<>/:=]+:)?sheet\s(?<attributes>[^<>]*)>/gu)]
    .map(({ groups }, index) => ({ attributes: ` ${groups?.['attributes'] ?? ''}`, position: index + 1 }))
    .slice(0, mostSheets)
    .map(({ attributes, position }) => ({
      name: unescaped(/\sname\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/u.exec(attributes)?.groups ?? {}),
      position,
      isHidden: /\sstate\s*=\s*["'](?:hidden|veryHidden)["']/u.test(attributes),
    }))
  return [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)]
}

function unescaped({ double, single }: Record<string, string | undefined>): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
  return (double ?? single ?? '').replace(/&(?:amp|lt|gt|quot|apos);/gu, (entity) => entities[entity] ?? entity)
}

function unreadable(problem: FileProblem) {
  return refuse({ code: 'fileNotReadable', problem })
}
