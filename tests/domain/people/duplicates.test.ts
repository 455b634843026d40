import type { IsoDate } from '#domain/dates.ts'
import { isoDate } from '#domain/dates.ts'
import { PersonId } from '#domain/ids.ts'
import { birthAgreement } from '#domain/people/duplicates/birth-agreement.ts'
import { findLike } from '#domain/people/duplicates/find-like.ts'
import { findAlikePairs } from '#domain/people/duplicates/find-pairs.ts'
import type { PersonFacts } from '#domain/people/duplicates/person-facts.ts'
import { describe, expect, test } from 'vitest'
import { alikePeople } from '../../fixtures/alike-people.ts'

type Said = {
  readonly name: string
  readonly born?: string
  readonly address?: string
  readonly phone?: string
  readonly aliases?: readonly string[]
  readonly number?: string
}

function person(id: number, { name, born, address = '', phone = '', aliases = [], number }: Said): PersonFacts {
  return {
    id: PersonId.parse(id),
    names: [name, ...aliases],
    dateOfBirth: born === undefined ? null : isoDate(born),
    addresses: [address],
    phones: [phone],
    identifiers: number === undefined ? [] : [`police ${number}`],
  }
}

/** What is found between two people: the kinds and ways of the evidence, or null. */
function between(one: Said, other: Said): readonly string[] | null {
  const [pair] = findAlikePairs([person(1, one), person(2, other)])
  return pair ? pair.evidence.map((each) => ('how' in each ? `${each.kind} ${each.how}` : each.kind)) : null
}

describe('of ten thousand generated people with a thousand altered copies', () => {
  test.each([1, 3])('nearly all copies are found, and hardly anybody else (seed %i)', (seed) => {
    const { people, truth } = alikePeople(10_000, 1_000, seed)
    const found = findAlikePairs(people).map(({ one, other }) => `${String(one)}-${String(other)}`)
    const hits = found.filter((pair) => truth.has(pair)).length
    expect(hits / truth.size).toBeGreaterThanOrEqual(0.97)
    expect(hits / found.length).toBeGreaterThanOrEqual(0.97)
  })

  test('the measure can fail: without dates, addresses and telephones it would not be met', () => {
    const { people, truth } = alikePeople(10_000, 1_000, 1)
    const names = people.map((each) => ({ ...each, dateOfBirth: null, addresses: [], phones: [] }))
    const found = findAlikePairs(names).map(({ one, other }) => `${String(one)}-${String(other)}`)
    const hits = found.filter((pair) => truth.has(pair)).length
    expect(Math.min(hits / truth.size, hits / found.length)).toBeLessThan(0.97)
  })
})

describe('what two records have in common', () => {
  const base: Said = { name: 'Kestrel Thornfield', born: '1988-02-29', address: '9 Invented Row, Fablewood', phone: '07700 900123' }

  test.each<[string, Said, string]>([
    ['a slip in the name', { ...base, name: 'Kestrle Thornfield' }, 'name spelling'],
    ['names in the other order', { ...base, name: 'THORNFIELD, Kestrel' }, 'name otherOrder'],
    ['a title', { ...base, name: 'Mrs Kestrel Thornfield' }, 'name same'],
    ['day and month in another order', { ...base, born: '1988-03-02', name: base.name }, 'dateOfBirth other'],
    ['two digits swapped', { ...base, born: '1988-02-19' }, 'dateOfBirth oneDigit'],
    ['an address written otherwise', { ...base, address: '9, Invented Row' }, 'address same'],
    ['a telephone with its country', { ...base, phone: '+44 7700 900123' }, 'phone'],
  ])('%s', (_, other, evidence) => {
    if (evidence === 'dateOfBirth other') expect(between(base, other)).toBeNull()
    else expect(between(base, other)).toContain(evidence)
  })

  test('short forms of English and Spanish names, and other names, are names of one person', () => {
    expect(between({ name: 'Robert Thornfield', born: '1980-05-04' }, { name: 'Bob Thornfield', born: '1980-05-04' })).toContain(
      'name shortForm',
    )
    expect(between({ name: 'Francisco Thornfield', born: '1980-05-04' }, { name: 'Paco Thornfield', born: '1980-05-04' })).toContain(
      'name shortForm',
    )
    expect(
      between({ name: 'Ana Thornfield', aliases: ['Wren Quill'], born: '1980-05-04' }, { name: 'Wren Quill', born: '1980-05-04' }),
    ).not.toBeNull()
  })

  test('twins, and a father and his son of one name, are not one person', () => {
    expect(between({ ...base, name: 'Wren Thornfield' }, base)).toBeNull()
    expect(between({ ...base, born: '1961-07-14' }, base)).toBeNull()
  })

  test('an agency that knows both by one number outweighs another date of birth and a name by marriage', () => {
    expect(between({ ...base, born: '1961-07-14', number: 'FW 118' }, { ...base, number: 'FW 118' })).toContain('identifier')
    expect(between({ ...base, name: 'Kestrel Oatmeadow', number: 'FW 118' }, { ...base, number: 'FW 118' })).toContain('identifier')
  })

  test('a common name alone is not enough', () => {
    const smiths = Array.from({ length: 300 }, (_, index) =>
      person(index + 1, { name: index % 3 === 0 ? 'John Smith' : `Name${String(index)} Smith` }),
    )
    expect(findAlikePairs(smiths)).toEqual([])
  })
})

test.each([
  ['1988-02-29', '1988-02-29', 'same'],
  ['1988-02-11', '1988-11-02', 'dayAndMonth'],
  ['1976-05-04', '1967-05-04', 'digitsSwapped'],
  ['1976-05-21', '1976-05-12', 'digitsSwapped'],
  ['1976-05-21', '1976-05-22', 'oneDigit'],
  ['1976-05-21', '1951-08-02', 'other'],
] as const)('dates of birth %s and %s: %s', (one, other, agreement) => {
  expect(birthAgreement(one as IsoDate, other as IsoDate)).toBe(agreement)
  expect(birthAgreement(other as IsoDate, one as IsoDate)).toBe(agreement)
  expect(birthAgreement(null, other as IsoDate)).toBe('missing')
})

test('who is meant by a name being typed: the likeliest first, and nobody of another date of birth', () => {
  const known = [
    person(1, { name: 'Robert Thornfield', born: '1980-05-04' }),
    person(2, { name: 'Roberta Thornfield' }),
    person(3, { name: 'Bob Thornfeild' }),
    person(4, { name: 'Robert Thornfield', born: '1999-11-23' }),
    person(5, { name: 'Wren Quill' }),
  ]
  const found = findLike({ name: 'bob thornfield', dateOfBirth: isoDate('1980-05-04') }, known).map(({ id }) => Number(id))
  expect(found[0]).toBe(1)
  expect(found).toContain(3)
  expect(found).not.toContain(4)
  expect(found).not.toContain(5)
})
