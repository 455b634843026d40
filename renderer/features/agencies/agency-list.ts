import type { Agency, TeamRole } from '#domain/agency.ts'
import { nameKey } from '#domain/person.ts'
import type { Sorting } from '../../ui/table-columns.ts'

export type AgencySort = 'name' | 'sector'
export type AgencyView = { readonly search: string; readonly isCoreOnly: boolean; readonly sorting: Sorting<AgencySort> }

/** The agencies that fit the search (by name or by a person) in the wanted order; `sectorName` words a sector in the reader's language. */
export function arrangeAgencies(agencies: readonly Agency[], view: AgencyView, sectorName: (agency: Agency) => string): readonly Agency[] {
  const wanted = nameKey(view.search)
  const sign = view.sorting.direction === 'ascending' ? 1 : -1
  const by = (agency: Agency) => (view.sorting.sort === 'sector' ? sectorName(agency) : agency.name)
  return agencies
    .filter((agency) => !view.isCoreOnly || agency.isCore)
    .filter(
      (agency) =>
        wanted === '' || [agency.name, ...agency.people.map((person) => person.name)].some((text) => nameKey(text).includes(wanted)),
    )
    .toSorted((a, b) => sign * by(a).localeCompare(by(b)) || a.name.localeCompare(b.name))
}

/** Who has a role in the agency, as one text; empty where nobody has. */
export function peopleWith(agency: Agency, role: TeamRole): string {
  return agency.people
    .filter((person) => person.role === role)
    .map((person) => person.name)
    .join(', ')
}
