import type { Withheld } from '#domain/sharing/action-list.ts'
import { type IdentifierKind, redact } from '#domain/sharing/identifiers.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedParts } from '../../renderer/features/sharing/marked-parts.ts'

const words: Readonly<Record<IdentifierKind, string>> = {
  name: '[name]',
  dateOfBirth: '[date of birth]',
  address: '[address]',
  phone: '[phone]',
  email: '[e-mail]',
  other: '[withheld]',
}

type Piece = { readonly text: string; readonly kind: IdentifierKind | null }

/** A text put together from pieces, some of which are held back, as the export does it. */
function shared(pieces: readonly Piece[]) {
  const original = pieces.map(({ text }) => text).join('')
  let start = 0
  const finds = pieces.flatMap(({ text, kind }) => {
    const at = start
    start += text.length
    return kind === null ? [] : [{ start: at, end: start, kind, text }]
  })
  const withheld = finds.map(({ kind, text }): Withheld => ({ kind, text, replacement: words[kind] }))
  return { original, outgoing: redact(original, finds, words), withheld }
}

const plainText = fc.constantFrom('Ring ', ' and tell [name] ', 'Ann', 'Anna ', '[name]', ', then ', ' at ', 'Annan')
const secret = fc.record({
  text: fc.constantFrom('Ann', 'Anna Invented', '07700 900123', '3 April 1988', '[name]'),
  kind: fc.constantFrom<IdentifierKind>('name', 'phone', 'dateOfBirth'),
})
const pieces = fc.array(
  fc.oneof(
    plainText.map((text): Piece => ({ text, kind: null })),
    secret,
  ),
  { maxLength: 10 },
)

describe('the places held back in a text that goes out', () => {
  test('are marked where they stand; the same words typed by hand are not', () => {
    const row = shared([
      { text: 'Tell [name] that ', kind: null },
      { text: 'Alma Invented', kind: 'name' },
      { text: ' rang', kind: null },
    ])
    expect(markedParts(row).map(({ text, withheld }) => [text, withheld?.text ?? null])).toEqual([
      ['Tell [name] that ', null],
      ['[name]', 'Alma Invented'],
      [' rang', null],
    ])
  })

  test('never change the text, and are all marked or none', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const row = shared(list)
        const parts = markedParts(row)
        expect(parts.map(({ text }) => text).join('')).toBe(row.outgoing)
        const marks = parts.flatMap(({ withheld }) => withheld ?? [])
        expect([row.withheld, []]).toContainEqual(marks)
      }),
    )
  })

  test('leave the text whole where it and the original do not fit together', () => {
    const withheld: readonly Withheld[] = [{ kind: 'name', text: 'Alma', replacement: '[name]' }]
    expect(markedParts({ original: 'Ring Alma', outgoing: 'Ring nobody', withheld })).toEqual([{ text: 'Ring nobody', withheld: null }])
  })
})
