import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneSlipAway, slipsBetween } from '#domain/search/near-words.ts'
import { MOST_WORDS, readQuery } from '#domain/search/query.ts'
import { snippetOf, wordMatcher } from '#domain/search/snippet.ts'
import { foldedWords } from '#domain/search/words.ts'

const groups = (text: string) => readQuery(text).all.map((group) => group.map(({ words }) => words.join(' ')))

describe('a query is read', () => {
  test('as words that must all be there, phrases, alternatives and exclusions', () => {
    expect(groups('bail hearing')).toEqual([['bail'], ['hearing']])
    expect(groups('"bail hearing" AND Friday')).toEqual([['bail hearing'], ['friday']])
    expect(groups('bail OR custody friday')).toEqual([['bail', 'custody'], ['friday']])
    expect(groups('“bail hearing” | custody')).toEqual([['bail hearing', 'custody']])
    const { all, none } = readQuery('bail -friday NOT "next week" -')
    expect([all.length, none.map(({ words }) => words.join(' '))]).toEqual([1, ['friday', 'next week']])
  })
  test('with beginnings of words, of two letters at least', () => {
    expect(readQuery('inj*').all[0]?.[0]).toMatchObject({ words: ['inj'], isPrefix: true })
    expect(readQuery('i*')).toMatchObject({ all: [[{ isPrefix: false }]], notes: [{ code: 'prefixTooShort', word: 'i' }] })
  })
  test('with filters in any language of the app', () => {
    expect(readQuery('kind:actions agency:"Quill Police" from:2026-02 to:2026-02 state:closed lock')).toMatchObject({
      all: [[{ words: ['lock'] }]],
      kinds: ['action'],
      agencies: ['Quill Police'],
      from: '2026-02-01',
      to: '2026-02-28',
      states: ['closed'],
      notes: [],
    })
    expect(readQuery('tipo:acción desde:2026')).toMatchObject({ kinds: ['action'], from: '2026-01-01', all: [] })
  })
  test('with a day as it is written in letters and forms, as the records hold days', () => {
    expect(groups('23/3/1983 Sorrel')).toEqual([['23 3 1983', '1983 03 23'], ['sorrel']])
    expect(groups('04.03.1983')).toEqual([['04 03 1983', '1983 03 04', '1983 04 03']])
    expect(groups('5-5-1983')).toEqual([['5 5 1983', '1983 05 05']])
    expect(groups('31/02/1983')).toEqual([['31 02 1983']])
    expect(groups('"23/3/1983"')).toEqual([['23 3 1983']])
    expect(readQuery('Sorrel -23/3/1983').none.map(({ words }) => words.join(' '))).toEqual(['23 3 1983', '1983 03 23'])
  })
  test('with a telephone number without its spaces, in every two or three groups of three digits at least', () => {
    expect(groups('0700900123')).toEqual([
      [
        '0700900123',
        '070 0900123',
        '0700 900123',
        '07009 00123',
        '070090 0123',
        '0700900 123',
        '070 090 0123',
        '070 0900 123',
        '0700 900 123',
      ],
    ])
    expect(groups('123456')).toEqual([['123456']])
    expect(groups('"0700900123"')).toEqual([['0700900123']])
  })
  test('with filters alone as nothing to look for, and says so', () => {
    expect(readQuery('kind:actions from:2026')).toMatchObject({ all: [], notes: [{ code: 'onlyFilters' }] })
  })
  test('with a word before a colon that names no filter as a word', () => {
    expect(groups('note:bail http://x')).toEqual([['note bail'], ['http x']])
    expect(readQuery('kind:nonsense from:soon -kind:action').notes.map(({ code }) => code)).toEqual([
      'filterUnknown',
      'filterUnknown',
      'filterUnknown',
    ])
  })
  test('with a quotation mark that was forgotten closed at the end, and says so', () => {
    expect(readQuery('"bail hearing')).toMatchObject({
      all: [[{ words: ['bail', 'hearing'], isQuoted: true }]],
      notes: [{ code: 'quoteClosed' }],
    })
    expect(readQuery('-bail')).toMatchObject({ all: [], notes: [{ code: 'onlyExcluded' }] })
    expect(readQuery(Array.from({ length: MOST_WORDS + 3 }, (_, index) => `w${index}`).join(' '))).toMatchObject({
      all: { length: MOST_WORDS },
      notes: [{ code: 'tooManyWords' }],
    })
  })
  test('whatever is typed: no text is an error, and every word is letters and digits', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '“', '«', '»', '-', 'OR', 'NOT', 'AND', '*', 'kind:', 'from:', ':', ' ', '|', 'a'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { all, none } = readQuery(pieces.join(''))
        for (const { words } of [...all.flat(), ...none]) {
          expect(words.length).toBeGreaterThan(0)
          for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+$/u)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('words that are near', () => {
  test('are one slip apart: left out, put in, exchanged or swapped', () => {
    for (const near of ['estrel', 'keestrel', 'kextrel', 'ketsrel']) expect(oneSlipAway('kestrel')).toContain(near)
    expect(oneSlipAway('kestrel')).not.toContain('kestrel')
    expect(oneSlipAway('мария')).toContain('мариа')
  })
  test('are as far apart as the slips that turn one into the other', () => {
    expect([slipsBetween('kestrel', 'ketsrel', 2), slipsBetween('kestrel', 'kstrl', 2), slipsBetween('kestrel', 'larkspur', 2)]).toEqual([
      1, 2, 3,
    ])
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 })
    fc.assert(fc.property(word, (one) => oneSlipAway(one).every((other) => slipsBetween(one, other, 2) === 1)))
  })
})

describe('a snippet', () => {
  const terms = (text: string) => readQuery(text).all.flat()
  test('is the text itself, matches told apart in every accent and case', () => {
    const parts = snippetOf('She rang ÁNGELA, then Angela rang.', wordMatcher(terms('ángela')))
    expect(parts.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['ÁNGELA', 'Angela'])
    expect(parts.map(({ text }) => text).join('')).toBe('She rang ÁNGELA, then Angela rang.')
  })
  test('of a long text begins shortly before the first match and ends with a whole word', () => {
    const text = `${'before '.repeat(60)}injunction ${'after '.repeat(60)}`
    const shown = snippetOf(text, wordMatcher(terms('inj*')))
      .map((part) => part.text)
      .join('')
    expect(shown).toMatch(/^… (?:before )+injunction (?:after )+…$/)
    expect(shown.length).toBeLessThan(200)
  })
  test('of any text holds nothing but it, and every mark is a word that was looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 6 }), (text, word) => {
        const isMatch = wordMatcher(terms(word))
        for (const part of snippetOf(text, isMatch).filter((each) => each.isMatch))
          expect(foldedWords(part.text).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
