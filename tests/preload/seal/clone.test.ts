import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBytes, toBytes } from '../../../preload/seal/clone.ts'

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.double().map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt(),
  fc.uint8Array({ maxLength: 300 }),
  fc.date({ noInvalidDate: false }),
)
const key = fc.string({ unit: 'binary', maxLength: 12 }).filter((name) => name !== '\u0000')
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('any'), { maxLength: 6 }), fc.dictionary(key, tie('any'), { maxKeys: 6 })),
})).any

test('whatever a request or an answer is made of comes back as it was', () => {
  fc.assert(
    fc.property(value, (original) => {
      expect(fromBytes(toBytes(original))).toEqual(original)
    }),
    { numRuns: 500 },
  )
})

test('what JSON alone would lose comes back: nothing at all, numbers without digits, lists with holes, keys that mean something', () => {
  for (const original of [undefined, Number.NaN, -Infinity, [undefined, 1], { a: [[undefined]] }, 12345678901234567890n, '\ud800', ''])
    expect(fromBytes(toBytes(original))).toEqual(original)
  const strange = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":1}') as object
  const back = fromBytes(toBytes({ strange, when: new Date(5) })) as { strange: object }
  expect(Object.keys(back.strange)).toEqual(['__proto__', 'constructor'])
  expect('isAdmin' in back.strange).toBe(false)
})

test('an entry that is undefined is left out', () => {
  expect(Object.keys(fromBytes(toBytes({ a: undefined, b: 1 })) as object)).toEqual(['b'])
})

test('a part of a buffer is taken without the rest of it, and what comes back owns its memory', () => {
  const whole = new Uint8Array([1, 2, 3, 4, 5])
  const { bytes } = fromBytes(toBytes({ bytes: whole.subarray(1, 3) })) as { bytes: Uint8Array }
  expect([...bytes]).toEqual([2, 3])
  expect(bytes.buffer.byteLength).toBe(2)
})

test('what is none of these is refused by the side that sends it', () => {
  const round: Record<string, unknown> = {}
  round['itself'] = round
  for (const original of [
    () => 1,
    Symbol('x'),
    new Map(),
    new Set(),
    /x/,
    new ArrayBuffer(3),
    new Float64Array(2),
    round,
    { '\u0000': 'bytes' },
  ])
    expect(() => toBytes(original)).toThrow(TypeError)
})
