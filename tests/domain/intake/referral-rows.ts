import { isoDate } from '#domain/dates.ts'
import { agencyFinder } from '#domain/intake/known-agency.ts'
import { byField, type ReferralField } from '#domain/intake/referral-fields.ts'
import { readReferralRow, type ReferralRowOptions } from '#domain/intake/referral-row.ts'

const agencies = [
  { name: 'Riverton Police Department', otherNames: ['RPD'] },
  { name: 'Harbour Refuge' },
  { name: 'Elm Valley Housing Association' },
]

const options: ReferralRowOptions = {
  today: isoDate('2026-11-24'),
  order: 'dayFirst',
  findAgency: agencyFinder(agencies),
  mayMakeAgencies: false,
  usualTool: 'dash',
  columns: byField((field) => field),
}

const good: Partial<Record<ReferralField, string>> = {
  receivedOn: '03/11/2026',
  sourceAgency: 'harbour refuge',
  victimName: 'Marigold Testerly',
  perpetratorName: 'Basil Sampleton',
  riskScore: '17',
}

type Row = Partial<Record<ReferralField, string>>

export function readRow(row: Row, more: Partial<ReferralRowOptions> = {}) {
  const values = { ...good, ...row }
  return readReferralRow(
    byField((field) => values[field] ?? ''),
    { ...options, ...more },
  )
}

export function draftOf(row: Row, more: Partial<ReferralRowOptions> = {}) {
  const read = readRow(row, more)
  if (read.kind === 'refused') throw new Error(`refused: ${JSON.stringify(read.problems)}`)
  return read.draft
}

export function problemsOf(row: Row, more: Partial<ReferralRowOptions> = {}): string[] {
  const read = readRow(row, more)
  return read.kind === 'refused' ? read.problems.map(({ field, code }) => `${field} ${code}`) : []
}

export function notesOf(row: Row, more: Partial<ReferralRowOptions> = {}): string[] {
  return readRow(row, more).notes.map(({ field, code }) => `${field} ${code}`)
}
