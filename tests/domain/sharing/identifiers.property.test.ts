import { isoDate } from '#domain/dates.ts'
import { type IdentifierKind, identifierLinter, type KnownIdentifiers, redact } from '#domain/sharing/identifiers.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const words: Readonly<Record<IdentifierKind, string>> = {
  name: '[~]',
  dateOfBirth: '[~]',
  address: '[~]',
  phone: '[~]',
  email: '[~]',
  other: '[~]',
}
const nobody: KnownIdentifiers = { names: [], datesOfBirth: [], phones: [], addresses: [], emails: [], places: [] }
const runs = { numRuns: 500 }

function outgoing(text: string, known: Partial<KnownIdentifiers>): string {
  return redact(text, identifierLinter({ ...nobody, ...known }, isoDate('2026-03-12'))(text), words)
}

/** An independent look: accents off, lower case, words by Unicode's own rules. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\u200B|\u00AD/gu, '')
    .toLowerCase()
}
function wordsOf(text: string): ReadonlySet<string> {
  return new Set([...segmenter.segment(plain(text))].flatMap(({ segment }) => segment.split(/[^\p{L}]+/u)))
}

/** Particles, whatever strokes they are written with, between the parts of a name, and titles, name nobody. */
const notNaming = new Set(
  'de del la las los el da do dos das di du le van von vom zu zur der den het ter ten te af av bin bint ibn ben al abu of the mr mrs ms miss mx dr prof sir sr jr sra srta ii iii'.split(
    ' ',
  ),
)

const letters = (atLeast: number) =>
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvwyzáéíóúñçöüßøłåčšž'), minLength: atLeast, maxLength: 10 })
const cased = (word: string) =>
  fc.constantFrom(word, word.toUpperCase(), word.slice(0, 1).toUpperCase() + word.slice(1), word.normalize('NFD'), plain(word))
const tail = fc.constantFrom('', "'s", '’s', '.', ',', '!', ')', ' ', '-', '/', '82', '\n')
const anything = fc.string({ unit: 'grapheme', maxLength: 30 })

test('no part of a known name is left, whatever stands round it', () => {
  const name = fc.array(letters(2), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(
      name.chain((parts) =>
        fc.tuple(
          fc.constant(parts),
          fc.array(fc.tuple(anything, fc.constantFrom(...parts).chain(cased), tail), { minLength: 1, maxLength: 4 }),
        ),
      ),
      fc.constantFrom(' ', '-'),
      ([parts, placed], joint) => {
        const text = placed.map(([before, part, after]) => `${before} ${part}${after}`).join(' ')
        const left = wordsOf(outgoing(text, { names: [parts.join(joint)] }))
        for (const part of parts.filter((each) => !notNaming.has(plain(each).replaceAll('ł', 'l').replaceAll('ø', 'o'))))
          expect(left.has(plain(part))).toBe(false)
      },
    ),
    runs,
  )
})

test('no known telephone number is left, however it is written', () => {
  const number = fc.stringMatching(/^[1-9][0-9]{8,9}$/)
  const gaps = fc.array(fc.constantFrom('', '', '', ' ', '-', '.', ' - ', ') '), { minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(
      number,
      gaps,
      fc.constantFrom('0', '+44 ', '+44 (0)', '0044', '+1 ', '1-', ''),
      anything,
      anything,
      (digits, between, prefix, before, after) => {
        const written =
          prefix + [...digits].map((digit, index) => digit + (index < digits.length - 1 ? (between[index] ?? '') : '')).join('')
        const left = outgoing(`${before} ${written} ${after}`, { phones: [`0${digits}`] })
        expect(
          left
            .normalize('NFKC')
            .replace(/[^\d\p{L}]/gu, '')
            .includes(digits),
        ).toBe(false)
      },
    ),
    runs,
  )
})

test('no known date of birth is left, in any layout', () => {
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
  const day = fc.date({ min: new Date('1920-01-01T00:00:00Z'), max: new Date('2025-12-31T00:00:00Z'), noInvalidDate: true })
  const layout = fc.constantFrom(
    (y: string, m: string, d: string) => `${y}-${m}-${d}`,
    (y: string, m: string, d: string) => `${d}/${m}/${y}`,
    (y: string, m: string, d: string) => `${m}/${d}/${y}`,
    (y: string, m: string, d: string) => `${String(Number(d))}.${String(Number(m))}.${y}`,
    (y: string, m: string, d: string) => `${d}-${m}-${y.slice(2)}`,
    (y: string, m: string, d: string) => `${String(Number(d))} ${months[Number(m) - 1] ?? ''} ${y}`,
    (y: string, m: string, d: string) => `${(months[Number(m) - 1] ?? '').slice(0, 3)} ${String(Number(d))}, ${y}`,
    (y: string, m: string, d: string) => `${y}${m}${d}`,
  )
  fc.assert(
    fc.property(day, layout, anything, anything, (date, write, before, after) => {
      const iso = date.toISOString().slice(0, 10)
      const [y = '', m = '', d = ''] = iso.split('-')
      const written = write(y, m, d)
      expect(outgoing(`${before} ${written} ${after}`, { datesOfBirth: [isoDate(iso)] })).not.toContain(written)
    }),
    runs,
  )
})

test('finds are in order, apart, inside the text and cut at whole characters', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 3 }),
      (text, names) => {
        const finds = identifierLinter({ ...nobody, names }, isoDate('2026-03-12'))(text)
        let at = 0
        for (const find of finds) {
          expect(find.start).toBeGreaterThanOrEqual(at)
          expect(find.end).toBeGreaterThan(find.start)
          expect(find.text).toBe(text.slice(find.start, find.end))
          expect(find.text.isWellFormed()).toBe(text.isWellFormed() || find.text.isWellFormed())
          at = find.end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      },
    ),
    runs,
  )
})

test('what was redacted once has nothing left to redact', () => {
  const known = {
    names: ['Marisol Quillfeather'],
    phones: ['07700 900123'],
    datesOfBirth: [isoDate('1990-03-04')],
    addresses: ['14 Larkspur Street, HB1 2CD'],
  }
  const piece = fc.constantFrom(
    'Marisol',
    'QUILLFEATHER',
    '07700 900 123',
    '4 March 1990',
    '14 Larkspur St',
    'hb1 2cd',
    'tell',
    'by',
    '14 March',
    ' ',
    ', ',
    '-',
    "'s",
    '\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = outgoing(pieces.join(' '), known)
      expect(outgoing(once, known)).toBe(once)
    }),
    runs,
  )
})

test('the independent look finds a name that was left: it is not blind', () => {
  expect(wordsOf('Tell Marisól’s aunt').has('marisol')).toBe(true)
})
