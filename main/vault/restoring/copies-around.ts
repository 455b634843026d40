import type { KnownBackup } from '#db'
import { dirname, join, resolve } from 'node:path'
import { copiesIn } from '../backups/copies-in.ts'
import { areOnDifferentDrives } from '../backups/folder.ts'
import { BACKUPS_FOLDER } from '../keeping/place.ts'
import type { OpenableBackup } from './chosen-backup.ts'

/**
 * The backup that is restored from and those of its vault that lie with it or beside the store: each was finished after its own list was written, so
 * no restored store knows the one it came from.
 */
export function copiesAround(folder: string, { path, name, head, bytes }: OpenableBackup): readonly KnownBackup[] {
  const beside = join(folder, BACKUPS_FOLDER)
  const place = dirname(path)
  const isBeside = resolve(place) === resolve(beside)
  const inBeside = { place: 'automatic', folder: '', isElsewhere: false } as const
  const inPlace = isBeside ? inBeside : ({ place: 'chosen', folder: place, isElsewhere: isOnAnotherDrive(place, folder) } as const)
  const seen = { auditSeq: null, removedAt: null } as const
  const withIt = copiesIn(place, head.vaultId)
  return [
    ...(withIt.some(({ fileName }) => fileName === name) ? [] : [{ fileName: name, madeAt: head.madeAt, bytes, ...inPlace, ...seen }]),
    ...withIt.map((copy) => ({ ...copy, ...inPlace, ...seen })),
    ...(isBeside ? [] : copiesIn(beside, head.vaultId).map((copy) => ({ ...copy, ...inBeside, ...seen }))),
  ]
}

function isOnAnotherDrive(one: string, other: string): boolean {
  try {
    return areOnDifferentDrives(one, other)
  } catch {
    return false
  }
}
