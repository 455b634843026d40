import { type FileProblem, refuse, type Result } from '#domain/refusal.ts'
import { readCsv } from './csv-sheet.ts'
import { megabyte, type PickedFile, type Sheet, sheetLimits } from './sheet.ts'
import { readXlsx } from './xlsx-sheet.ts'

const [zipMagic, oleMagic] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
]
/** The first record of an Excel 2-4 file, which has no container. */
const bareExcel = [0x09, 0x00, 0x02, 0x04, 0x08].map((version) => [0x09, version])
const otherMagic = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x1f, 0x8b], // gzip
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x50, 0x4b, 0x05, 0x06], // an empty ZIP file
]

/**
 * Reads a spreadsheet by its content, whatever its name ends in: CSV or XLSX. Refuses, in codes, everything else and everything beyond
 * `sheetLimits`. Runs on untrusted bytes: call it through `readSpreadsheetSafely`.
 */
export async function readSpreadsheet({ bytes, sheet }: PickedFile): Promise<Result<Sheet>> {
  if (bytes.length === 0) return unreadable('empty')
  if (bytes.length > sheetLimits.megabytes * megabyte) return refuse({ code: 'fileTooLarge', limitMegabytes: sheetLimits.megabytes })
  if (beginsWith(bytes, zipMagic)) return readXlsx(bytes, sheet)
  if (beginsWith(bytes, oleMagic)) return unreadable(problemOfContainer(bytes))
  if (otherMagic.some((magic) => beginsWith(bytes, magic))) return unreadable('notASpreadsheet')
  if (bareExcel.some((magic) => beginsWith(bytes, magic)) && bytes.subarray(0, 16).includes(0)) return unreadable('oldExcel')
  return readCsv(bytes)
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

/** An OLE container holds an old workbook, or a new one under a password; its directory names the streams in UTF-16. */
function problemOfContainer(bytes: Uint8Array): FileProblem {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => view.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return 'password'
  return holds('Workbook') || holds('Book') ? 'oldExcel' : 'notASpreadsheet'
}

function unreadable(problem: FileProblem) {
  return refuse({ code: 'fileNotReadable', problem })
}
