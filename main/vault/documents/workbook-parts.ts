import { accept, type FileProblem, refuse, type Result } from '#domain/refusal.ts'
import { megabyte, sheetLimits } from './sheet.ts'
import { inflateEntry, readZipDirectory, type ZipEntry } from './zip-entries.ts'

/** The XML parts of a workbook, by path. */
export type WorkbookParts = ReadonlyMap<string, Uint8Array>

/** Parts that hold cells, their texts, their formats, or say where those are. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/(?:sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml|xl\/[^/]+\.xml)$/iu

/** Unpacks the parts of an XLSX file that are read, within the limits, and refuses what no workbook needs: document types and entities. */
export function unpackWorkbook(bytes: Uint8Array): Result<WorkbookParts> {
  const directory = readZipDirectory(bytes)
  if (!directory.ok) return directory
  const entries = directory.value
  const kind = kindOf(entries)
  if (kind !== null) return unreadable(kind)
  const parts = new Map<string, Uint8Array>()
  let left = sheetLimits.inflatedMegabytes * megabyte
  for (const entry of entries) {
    if (!needed.test(entry.name)) continue
    const content = inflateEntry(bytes, entry, left)
    if (!content.ok) return content
    left -= content.value.length
    if (hasDocumentType(content.value)) return unreadable('damaged')
    parts.set(entry.name, content.value)
  }
  return accept(parts)
}

function kindOf(entries: readonly ZipEntry[]): FileProblem | null {
  const has = (name: string) => entries.some((entry) => entry.name.toLowerCase() === name)
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'password'
  return has('xl/workbook.xml') ? null : 'notASpreadsheet'
}

/** A workbook has no use for `<!DOCTYPE` or `<!ENTITY`; a hostile one expands them without end or reads other files by them. UTF-16 could hide them. */
function hasDocumentType(content: Uint8Array): boolean {
  const view = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (
    view.length >= 2 &&
    view[0] !== 0x3c &&
    view.readUInt16BE(0) !== 0xefbb &&
    /^\s*<(?![?\w])|\u0000/u.test(view.toString('latin1', 0, 200))
  )
    return true
  for (let at = view.indexOf('<!'); at >= 0; at = view.indexOf('<!', at + 2)) {
    const word = view.toString('latin1', at + 2, at + 10).toUpperCase()
    if (!word.startsWith('--') && !word.startsWith('[CDATA[')) return true
  }
  return false
}

function unreadable(problem: FileProblem) {
  return refuse({ code: 'fileNotReadable', problem })
}
