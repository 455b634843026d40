import { namesInWords } from '#domain/sharing/names-in-words.ts'
import { expect, test } from 'vitest'

test.each([
  ['Amapola Vetch, her sister', true, ['Amapola', 'Vetch']],
  ['Through the IDVA only', true, []],
  ['Por su hermana Amapola', true, ['Amapola']],
  ['Never on Sundays. Her neighbour Odalys has a key', false, ['Sundays', 'Odalys']],
  ['Tuesday mornings, by text', true, []],
  ['', true, []],
] as const)('of "%s" these may be names', (text, isWho, names) => {
  expect(namesInWords(text, isWho)).toEqual(names)
})
