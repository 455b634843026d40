import { refuse, accept, type Result } from '#domain/refusal.ts'
import { type FileHandle, constants, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BackupHead, readBackup } from '../backups/container.ts'
import { refusalOfPlaceError } from '../backups/place-errors.ts'
import { decodeKeyFile, type KeyFile } from '../keys/key-file.ts'

/** A backup whose checksum holds, and the key file in it. */
export type OpenableBackup = {
  readonly path: string
  readonly name: string
  readonly head: BackupHead
  readonly keyFile: KeyFile
  readonly bytes: number
}

/** Reads a file as a backup. Not a backup, damaged, newer, and not there any more are told apart. */
export async function openBackup(path: string): Promise<Result<OpenableBackup>> {
  return withBackup(path, async (file) => {
    const reading = await readBackup(file)
    switch (reading.kind) {
      case 'notABackup':
        return refuse({ code: 'notABackup' })
      case 'damaged':
        return refuse({ code: 'backupDamaged' })
      case 'newer':
        return refuse({ code: 'backupNewer' })
      case 'read': {
        const { head, bytes } = reading
        const keys = decodeKeyFile(head.keyFile)
        if (keys.kind === 'newer') return refuse({ code: 'backupNewer' })
        if (keys.kind === 'damaged' || keys.keyFile.vaultId !== head.vaultId) return refuse({ code: 'backupDamaged' })
        return accept({ path, name: basename(path), head, keyFile: keys.keyFile, bytes })
      }
    }
  })
}

/** What the system says of a name that leads to no file: a folder, a link to itself, a socket, a name that is none. */
const noFile: ReadonlySet<unknown> = new Set(['EISDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE'])
/** A pipe that nobody writes to would otherwise hold the vault for ever. */
const READ = constants.O_RDONLY | constants.O_NONBLOCK

/** Opens the file of a backup for as long as `work` takes; what its place does wrong becomes a refusal. */
export async function withBackup<T>(path: string, work: (file: FileHandle) => Promise<Result<T>>): Promise<Result<T>> {
  let file: FileHandle
  try {
    file = await open(path, READ)
  } catch (error) {
    if (error instanceof Error && 'code' in error && noFile.has(error.code)) return refuse({ code: 'notABackup' })
    const refusal = refusalOfPlaceError(error, 0)
    if (refusal === null) throw error
    return refuse(refusal.code === 'backupPlaceReadOnly' ? { code: 'fileNotReadable', problem: 'damaged' } : refusal)
  }
  try {
    return (await file.stat()).isFile() ? await work(file) : refuse({ code: 'notABackup' })
  } finally {
    await file.close()
  }
}
