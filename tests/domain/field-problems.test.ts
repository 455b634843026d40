import { fieldProblems } from '#domain/field-problems.ts'
import { IsoDate, ClockTime } from '#domain/dates.ts'
import { line, words } from '#domain/text.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'

const Form = z.strictObject({
  name: line(10),
  note: words(5).optional(),
  born: IsoDate,
  at: ClockTime.optional(),
  score: z.int().min(0).max(24).optional(),
  sector: z.enum(['police', 'health']),
  children: z
    .array(z.strictObject({ name: line(10) }))
    .max(2)
    .default([]),
})

const good = { name: 'Ada', born: '1990-02-28', sector: 'police' }

function problems(input: unknown) {
  const parsed = Form.safeParse(input)
  return parsed.success ? [] : fieldProblems(parsed.error, input)
}

test('a good form has no problems', () => {
  expect(problems(good)).toEqual([])
})

test.each([
  ['a field left out', { ...good, name: undefined }, 'name', 'required'],
  ['a field of spaces', { ...good, name: '   ' }, 'name', 'required'],
  ['a field left empty where one of a list is asked', { ...good, sector: '' }, 'sector', 'required'],
  ['a field left out where one of a list is asked', { name: 'Ada', born: '1990-02-28' }, 'sector', 'required'],
  ['text that is too long', { ...good, note: 'too long' }, 'note', 'tooLong'],
  ['a list that is too long', { ...good, children: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }, 'children', 'tooLong'],
  ['a date that does not exist', { ...good, born: '1990-02-30' }, 'born', 'date'],
  ['a time that does not exist', { ...good, at: '25:00' }, 'at', 'time'],
  ['a number that is out of range', { ...good, score: 25 }, 'score', 'number'],
  ['a number that is text', { ...good, score: 'many' }, 'score', 'number'],
  ['a word that is not on the list', { ...good, sector: 'circus' }, 'sector', 'notAllowed'],
  ['a field that nobody asked for', { ...good, extra: 1 }, 'extra', 'notAllowed'],
  ['a field inside a list', { ...good, children: [{ name: 'a' }, { name: '' }] }, 'children.1.name', 'required'],
])('%s is named with its path', (_case, input, path, problem) => {
  expect(problems(input)).toEqual([{ path, problem }])
})

test('nothing at all is a missing input, not a crash', () => {
  expect(fieldProblems(Form.safeParse(undefined).error ?? new z.ZodError([]))).toEqual([{ path: '', problem: 'required' }])
})

test('without the input a missing text is still told from a wrong one', () => {
  const parsed = Form.safeParse({ born: '1990-02-30', sector: 'police' })
  expect(fieldProblems(parsed.error ?? new z.ZodError([]))).toEqual([
    { path: 'name', problem: 'required' },
    { path: 'born', problem: 'date' },
  ])
})

test('of two shapes, the one that was nearly met is spoken of', () => {
  const Either = z.union([
    z.strictObject({ kind: z.literal('a'), text: line(5) }),
    z.strictObject({ kind: z.literal('b'), count: z.int(), other: z.int() }),
  ])
  const input = { kind: 'a', text: '' }
  expect(fieldProblems(Either.safeParse(input).error ?? new z.ZodError([]), input)).toEqual([{ path: 'text', problem: 'required' }])
})
