import { isoDate } from '#domain/dates.ts'
import { identifierLinter } from '#domain/sharing/identifiers.ts'
import { expect, test } from 'vitest'

const meeting = isoDate('2026-03-12')

test('no text makes the linter slow', () => {
  const lint = identifierLinter(
    {
      emails: [],
      places: [],
      names: ['Ana de la Cruz'],
      phones: ['07700 900123'],
      addresses: ['14 Rose Street'],
      datesOfBirth: [isoDate('1990-03-04')],
    },
    meeting,
  )
  const pieces = [
    '1',
    '1 ',
    '(1)-',
    'a ',
    '14 Rose ',
    "o'",
    'calle la ',
    '1 a a ',
    'x@',
    'a.',
    'dob ',
    'tel on ',
    '+',
    '- ',
    'ana de la ',
    '3 march ',
    '19',
  ]
  for (const piece of pieces) {
    // A pattern that runs wild takes longer than the test may.
    expect(Array.isArray(lint(piece.repeat(Math.ceil(4000 / piece.length))))).toBe(true)
  }
})
