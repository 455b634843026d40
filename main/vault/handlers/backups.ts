import type { BackupOverview, KeptBackup, MadeBackup } from '#contract'
import { type BackupRecord, latestGoodBackup, openReadOnly, recentBackups } from '#db'
import { accept, refuse } from '#domain/refusal.ts'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { lookAtPlace } from '../../files/place-facts.ts'
import { type PlacedBackup, placeBackup, recordBackup } from '../backups/record-backup.ts'
import { backupStanding } from '../backups/standing.ts'
import type { Context } from '../context.ts'
import { type Handlers, staged } from '../handler.ts'
import type { StoreFiles } from '../keeping/store-files.ts'
import { type KeptRecords, keptRecords } from '../restoring/kept-records.ts'

const SHOWN = 40

function filesOf({ files }: Context): StoreFiles {
  if (!files) throw new Error('these rows have no files')
  return files
}

function keptOf({ id, madeAt, place, folder, isElsewhere, fileName, bytes, problem, removedAt }: BackupRecord): KeptBackup {
  return { id, madeAt, place, folder, isElsewhere, fileName, bytes, problem, isRemoved: removedAt !== null }
}

function madeOf({ fileName, bytes, isElsewhere, removed }: PlacedBackup): MadeBackup {
  return { fileName, bytes, isElsewhere, removed: removed.length }
}

/** Store and key file are kept and removed together: neither is of use without the other. */
function nameOfKept({ storeName, names: [first = ''], names }: KeptRecords): string {
  return names.includes(storeName) ? storeName : first
}

/** Whether kept records are an earlier state of the open ones, by their key file, or else by their store. */
function areOurs({ vaultId, names, storeName }: KeptRecords, { folder, source }: StoreFiles): boolean {
  if (vaultId !== null) return vaultId === source.vaultId
  if (!names.includes(storeName)) return true
  try {
    openReadOnly(join(folder, storeName), source.keys.store).close()
    return true
  } catch {
    return false
  }
}

function replacedFiles(folder: string): BackupOverview['replaced'] {
  return keptRecords(folder).map((kept) => ({
    name: nameOfKept(kept),
    bytes: kept.names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0),
  }))
}

export const backupHandlers: Handlers<'backups'> = {
  overview: (db, _, context) => {
    const files = filesOf(context)
    const last = latestGoodBackup(db, 'chosen')
    return accept({
      today: context.today,
      standing: backupStanding(db, context.today),
      place: last && { folder: last.folder, isThere: existsSync(last.folder), abroad: lookAtPlace(last.folder) },
      recent: recentBackups(db, SHOWN).map(keptOf),
      running: files.progress(),
      replaced: replacedFiles(files.folder),
    })
  },
  make: staged(
    async (_db, _input, context) => {
      if (context.place === undefined) return refuse({ code: 'backupPlaceUnknown' })
      return placeBackup(filesOf(context), 'chosen', context.place, new Date(context.now))
    },
    (db, placed) => {
      recordBackup(db, placed)
      return accept(madeOf(placed))
    },
  ),
  makeAgain: staged(
    async (db, _input, context) => {
      const last = latestGoodBackup(db, 'chosen')
      if (!last) return refuse({ code: 'backupPlaceUnknown' })
      return placeBackup(filesOf(context), 'chosen', last.folder, new Date(context.now))
    },
    (db, placed) => {
      recordBackup(db, placed)
      return accept(madeOf(placed))
    },
  ),
  removeReplaced: (_db, { name }, context) => {
    const files = filesOf(context)
    const kept = keptRecords(files.folder).find(({ names }) => names.includes(name))
    if (!kept) return refuse({ code: 'notFound', what: 'backup' })
    if (!areOurs(kept, files)) return refuse({ code: 'keptOfOthers' })
    for (const each of kept.names) rmSync(join(files.folder, each))
    return accept(null)
  },
}
