import { reviewNames, rowNames, soughtNames, textNames, textsInJson } from '#domain/retention/name-search.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const names = soughtNames(['Zelda Quíntessa', 'Otto'])

describe('running words', () => {
  test.each([
    ['so said Zelda Quintessa then', true],
    ['QUINTESSA, ZELDA', true],
    ['about otto and others', true],
    ['Zelda and Quintessa', false],
    ['Ottoman furniture', false],
    ['', false],
  ])('%j', (text, isNamed) => {
    expect(textNames(text, names)).toBe(isNamed)
  })
})

test('a row names somebody whose words stand in whichever columns and order, and not who has only one of them there', () => {
  const word = fc.constantFrom('zelda', 'quintessa', 'marlow', 'brook')
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      fc.array(fc.constantFrom('Quill Valley Police', '10/11/2026', ''), { maxLength: 3 }),
      (words, others) => {
        const cells = [...words.map((each) => each.toUpperCase()), ...others].toSorted()
        expect(rowNames(cells, names)).toBe(words.includes('zelda') && words.includes('quintessa'))
      },
    ),
  )
})

test('names of fewer than four letters are not looked for', () => {
  expect(soughtNames(['An', 'Bo.', 'An Li'])).toEqual([['an', 'li']])
})

test('texts in JSON are read as they are meant, so that a line break hides no name', () => {
  const content = JSON.stringify({ note: 'She said:\nZelda Quintessa', other: [3, null, 'x'] })
  expect(textsInJson(content)).toEqual(['She said:\nZelda Quintessa', 'x'])
  expect(textsInJson('{no JSON')).toEqual(['{no JSON'])
})

test('a file being imported names who stands in a row partly as read and partly as mended', () => {
  const sheet = (cells: readonly string[]) => JSON.stringify({ header: ['a', 'b'], rows: [{ number: 2, cells }], format: { kind: 'csv' } })
  const mended = (row: number) => JSON.stringify({ mended: { [row]: { victimName: 'Quintessa' } } })
  expect(reviewNames(sheet(['Zelda', 'Quill Valley Police', 'Quintessa']), '{}', names)).toBe(true)
  expect(reviewNames(sheet(['Zelda', 'Quill Valley Police']), mended(2), names)).toBe(true)
  expect(reviewNames(sheet(['Zelda', 'Quill Valley Police']), mended(3), names)).toBe(false)
  expect(reviewNames(sheet(['Zelda', 'Quill Valley Police']), '{}', names)).toBe(false)
})
