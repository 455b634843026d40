import { line, words } from '#domain/text.ts'
import { agencyKey } from '#domain/agency.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test('a line keeps what is between its ends and must not be empty', () => {
  expect(line(20).parse('  Housing  Options ')).toBe('Housing  Options')
  expect(line(20).safeParse(' \t\n ').success).toBe(false)
  expect(line(3).safeParse('four').success).toBe(false)
})

test('words may be empty, but not longer than said', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (text) => {
      expect(words(10).safeParse(text).success).toBe(text.trim().length <= 10)
    }),
  )
})

test('an agency is the same under any case, accent, ampersand and punctuation', () => {
  expect(agencyKey('Food & Shelter, Inc.')).toBe(agencyKey('FOOD AND SHELTER INC'))
  expect(agencyKey('Organización Río')).toBe(agencyKey('organizacion rio'))
  expect(agencyKey('Housing North')).not.toBe(agencyKey('Housing South'))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      expect(agencyKey(agencyKey(name))).toBe(agencyKey(name))
    }),
  )
})
