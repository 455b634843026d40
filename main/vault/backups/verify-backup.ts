import { auditHead, checkPages, openReadOnly, rowCounts } from '#db'
import type { FileHandle } from 'node:fs/promises'
import { isAuthentic, readBackup } from './container.ts'

/** What a copy must hold: the rows and the last log entry of the store at the moment of copying. */
export type Expected = {
  readonly counts: Readonly<Record<string, number>>
  readonly auditSeq: number
  readonly auditMac: Uint8Array | null
}

type Keys = { readonly store: Uint8Array; readonly backup: Uint8Array }

/**
 * Reads a finished backup again as if nothing were known of it: checksum, authenticity, every page, SQLite's own checks, the number of rows of
 * every table and the end of the log. True only where all of it holds. Throws what the disk throws.
 */
export async function isBackupSound(
  file: FileHandle,
  path: string,
  keys: Keys,
  expected: Expected,
  onProgress?: (done: number, total: number) => void,
): Promise<boolean> {
  const reading = await readBackup(file)
  if (reading.kind !== 'read' || !(await isAuthentic(file, keys.backup))) return false
  const pages = await checkPages(file.fd, keys.store, { bytes: reading.head.storeBytes, ...(onProgress ? { onProgress } : {}) })
  if (pages.damaged.length > 0) return false
  try {
    return holds(path, keys.store, expected)
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

function holds(path: string, key: Uint8Array, expected: Expected): boolean {
  const copy = openReadOnly(path, key)
  try {
    const head = auditHead(copy)
    return (
      copy.problems().length === 0 &&
      JSON.stringify(rowCounts(copy)) === JSON.stringify(expected.counts) &&
      (head?.seq ?? 0) === expected.auditSeq &&
      (head === null || (expected.auditMac !== null && head.mac.equals(expected.auditMac)))
    )
  } finally {
    copy.close()
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
}
