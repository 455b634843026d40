import { exportPassword, exportPasswordBytes, passwordWords, typedExportPassword } from '#domain/sharing/export-password.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const bytes = fc.uint8Array({ minLength: exportPasswordBytes, maxLength: exportPasswordBytes })

test('a password is six different-sounding words within the 32 characters that PDF tools take', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const password = exportPassword(random)
      expect(password).toMatch(/^(?:[bdfgklmnprst][aeiou]){2}(?:-(?:[bdfgklmnprst][aeiou]){2}){5}$/)
      expect(password.length).toBeLessThanOrEqual(32)
      for (const word of password.split('-')) expect(passwordWords).toContain(word)
    }),
  )
})

test('it is worth at least 70 bits, no word is listed twice and none is unkind', () => {
  expect(new Set(passwordWords).size).toBe(passwordWords.length)
  expect(6 * Math.log2(passwordWords.length)).toBeGreaterThan(70)
  for (const word of ['rape', 'kike', 'puta', 'pene']) expect(passwordWords).not.toContain(word)
})

test('every word is as likely as another', () => {
  const seen = new Map<string, number>()
  let state = 1
  const draws = 20_000
  for (let draw = 0; draw < draws; draw += 1) {
    const random = Uint8Array.from({ length: exportPasswordBytes }, () => {
      state = (state * 48_271) % 2_147_483_647
      return state >> 8
    })
    for (const word of exportPassword(random).split('-')) seen.set(word, (seen.get(word) ?? 0) + 1)
  }
  const expected = (draws * 6) / passwordWords.length
  const chiSquared = passwordWords.reduce((sum, word) => sum + ((seen.get(word) ?? 0) - expected) ** 2 / expected, 0)
  // 3,552 degrees of freedom: mean 3,552, deviation 84.
  expect(Math.abs(chiSquared - (passwordWords.length - 1))).toBeLessThan(6 * 84)
})

test('too few random bytes are a bug, not a weak password', () => {
  expect(() => exportPassword(new Uint8Array(exportPasswordBytes - 1))).toThrow(RangeError)
})

test('what is typed after a phone call is understood', () => {
  expect(typedExportPassword('  Bamo TIKU – lesa_pogi,runa.  dofe ')).toBe('bamo-tiku-lesa-pogi-runa-dofe')
})
