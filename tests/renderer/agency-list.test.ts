import type { Agency } from '#domain/agency.ts'
import { AgencyId, TeamPersonId } from '#domain/ids.ts'
import { describe, expect, test } from 'vitest'
import { arrangeAgencies, peopleWith } from '../../renderer/features/agencies/agency-list.ts'

function agency(id: number, name: string, more: Partial<Agency> = {}): Agency {
  return {
    id: AgencyId.parse(id),
    name,
    sector: 'police',
    isCore: true,
    email: '',
    phone: '',
    notes: '',
    isArchived: false,
    people: [],
    ...more,
  }
}

const people = [
  { id: TeamPersonId.parse(1), agencyId: AgencyId.parse(2), name: 'Zoë Sample', role: 'deputy' as const, email: '', phone: '' },
]
const all = [agency(1, 'Northvale Police'), agency(2, 'City Housing', { sector: 'housing', isCore: false, people })]
const view = { search: '', isCoreOnly: false, sorting: { sort: 'name', direction: 'ascending' } } as const
const names = (list: readonly Agency[]) => list.map(({ name }) => name)

describe('the table of agencies', () => {
  test('is in order of name, either way', () => {
    expect(names(arrangeAgencies(all, view, () => ''))).toEqual(['City Housing', 'Northvale Police'])
    expect(names(arrangeAgencies(all, { ...view, sorting: { sort: 'name', direction: 'descending' } }, () => ''))).toEqual([
      'Northvale Police',
      'City Housing',
    ])
  })

  test('finds by a person of the agency, without minding accents or case', () => {
    expect(names(arrangeAgencies(all, { ...view, search: 'ZOE' }, () => ''))).toEqual(['City Housing'])
  })

  test('shows core agencies alone when asked', () => {
    expect(names(arrangeAgencies(all, { ...view, isCoreOnly: true }, () => ''))).toEqual(['Northvale Police'])
  })

  test('says who stands in', () => {
    expect(all.map((each) => peopleWith(each, 'deputy'))).toEqual(['', 'Zoë Sample'])
  })
})
