import { agencyPatterns } from './agency-patterns.ts'
import { headerTokens } from './header-tokens.ts'
import { oneLine } from './plain-text.ts'
import { fitOf } from './place-columns.ts'
import { profileOf } from './column-samples.ts'
import { referralPatterns } from './referral-patterns.ts'

export type HeaderFound = {
  /** Index of the header among the given rows. */
  readonly index: number
  readonly header: readonly string[]
}

const noSamples = profileOf([])
const mostKnown = 20
const longestHeading = 60

/** How many cells of a row read like the header of a column that this house knows. */
export function headerLikeness(cells: readonly string[]): number {
  return cells.slice(0, 200).filter((cell) => isHeading(oneLine(cell))).length
}

function isHeading(text: string): boolean {
  if (text === '' || text.length > longestHeading) return false
  const column = { index: 0, header: text, tokens: headerTokens(text), profile: noSamples, basis: 'header' as const }
  if (column.tokens.length === 0) return false
  return (
    referralPatterns.some((field) => fitOf(column, field) >= 0.55) ||
    agencyPatterns.some((field) => fitOf(column, field) >= 0.55) ||
    isBare(column.tokens)
  )
}

function isBare(tokens: readonly string[]): boolean {
  return (
    tokens.length <= 2 &&
    tokens.every((token) =>
      [
        'name',
        'firstname',
        'lastname',
        'birthdate',
        'address',
        'phone',
        'email',
        'age',
        'other',
        'meeting',
        'date',
        'victim',
        'perp',
      ].includes(token),
    )
  )
}

/**
 * The row that heads the columns, among the first rows of a sheet: the one with most known headings (the earlier of equals), so titles above it
 * are passed over. Where none is known: the first row with two cells. A row of groups above it (`Victim | | Perpetrator`) is joined to its headings.
 */
export function findHeader(rows: readonly (readonly string[])[]): HeaderFound | null {
  const likeness = rows.slice(0, mostKnown).map(headerLikeness)
  const best = Math.max(0, ...likeness)
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length
  const index =
    best >= 2
      ? likeness.indexOf(best)
      : Math.max(
          rows.findIndex((row) => filled(row) >= 2),
          rows.length > 0 ? 0 : -1,
        )
  const row = rows[index]
  if (row === undefined) return null
  return { index, header: withGroups(row, rows[index - 1]) }
}

function withGroups(row: readonly string[], above: readonly string[] | undefined): readonly string[] {
  const heads = row.map(oneLine)
  if (above === undefined) return heads
  const groups = above.map(oneLine)
  const named = groups.filter((group) => group !== '')
  const parties = named.filter((group) => isPartyAlone(group))
  if (parties.length === 0 || parties.length < named.length / 2) return heads
  let group = ''
  return heads.map((heading, column) => {
    group = groups[column] !== undefined && groups[column] !== '' ? groups[column] : group
    return group !== '' && isPartyAlone(group) && isBare(headerTokens(heading)) && heading !== '' && !isPartyNamed(heading)
      ? `${group} ${heading}`
      : heading
  })
}

function isPartyAlone(group: string): boolean {
  const tokens = headerTokens(group).filter((token) => token !== 'detail' && token !== 'summary')
  return tokens.length === 1 && (tokens[0] === 'victim' || tokens[0] === 'perp')
}

function isPartyNamed(heading: string): boolean {
  const tokens = headerTokens(heading)
  return tokens.includes('victim') || tokens.includes('perp')
}
