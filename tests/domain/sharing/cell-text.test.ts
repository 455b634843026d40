import { fromInertCell, inertCell, startsLikeFormula } from '#domain/sharing/inert-cell.ts'
import { flowed, printable } from '#domain/sharing/printable.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const text = fc.string({
  unit: fc.oneof(fc.constantFrom(..."=+-@\t\r\n\0 '＝＋－＠\u200B\uFEFF"), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
  maxLength: 12,
})

test('no text is left that begins like a formula, and each comes back as it was', () => {
  fc.assert(
    fc.property(text, (original) => {
      expect(startsLikeFormula(inertCell(original))).toBe(false)
      if (!original.startsWith("'")) expect(fromInertCell(inertCell(original))).toBe(original)
    }),
    { numRuns: 2000 },
  )
})

test('the starts of a formula are known in every disguise, and ordinary text is left alone', () => {
  for (const hostile of [
    '=1',
    '+1',
    '-1',
    '@x',
    '\t',
    '\r',
    '\n',
    '\0',
    ' =1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u0001=1',
  ])
    expect(startsLikeFormula(hostile)).toBe(true)
  for (const plain of ['', 'a=b', "'=1", 'Ring -1', '(=1)', '1-2', '[name] = victim']) expect(startsLikeFormula(plain)).toBe(false)
})

test('printable text has no control, override or broken characters, whatever went in', () => {
  expect(printable('a\0b\u202Ec\uD800d\r\ne\u2028f\tg\u0085h')).toBe('abc\uFFFDd\ne\nf\tgh')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (original) => {
      const left = printable(original)
      expect(left.isWellFormed()).toBe(true)
      expect(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.test(left)).toBe(false)
      expect(printable(left)).toBe(left)
      expect(flowed(flowed(original))).toBe(flowed(original))
    }),
  )
})
