import type { Refusal } from '#domain/refusal.ts'

/** The refusal for what went wrong at the place of a backup (a folder, a stick), or null where it is a bug. `megabytes` is the room it needs. */
export function refusalOfPlaceError(error: unknown, megabytes: number): Refusal | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const { code } = error
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return { code: 'storeDamaged' }
  if (code.startsWith('SQLITE_READONLY')) return { code: 'backupPlaceReadOnly' }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) return { code: 'backupPlaceGone' }
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
    case 'SQLITE_FULL':
      return { code: 'backupPlaceFull', neededMegabytes: megabytes }
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { code: 'backupPlaceReadOnly' }
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EIO':
    case 'ENODEV':
    case 'ENXIO':
    case 'ENOTCONN':
    case 'ESTALE':
    case 'EHOSTDOWN':
    case 'EBUSY':
      return { code: 'backupPlaceGone' }
    default:
      return null
  }
}
