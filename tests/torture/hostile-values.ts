import fc from 'fast-check'
import { seededRandom } from '../fixtures/seeded-random.ts'

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

/** Every place inside a value, its root first; of what a step before has put there, the first few levels. */
function placesIn(value: unknown, at: Place): readonly Place[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || at.length > 5) return [at]
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

const ways = ['replace', 'replace', 'replace', 'drop', 'add', 'list', 'long'] as const
const names = ['__proto__', 'constructor', 'toString', 'extra', 'id', '']

/** Drawn once: making one costs far more than asking with it. */
const POOL = 1500

function wronged(inner: unknown, how: (typeof ways)[number], value: unknown, name: string): unknown {
  switch (how) {
    case 'drop':
      return undefined
    case 'add':
      return typeof inner === 'object' && inner !== null ? { ...inner, [name]: value } : value
    case 'list':
      return [inner, value]
    case 'long':
      // A text lengthened twice is longer than a text can be.
      return typeof inner === 'string' && inner.length < 20_000 ? inner.repeat(500) : value
    case 'replace':
      return value
  }
}

/**
 * A source of requests without end, made from sound ones: each as it should be, or with one to three places of it replaced, doubled, emptied or
 * added to. Only what can cross to another process comes out. The same seed gives the same requests.
 */
export function hostileSource(seed: number): (samples: readonly unknown[]) => unknown {
  const random = seededRandom(seed)
  const values = fc.sample(hostileValue, { numRuns: POOL, seed }).filter(canCross)
  return (samples) => {
    let request: unknown = samples[random.below(samples.length)]
    for (let steps = random.below(4); steps > 0; steps -= 1) {
      const place = random.pick(placesIn(request, []))
      const [how, value, name] = [random.pick(ways), values[random.below(values.length)], random.pick(names)]
      request = changed(request, place, (inner) => wronged(inner, how, value, name))
    }
    return request
  }
}

function canCross(value: unknown): boolean {
  try {
    structuredClone(value)
    return true
  } catch {
    return false
  }
}
