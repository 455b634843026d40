import { type AgencyField, agencyFields, agencyPatterns } from './agency-patterns.ts'
import { placeColumns, type Placed, type Unplaced, viewColumns } from './place-columns.ts'

export type AgencyMapping = Readonly<Record<AgencyField, number | null>>
export type AgencyValues = Readonly<Record<AgencyField, string>>

export type AgencyColumnGuess = {
  readonly mapping: AgencyMapping
  readonly fields: Readonly<Record<AgencyField, Placed | null>>
  readonly unplaced: readonly Unplaced<AgencyField>[]
}

/** Guesses which column of a list of agencies feeds which field, as `guessColumns` does for referrals. */
export function guessAgencyColumns(header: readonly string[], sampleRows: readonly (readonly string[])[] = []): AgencyColumnGuess {
  const { placed, unplaced } = placeColumns(viewColumns(header, sampleRows), agencyPatterns)
  const byField = <Value>(of: (field: AgencyField) => Value) =>
    Object.fromEntries(agencyFields.map((field) => [field, of(field)])) as Record<AgencyField, Value>
  return { mapping: byField((field) => placed.get(field)?.column ?? null), fields: byField((field) => placed.get(field) ?? null), unplaced }
}

/** The cells of a row by field. */
export function agencyValues(cells: readonly string[], mapping: AgencyMapping): AgencyValues {
  const valueOf = (field: AgencyField) => {
    const column = mapping[field]
    return column === null ? '' : (cells[column] ?? '')
  }
  return Object.fromEntries(agencyFields.map((field) => [field, valueOf(field)])) as Record<AgencyField, string>
}

/** Fields without which no row can be read. */
export function missingAgencyFields(mapping: AgencyMapping): readonly AgencyField[] {
  return mapping.name === null ? ['name'] : []
}
