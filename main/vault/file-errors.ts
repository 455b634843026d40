import type { Refusal } from '#domain/refusal.ts'

/** The refusal that an error of the file system or of SQLite stands for, or null where it is a bug. */
export function refusalOfFileError(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  // SQLite's codes come with what happened behind an underscore: SQLITE_CORRUPT_INDEX, SQLITE_READONLY_DIRECTORY.
  if (error.code.startsWith('SQLITE_CORRUPT')) return { code: 'storeDamaged' }
  if (error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN')) return { code: 'folderReadOnly' }
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
    case 'SQLITE_FULL':
      return { code: 'diskFull' }
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { code: 'folderReadOnly' }
    case 'SQLITE_NOTADB':
    case 'SQLITE_IOERR_SHORT_READ':
      return { code: 'storeDamaged' }
    case 'EIO':
      return { code: 'diskFails' }
    default:
      return error.code.startsWith('SQLITE_IOERR') ? { code: 'diskFails' } : null
  }
}
