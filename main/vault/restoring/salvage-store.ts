import type { Salvage } from '#contract'
import { createStore, openForReading, type ReadDb, salvage, storeSummary } from '#db'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { join } from 'node:path'
import { subkey } from '../keys/slots.ts'
import { incomingPath, removeIncoming, scratchPath } from './replace-files.ts'
import { STORE_FILE } from '../keeping/place.ts'

/** Reads what can be read of the damaged store into a new one beside it. Refused where nothing can be read; the damaged file is not touched. */
export function salvageStore(folder: string, dataKey: Uint8Array, open: ReadDb | null): Result<Salvage> {
  const key = subkey(dataKey, 'store')
  removeIncoming(folder)
  const target = createStore(incomingPath(folder, STORE_FILE), key)
  try {
    const own = open === null ? openForReading(join(folder, STORE_FILE), key, scratchPath(folder)).store : null
    try {
      const tables = salvage(open ?? own ?? target, target)
      const total = (pick: (table: (typeof tables)[number]) => number) => tables.reduce((sum, table) => sum + pick(table), 0)
      const saved = total((table) => table.saved)
      if (saved === 0) return refuse({ code: 'nothingToSave' })
      return accept({
        holds: storeSummary(target),
        saved,
        lost: total((table) => table.lost),
        dropped: total((table) => table.dropped),
        tables,
      })
    } finally {
      own?.close()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|IOERR)/.test(String(error.code)))
      return refuse({ code: 'nothingToSave' })
    throw error
  } finally {
    target.close()
    key.fill(0)
  }
}
