import { accept, type FileProblem, refuse, type Result } from '#domain/refusal.ts'
import { isCompoundFile, openCompoundFile } from './compound-file.ts'
import { decryptPackage } from './office-decrypt.ts'
import { readWorkbook, type Workbook } from './workbook-reader.ts'

export const lockedWorkbookLimits = { bytes: 50_000_000, passwords: 60 } as const

/**
 * Opens a workbook that is protected by one of the passwords or by none. Refused where it is no workbook (`fileNotReadable`) or none of the passwords fits
 * (`returnPasswordUnknown`). Runs on untrusted bytes: call it through `openWorkbookSafely`.
 */
export function openLockedWorkbook(bytes: Uint8Array, passwords: readonly string[]): Result<Workbook> {
  const plain = withoutPassword(bytes, passwords)
  return plain.ok ? readWorkbook(plain.value) : plain
}

function withoutPassword(bytes: Uint8Array, passwords: readonly string[]): Result<Uint8Array> {
  if (bytes.length === 0) return unreadable('empty')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return accept(bytes)
  if (!isCompoundFile(bytes)) return unreadable(bytes.includes(0) ? 'binary' : 'notASpreadsheet')
  const file = openCompoundFile(bytes)
  if (!file) return unreadable('damaged')
  const [info, encrypted] = [file.stream('EncryptionInfo'), file.stream('EncryptedPackage')]
  if (!info || !encrypted) return unreadable(file.stream('Workbook') || file.stream('Book') ? 'oldExcel' : 'damaged')
  const opened = decryptPackage(info, encrypted, passwords.filter((password) => password !== '').slice(0, lockedWorkbookLimits.passwords))
  switch (opened.kind) {
    case 'plain':
      return accept(opened.bytes)
    case 'wrongPassword':
      return refuse({ code: 'returnPasswordUnknown' })
    case 'damaged':
      return unreadable('damaged')
  }
}

function unreadable(problem: FileProblem): {
  readonly ok: false
  readonly refusal: { readonly code: 'fileNotReadable'; readonly problem: FileProblem }
} {
  return { ok: false, refusal: { code: 'fileNotReadable', problem } }
}
