import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sector } from '#domain/agency.ts'
import type { RefusedRow } from './import-files.ts'

/** What the demo leaves beside its folders, for people and for checks: `summary.json`. */
export type Summary = {
  readonly host: 'electron' | 'stand-in'
  readonly cases: number
  readonly discussed: number
  readonly deferred: number
  readonly actions: number
  readonly importedReferrals: number
  /** Rows of the given file that were not imported, each with its reasons. */
  readonly refusedRows: readonly RefusedRow[]
  readonly refusedAgencyRows: readonly RefusedRow[]
  readonly agencies: readonly {
    readonly name: string
    readonly sector: Sector
    readonly actions: number
    readonly files: readonly string[]
    readonly password: string | null
  }[]
  readonly importedUpdates: number
  readonly passphrase: string
  readonly seconds: number
}

export function writeSummary(out: string, summary: Summary): void {
  writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
}
