import { suggestedPassphrase, suggestionBytes, suggestionWords } from '#domain/passphrase-suggestion.ts'
import { judgePassphrase } from '#domain/passphrase.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const bytes = fc.uint8Array({ minLength: suggestionBytes, maxLength: suggestionBytes })

test('a suggestion is six words of the list, and the app takes it', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const words = suggestedPassphrase(random).split(' ')
      expect(words).toHaveLength(6)
      for (const word of words) expect(word).toMatch(/^(?:[bdfgklmnprst][aeiou]){2}[lnrs]?$/)
    }),
  )
  const made = Array.from({ length: 2000 }, () => suggestedPassphrase(crypto.getRandomValues(new Uint8Array(suggestionBytes))))
  expect(new Set(made).size).toBe(made.length)
  for (const passphrase of made) expect(judgePassphrase(passphrase).ok, passphrase).toBe(true)
})

test('it is worth at least 84 bits; no word is listed twice, and none is unkind with its ending', () => {
  expect(new Set(suggestionWords).size).toBe(suggestionWords.length)
  expect(6 * Math.log2(suggestionWords.length)).toBeGreaterThan(84)
  for (const word of ['penis', 'semen', 'matar', 'putas', 'moron', 'niger', 'dolor', 'morir', 'balas', 'fatal', 'tetas']) {
    expect(suggestionWords).not.toContain(word)
  }
})

test('every word is as likely as another in every place', () => {
  let state = 1
  const draws = 20_000
  const seen = new Map<string, number>()
  for (let draw = 0; draw < draws; draw += 1) {
    const random = Uint8Array.from({ length: suggestionBytes }, () => {
      state = (state * 48_271) % 2_147_483_647
      return state >> 8
    })
    for (const word of suggestedPassphrase(random).split(' ')) seen.set(word, (seen.get(word) ?? 0) + 1)
  }
  const expected = (draws * 6) / suggestionWords.length
  const chiSquared = suggestionWords.reduce((sum, word) => sum + ((seen.get(word) ?? 0) - expected) ** 2 / expected, 0)
  // As many degrees of freedom as words less one; the deviation is the root of twice that.
  const freedom = suggestionWords.length - 1
  expect(Math.abs(chiSquared - freedom)).toBeLessThan(6 * Math.sqrt(2 * freedom))
})

test('two words on the edges of the list: the lowest and the highest number give words, not nothing', () => {
  expect(suggestedPassphrase(new Uint8Array(suggestionBytes))).not.toContain('undefined')
  expect(suggestedPassphrase(new Uint8Array(suggestionBytes).fill(255)).split(' ')).toHaveLength(6)
})

test('too few random bytes are a bug, not a weak passphrase', () => {
  expect(() => suggestedPassphrase(new Uint8Array(suggestionBytes - 1))).toThrow(RangeError)
})
