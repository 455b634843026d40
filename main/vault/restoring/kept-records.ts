import { IsoInstant } from '#domain/dates.ts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { STORE_FILE } from '../keeping/place.ts'
import { decodeKeyFile } from '../keys/key-file.ts'

/** Records that a restore has replaced and kept: their store, the files that go with it, and whose they are. */
export type KeptRecords = {
  readonly storeName: string
  readonly names: readonly string[]
  readonly keptAt: IsoInstant
  /** Null where no key file was kept with them, or none that can be read. */
  readonly vaultId: string | null
}

const KEPT = /^caseboard\.(?:store|key)\.((?:before-restore|damaged)-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2}))(?:-journal)?$/

/** What restores have replaced and kept in a data folder, oldest first. */
export function keptRecords(folder: string): readonly KeptRecords[] {
  const sets = new Map<string, { readonly names: string[]; readonly keptAt: IsoInstant }>()
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  for (const name of files.map((entry) => entry.name).toSorted()) {
    const [, suffix, ...digits] = KEPT.exec(name) ?? []
    if (suffix === undefined) continue
    const [year, month, day, hour, minute, second] = digits
    const keptAt = IsoInstant.safeParse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`)
    if (!keptAt.success) continue
    const set = sets.get(suffix) ?? { names: [], keptAt: keptAt.data }
    set.names.push(name)
    sets.set(suffix, set)
  }
  return [...sets].map(([suffix, { names, keptAt }]) => ({
    storeName: `${STORE_FILE}.${suffix}`,
    names,
    keptAt,
    vaultId: vaultOf(join(folder, `caseboard.key.${suffix}`)),
  }))
}

function vaultOf(keyPath: string): string | null {
  if (!existsSync(keyPath)) return null
  try {
    const reading = decodeKeyFile(readFileSync(keyPath, 'utf8'))
    return reading.kind === 'read' ? reading.keyFile.vaultId : null
  } catch {
    return null
  }
}
