import { type ColumnView, placeColumns, type Placed, type Unplaced, viewColumns } from './place-columns.ts'
import { referralFields, type ReferralField, type ReferralMapping } from './referral-fields.ts'
import { referralPatterns } from './referral-patterns.ts'

export type ColumnGuess = {
  readonly mapping: ReferralMapping
  readonly fields: Readonly<Record<ReferralField, Placed | null>>
  /** The columns that feed no field, each with the reason. */
  readonly unplaced: readonly Unplaced<ReferralField>[]
}

type Party = 'victim' | 'perp'

/** What a person's column may say without saying whose it is. */
const personal = new Set(['name', 'firstname', 'lastname', 'birthdate', 'address', 'phone', 'alias', 'otheraddress', 'otherphone'])
/** Words of columns that belong to a person's block without feeding a field: they do not end it. */
const passing = new Set(['other', 'age', 'email', 'language', 'interpreter', 'access', 'immigration', 'income'])
const naming = new Set(['name', 'firstname', 'lastname'])

/**
 * Guesses which column feeds which field from the header and some rows. A bare `DOB` or `Name` is given to the person in whose block of columns
 * it stands; where that is in doubt it stays unplaced (`whosePerson`): a victim is never taken for the perpetrator.
 */
export function guessColumns(header: readonly string[], sampleRows: readonly (readonly string[])[] = []): ColumnGuess {
  const columns = viewColumns(header, sampleRows)
  const owned = columns.map((column) => withOwner(column, columns))
  const { placed, unplaced } = placeColumns(owned, referralPatterns)
  const fields = Object.fromEntries(referralFields.map((field) => [field, placed.get(field) ?? null])) as Record<
    ReferralField,
    Placed | null
  >
  const mapping = Object.fromEntries(referralFields.map((field) => [field, placed.get(field)?.column ?? null])) as Record<
    ReferralField,
    number | null
  >
  return {
    mapping,
    fields,
    unplaced: unplaced.map((entry) => (isWhose(owned[entry.column]) ? { ...entry, reason: 'whosePerson' } : entry)),
  }
}

function isWhose(column: ColumnView | undefined): boolean {
  return column !== undefined && bareConcept(column) !== null
}

/** The one personal word of a header that names no party, else null. */
function bareConcept({ tokens }: ColumnView): string | null {
  const [concept] = tokens
  return tokens.length === 1 && concept !== undefined && personal.has(concept) ? concept : null
}

function partyOf({ tokens }: ColumnView): Party | null {
  const isVictim = tokens.includes('victim')
  const isPerp = tokens.includes('perp')
  if (isVictim === isPerp || tokens.some((token) => token !== 'victim' && token !== 'perp' && !personal.has(token) && !passing.has(token)))
    return null
  return isVictim ? 'victim' : 'perp'
}

function conceptOf({ tokens }: ColumnView): string {
  return tokens.find((token) => personal.has(token)) ?? (tokens.length === 1 ? 'name' : '')
}

function withOwner(column: ColumnView, columns: readonly ColumnView[]): ColumnView {
  const concept = bareConcept(column)
  if (concept === null) return column
  const owner = ownerByBlock(column, concept, columns) ?? ownerByElimination(column, concept, columns)
  return owner === null ? column : { ...column, tokens: [owner, ...column.tokens], basis: 'position' }
}

/** The person whose columns stand directly to the left: `Victim name, DOB, Address`. */
function ownerByBlock(column: ColumnView, concept: string, columns: readonly ColumnView[]): Party | null {
  for (let at = column.index - 1; at >= 0; at -= 1) {
    const left = columns[at]
    if (left === undefined) return null
    const party = partyOf(left)
    if (party !== null) {
      if (conceptOf(left) === concept || has(party, concept, columns)) return null
      return isPairOfNames(left, columns[at - 1]) && !has(otherThan(party), concept, columns) ? null : party
    }
    const bare = bareConcept(left)
    if (bare === concept || (bare === null && !left.tokens.every((token) => passing.has(token)))) return null
  }
  return null
}

/** `Victim, Perpetrator, DOB`: two names side by side, so what follows may be either's. */
function isPairOfNames(left: ColumnView, before: ColumnView | undefined): boolean {
  if (before === undefined) return false
  const parties = [partyOf(left), partyOf(before)]
  return parties.includes('victim') && parties.includes('perp') && naming.has(conceptOf(left)) && naming.has(conceptOf(before))
}

/** `Name, DOB, Perpetrator name`: only one person is left whom the first columns can mean. */
function ownerByElimination(column: ColumnView, concept: string, columns: readonly ColumnView[]): Party | null {
  const firstPerp = columns.findIndex((other) => partyOf(other) === 'perp')
  if (firstPerp < 0 || column.index > firstPerp || columns.some((other) => other.tokens.includes('victim'))) return null
  const before = columns.slice(0, firstPerp)
  const isOnly = before.filter((other) => bareConcept(other) === concept).length === 1
  const hasName = before.some((other) => naming.has(bareConcept(other) ?? ''))
  const beginsWithName = before.slice(0, column.index + 1).some((other) => naming.has(bareConcept(other) ?? ''))
  return isOnly && hasName && beginsWithName ? 'victim' : null
}

function has(party: Party, concept: string, columns: readonly ColumnView[]): boolean {
  return columns.some((other) => partyOf(other) === party && conceptOf(other) === concept)
}

function otherThan(party: Party): Party {
  return party === 'victim' ? 'perp' : 'victim'
}
