import type { IsoDate } from '#domain/dates.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { agenciesCsv } from './agencies.ts'
import { referralsCsv } from './referrals.ts'

/** Writes `agencies.csv` and `referrals.csv` of the sample team into a folder; answers their paths. */
export function writeSampleFiles(folder: string, today: IsoDate): { readonly agencies: string; readonly referrals: string } {
  mkdirSync(folder, { recursive: true })
  const paths = { agencies: join(folder, 'agencies.csv'), referrals: join(folder, 'referrals.csv') }
  writeFileSync(paths.agencies, agenciesCsv())
  writeFileSync(paths.referrals, referralsCsv(today))
  return paths
}
