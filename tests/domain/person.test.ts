import { initials, nameKey } from '#domain/person.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  ["Ana-Maria O'Neil", 'A.M.O.'],
  ['  ludmila   thimblewick ', 'L.T.'],
  ['“Ziggy” Quibblestrop', 'Z.Q.'],
  ['Ångström', 'Å.'],
  ['王 芳', '王.芳.'],
  ['', '…'],
  ['123 !', '…'],
])('%s is spoken of as %s', (name, spoken) => {
  expect(initials(name)).toBe(spoken)
})

test('initials never give two letters of a name in a row', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      expect(initials(name)).toMatch(/^(?:…|(?:[\p{L}\p{M}]{1,3}\.)+)$/u)
    }),
  )
})

test('a name’s key does not change when made again, and is blind to case, accents and points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      expect(nameKey(nameKey(name))).toBe(nameKey(name))
    }),
  )
  expect(nameKey('  Ludmiła  O’THIMBLE-Wick. ')).toBe(nameKey("ludmiła o'thimble wick"))
  expect(nameKey('José Noodlecrank')).toBe('jose noodlecrank')
  expect(nameKey('Ludmiła Ørstrøm-Weiß')).toBe('ludmila orstrom weiss')
})
