import { isoDate } from '#domain/dates.ts'
import { withChildren } from '#domain/intake/child-gain.ts'
import { ChildDraft } from '#domain/person.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const child = (said: object) => ChildDraft.parse(said)
const born = isoDate('2020-03-04')

test('a new child stands beside those who are there, and gaps are filled', () => {
  const there = [child({ name: 'Pip' }), child({ dateOfBirth: born })]
  const said = [
    child({ name: 'pip', school: 'Inkwell Primary' }),
    child({ name: 'Quill', dateOfBirth: born }),
    child({ dateOfBirth: '2026-10-10' }),
  ]
  expect(withChildren(there, said)).toEqual({
    children: [child({ name: 'Pip', school: 'Inkwell Primary' }), said[1], said[2]],
    left: [],
  })
})

test('a child of whom something else stands is left as it is, and what was said is told', () => {
  const [there, said] = [[child({ name: 'Pip', dateOfBirth: born })], [child({ name: 'Pip', dateOfBirth: '2021-03-04' })]]
  expect(withChildren(there, said)).toEqual({ children: there, left: said })
})

test('twins are two', () => {
  const said = [child({ dateOfBirth: born }), child({ dateOfBirth: born })]
  expect(withChildren([], said).children).toHaveLength(2)
})

test('whatever is said, nobody who was there goes, nothing that stands is written over, and nothing said is lost', () => {
  const drafts = fc.array(
    fc.record({
      name: fc.constantFrom('', 'Pip', 'Quill', 'Ink'),
      dateOfBirth: fc.constantFrom(null, born, isoDate('2021-03-04')),
      school: fc.constantFrom('', 'Inkwell Primary', 'Nib School'),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(drafts, drafts, (there, said) => {
      const { children, left } = withChildren(there, said)
      for (const [index, known] of there.entries()) {
        const now = children[index]
        expect([known.name || now?.name, known.dateOfBirth ?? now?.dateOfBirth, known.school || now?.school]).toEqual([
          now?.name,
          now?.dateOfBirth,
          now?.school,
        ])
      }
      for (const each of said)
        for (const part of ['name', 'dateOfBirth', 'school'] as const)
          if (each[part] !== '' && each[part] !== null) expect([...children, ...left].some((kept) => kept[part] === each[part])).toBe(true)
    }),
  )
})
