import type { Refusal } from '#domain/refusal.ts'

/** The refusal that an error of the file system or of SQLite stands for, or null where it is a bug. */
export function refusalOfFileError(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return { code: 'diskFull' }
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'SQLITE_READONLY_DBMOVED':
    case 'SQLITE_CANTOPEN':
      return { code: 'folderReadOnly' }
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
    case 'SQLITE_IOERR_SHORT_READ':
      return { code: 'storeDamaged' }
    default:
      return null
  }
}
