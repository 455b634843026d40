import { isoDate } from '#domain/dates.ts'
import { findDuplicates, type KnownPair, type PairInFile } from '#domain/intake/duplicates.ts'
import { alikeFrom, jaroWinkler, mayBeAlike, nameKeys, nameLikeness } from '#domain/people/name-likeness.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

type PairText = {
  victim?: string
  born?: string | null
  perpetrator?: string
  perpetratorBorn?: string | null
  on?: string
  agency?: string
}

const date = (text: string | null | undefined) => (text ? isoDate(text) : null)

function row(
  number: number,
  {
    victim = 'Marigold Testerly',
    born = '1985-03-04',
    perpetrator = 'Basil Sampleton',
    perpetratorBorn = null,
    on = '2026-11-03',
    agency = 'Harbour Refuge',
  }: PairText = {},
): PairInFile {
  return {
    row: number,
    victim: { name: victim, dateOfBirth: date(born) },
    perpetrator: { name: perpetrator, dateOfBirth: date(perpetratorBorn) },
    receivedOn: isoDate(on),
    agencyName: agency,
  }
}

function known(reference: string, text: PairText = {}): KnownPair {
  const { victim, perpetrator, receivedOn, agencyName } = row(0, text)
  return { victim, perpetrator, caseReference: reference, referrals: [{ receivedOn, agencyName }] }
}

function kinds(rows: readonly PairInFile[], cases: readonly KnownPair[] = []): string[] {
  return findDuplicates(rows, cases).map(({ row: number, kind, withRow, caseReference }) => `${number} ${kind} ${caseReference ?? withRow}`)
}

describe('short forms of first names', () => {
  test('are asked about, and never taken for certain', () => {
    const found = findDuplicates(
      [row(2, { victim: 'Liz Testerly', perpetrator: 'Al Sampleton' })],
      [known('HR-2026-0007', { victim: 'TESTERLY, Elizabeth', perpetrator: 'Alejandro Sampleton', on: '2026-01-05' })],
    )
    expect(found).toEqual([
      {
        row: 2,
        kind: 'similarPair',
        withRow: null,
        caseReference: 'HR-2026-0007',
        because: ['similarVictimName', 'similarPerpetratorName', 'sameBirthDates', 'birthDateMissing'],
      },
    ])
  })

  test.each([
    ['another last name', 'Liz Quillfeather', 'Elizabeth Testerly'],
    ['a first name that is no form of it', 'Wren Testerly', 'Elizabeth Testerly'],
    ['one word alone', 'Liz', 'Elizabeth'],
    ['a second name that differs', 'Liz Marigold Testerly', 'Elizabeth Juniper Testerly'],
  ])('%s is another person', (_, victim, other) => {
    expect(kinds([row(2, { victim })], [known('HR-2026-0007', { victim: other, on: '2026-01-05' })])).toEqual([])
  })

  test('do not outweigh another date of birth', () => {
    const other = known('HR-2026-0007', { victim: 'Elizabeth Testerly', born: '1972-06-01', on: '2026-01-05' })
    expect(kinds([row(2, { victim: 'Liz Testerly' })], [other])).toEqual([])
  })
})

describe('within the file', () => {
  test('the same pair, date and agency is the same referral', () => {
    expect(findDuplicates([row(2), row(5, { agency: 'HARBOUR REFUGE' })], [])).toEqual([
      {
        row: 5,
        kind: 'sameReferral',
        withRow: 2,
        caseReference: null,
        because: ['sameNames', 'sameBirthDates', 'birthDateMissing', 'sameDate', 'sameAgency'],
      },
    ])
  })

  test('the same pair on another day, or from another agency, is a known pair', () => {
    expect(kinds([row(2), row(3, { on: '2026-11-05' }), row(4, { agency: 'Riverton Police' })])).toEqual(['3 knownPair 2', '4 knownPair 2'])
  })

  test('another perpetrator makes another case, as does another victim', () => {
    expect(kinds([row(2), row(3, { perpetrator: 'Rue Otherby' }), row(4, { victim: 'Clover Fixture', born: null })])).toEqual([])
  })

  test('a spelling of the same names is possibly the same pair', () => {
    const [found] = findDuplicates([row(2), row(3, { victim: 'Marigold Testerley', on: '2026-11-09' })], [])
    expect(found).toMatchObject({ kind: 'similarPair', because: ['similarVictimName', 'sameBirthDates', 'birthDateMissing'] })
  })

  test('an equal day of birth carries a weaker likeness of names, which without it is none', () => {
    const misspelt = { victim: 'Noodlemogin, Milicent', perpetrator: 'Lysandre Twizlemoggin', perpetratorBorn: '1979-08-09' }
    const written = known('HR-2026-0042', {
      on: '2026-01-05',
      victim: 'Millicent Noodlemoggin',
      perpetrator: 'Lysander Twizzlemoggin',
      perpetratorBorn: '1979-08-09',
    })
    expect(kinds([row(2, misspelt)], [written])).toEqual(['2 similarPair HR-2026-0042'])
    expect(kinds([row(2, { ...misspelt, born: null })], [written])).toEqual([])
    expect(kinds([row(2, { ...misspelt, victim: 'Clover Fixture' })], [written])).toEqual([])
  })

  test('case, accents, punctuation and order of a name do not matter', () => {
    expect(kinds([row(2, { victim: "Ana O'Néil" }), row(3, { victim: 'ONEIL, ANA', on: '2026-11-09' })])).toEqual(['3 knownPair 2'])
  })

  test('the same names without a birth date are possibly the same, with different ones they are not', () => {
    expect(kinds([row(2), row(3, { born: null, on: '2026-11-09' })])).toEqual(['3 similarPair 2'])
    expect(kinds([row(2), row(3, { born: '1990-03-04', on: '2026-11-09' })])).toEqual([])
    expect(kinds([row(2, { perpetratorBorn: '1980-01-01' }), row(3, { perpetratorBorn: '1981-01-01' })])).toEqual([])
  })

  test('a birth date with day and month turned is possibly the same', () => {
    expect(findDuplicates([row(2), row(3, { born: '1985-04-03', on: '2026-11-09' })], [])[0]).toMatchObject({
      kind: 'similarPair',
      because: ['sameNames', 'birthDateTurned', 'birthDateMissing'],
    })
  })
})

describe('against the store', () => {
  test('a row of a known pair names its case', () => {
    expect(kinds([row(2, { on: '2026-11-20' })], [known('HR-2026-0007')])).toEqual(['2 knownPair HR-2026-0007'])
    expect(kinds([row(2)], [known('HR-2026-0007')])).toEqual(['2 sameReferral HR-2026-0007'])
  })

  test('the case goes before an earlier row of the file, the certain before the possible', () => {
    expect(
      kinds(
        [row(2, { on: '2026-11-20' }), row(3, { on: '2026-11-21' })],
        [known('HR-2026-0007'), known('HR-2026-0008', { victim: 'Marigold Testerley' })],
      ),
    ).toEqual(['2 knownPair HR-2026-0007', '3 knownPair HR-2026-0007'])
  })
})

describe('how alike names are', () => {
  test.each([
    ['martha', 'marhta', 0.9611],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.8133],
    ['', '', 1],
    ['a', '', 0],
  ])('Jaro-Winkler of %j and %j is %d', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3)
  })

  test('is between 0 and 1, the same both ways, and 1 for a name and itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
        const [first, second] = [nameKeys(a), nameKeys(b)]
        const likeness = nameLikeness(first, second)
        expect(likeness >= 0 && likeness <= 1).toBe(true)
        expect(nameLikeness(second, first)).toBeCloseTo(likeness, 10)
        expect(nameLikeness(first, first)).toBe(1)
      }),
    )
  })

  test('lengths never rule out what would be alike', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(name, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 20 }), (a, more) => {
        const [first, second] = [nameKeys(a), nameKeys(a + more)]
        if (nameLikeness(first, second) >= alikeFrom) expect(mayBeAlike(first, second)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
