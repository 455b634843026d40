import { commonPassphrases } from '#domain/common-passphrases.ts'
import { judgePassphrase, minimumPassphraseLength } from '#domain/passphrase.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  ['fourteen chars', 'tooShort'],
  ['aaaaaaaaaaaaaaaaaaaa', 'repeats'],
  ['lamplamplamplamplamp', 'repeats'],
  ['wolf              ', 'repeats'],
  ['xkqzwv!!!!!!!!!!!!', 'repeats'],
  ['abcdefghijklmnop', 'sequence'],
  ['qwertyuiop12345678', 'sequence'],
  ['0987654321 poiuytrewq', 'sequence'],
  ['password password 1', 'common'],
  ['Password-2026-Welcome', 'common'],
  ['correct horse battery staple', 'common'],
])('%s is refused', (text, advice) => {
  expect(judgePassphrase(text)).toEqual({ ok: false, advice })
})

test('the name of the team with a year is refused', () => {
  expect(judgePassphrase('Quillhaven County 26', 'Quillhaven County')).toEqual({ ok: false, advice: 'teamName' })
  expect(judgePassphrase('Quillhaven County 26', 'Inkwell').ok).toBe(true)
})

test.each([
  ['seven purple lamps drift over Quillhaven', 'strong'],
  ['winter lamp otter violin', 'good'],
  ['zK4#vq9!Lm2@xT7w', 'fair'],
])('%s is %s', (text, strength) => {
  expect(judgePassphrase(text)).toEqual({ ok: true, strength })
})

test('nothing shorter than the minimum is ever taken, whatever it is made of', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      (text) => !judgePassphrase(text).ok || [...text.normalize('NFKC')].length >= minimumPassphraseLength,
    ),
  )
})

test('one short piece again and again is never taken', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.integer({ min: 15, max: 40 }),
      (piece, length) => !judgePassphrase(piece.repeat(length)).ok,
    ),
  )
})

test('the usual choices joined with each other, figures and signs are never taken', () => {
  const usual = fc.constantFrom(...commonPassphrases)
  fc.assert(
    fc.property(
      fc.array(usual, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', ' ', '-', '_', '!'),
      fc.nat(9999),
      fc.boolean(),
      (parts, between, number, isCapital) => {
        const joined = `${parts.join(between)}${between}${number}`
        return !judgePassphrase(isCapital ? joined.toUpperCase() : joined).ok
      },
    ),
  )
})

test('six or more different words of a random choice are always taken', () => {
  const words = [
    'lantern',
    'violin',
    'otter',
    'granite',
    'meadow',
    'thimble',
    'harbour',
    'cinnamon',
    'walrus',
    'pebble',
    'umbrella',
    'yonder',
  ]
  fc.assert(fc.property(fc.shuffledSubarray(words, { minLength: 6, maxLength: 8 }), (chosen) => judgePassphrase(chosen.join(' ')).ok))
})

test('the same letters composed otherwise are judged alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 10, maxLength: 30 }), (text) => {
      expect(judgePassphrase(text.normalize('NFD'))).toEqual(judgePassphrase(text.normalize('NFC')))
    }),
  )
})
