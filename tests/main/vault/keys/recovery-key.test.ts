import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeRecoveryKey, readRecoveryKey, recoveryGroupCount } from '../../../../main/vault/keys/recovery-key.ts'
import { recoveryKeySheet } from '../../../../main/vault/recovery-key-sheet.ts'

test('a new key has thirteen groups of four and one that checks them, without letters that look like figures', () => {
  const groups = makeRecoveryKey()
  expect(groups).toHaveLength(recoveryGroupCount)
  for (const group of groups) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(makeRecoveryKey()).not.toEqual(groups)
})

test('it reads back as typed: in lower case, with spaces, dashes and line breaks, with o for 0 and l or i for 1', () => {
  const typing = fc.record({ between: fc.constantFrom(' ', '-', '\n', '', ' – '), lower: fc.boolean(), misread: fc.boolean() })
  fc.assert(
    fc.property(typing, ({ between, lower, misread }) => {
      const groups = makeRecoveryKey()
      const secret = groups.slice(0, -1).join('')
      const joined = groups.join(between)
      const typed = misread ? joined.replaceAll('0', 'O').replaceAll('1', 'l') : joined
      expect(readRecoveryKey(lower ? typed.toLowerCase() : typed)).toBe(secret)
    }),
  )
})

test('one wrong digit, two digits swapped, a group too few or too many: not read', () => {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(fc.nat(51), fc.nat(31), (at, by) => {
      const whole = makeRecoveryKey().join('')
      const wrong = digits.charAt((digits.indexOf(whole.charAt(at)) + 1 + (by % 31)) % 32)
      expect(readRecoveryKey(whole.slice(0, at) + wrong + whole.slice(at + 1))).toBeNull()
      const swapped = whole.slice(0, at) + whole.charAt(at + 1) + whole.charAt(at) + whole.slice(at + 2)
      if (at < 51 && swapped !== whole) expect(readRecoveryKey(swapped)).toBeNull()
      expect(readRecoveryKey(whole.slice(4))).toBeNull()
      expect(readRecoveryKey(`${whole}0000`)).toBeNull()
    }),
    // The check group is 20 bits: one wrong key in a million passes it, and then opens nothing.
    { numRuns: 200 },
  )
})

test('the sheet holds every group and says nothing of whose it is', () => {
  const groups = makeRecoveryKey()
  const sheet = recoveryKeySheet(groups)
  expect(sheet.split(/\s+/).filter((word) => word.length === 4)).toEqual(groups)
  expect(readRecoveryKey(sheet.replace('CASEBOARD', ''))).toBe(groups.slice(0, -1).join(''))
})
