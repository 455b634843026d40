import fc from 'fast-check'

const cyclic: Record<string, unknown> = { name: 'round' }
cyclic['itself'] = cyclic

let nested: unknown = 'deep'
for (let level = 0; level < 2000; level += 1) nested = { nested }

/** What no screen would send, though a page taken over might: wrong types, wrong sizes, and names that mean something to JavaScript or to SQL. */
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    -1,
    0,
    1.5,
    2 ** 31,
    2 ** 53,
    1e308,
    12345678901234567890n,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e\u2066txet',
    '"',
    `"') OR 1=1; DROP TABLE actions; --`,
    '%_\\',
    '* AND (NEAR',
    'constructor',
    '__proto__',
    '2026-02-30',
    '9999-99-99',
    '=cmd|calc!A1',
    'x'.repeat(1_000_000),
    [],
    [[[]]],
    [undefined],
    {},
    new Date(Number.NaN),
    new Date(0),
    new Map([['a', 1]]),
    new Set([1]),
    /x/g,
    new Uint8Array(3),
    new Uint8Array(0),
    new Error('x'),
    cyclic,
    nested,
    JSON.parse('{"__proto__":{"isAdmin":true}}'),
  ),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: false,
  }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.integer({ min: 1, max: 40 }),
)

type Place = readonly (string | number)[]

/** Every place inside a value, its root first. */
function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [at]
  return [at, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...at, Array.isArray(value) ? Number(name) : name]))]
}

function changed(value: unknown, [name, ...rest]: Place, change: (inner: unknown) => unknown): unknown {
  if (name === undefined) return change(value)
  if (Array.isArray(value)) return value.map((inner: unknown, index) => (index === name ? changed(inner, rest, change) : inner))
  const entries = Object.entries(value as Record<string, unknown>).map(
    ([key, inner]) => [key, key === name ? changed(inner, rest, change) : inner] as const,
  )
  return Object.fromEntries(entries)
}

/** A request as it should be, or with one to three places of it replaced, doubled, emptied or added to. */
export function hostileRequest(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.constantFrom(...samples).chain((sample) => {
    const places = placesIn(sample)
    const step = fc.record({
      place: fc.constantFrom(...places),
      how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add', 'list', 'long'),
      value: hostileValue,
      name: fc.constantFrom('__proto__', 'constructor', 'toString', 'extra', 'id', ''),
    })
    return fc.array(step, { minLength: 0, maxLength: 3 }).map((steps) =>
      steps.reduce<unknown>((request, { place, how, value, name }) => {
        try {
          return changed(request, place, (inner) => {
            switch (how) {
              case 'drop':
                return undefined
              case 'add':
                return typeof inner === 'object' && inner !== null ? { ...inner, [name]: value } : value
              case 'list':
                return [inner, value]
              case 'long':
                return typeof inner === 'string' ? inner.repeat(500) : value
              default:
                return value
            }
          })
        } catch {
          // An earlier step took that place away.
          return request
        }
      }, sample),
    )
  })
}
