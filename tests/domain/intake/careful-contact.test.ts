import { moreCautious } from '#domain/intake/careful-contact.ts'
import { doNotContact, SafeContact } from '#domain/safe-contact.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const direct = SafeContact.parse({ kind: 'direct', how: 'mobile 111', mayLeaveMessage: true })
const through = SafeContact.parse({ kind: 'onlyThrough', who: 'her mother', note: 'He has her mobile' })
const warning = SafeContact.parse({ kind: 'doNotContact', note: 'He opens her post' })

describe('of two ways to reach her', () => {
  test.each([
    ['through somebody', direct, through, { ...through }, [direct]],
    ['a warning', through, warning, { ...warning, note: 'He opens her post\nHe has her mobile' }, [through]],
    ['a warning that stands', warning, direct, warning, [direct]],
    ['what stands, where nothing is said', direct, doNotContact, direct, []],
    ['what is said, where nothing stands', doNotContact, direct, direct, []],
  ] as const)('%s holds, with the words of both; the other is left', (_what, stands, said, contact, left) => {
    expect(moreCautious(stands, said)).toEqual({ contact, left })
  })

  test('one way said twice may leave a message only where both say so', () => {
    const { contact, left } = moreCautious(direct, SafeContact.parse({ kind: 'direct', how: 'mobile 111', when: 'mornings' }))
    expect(contact).toMatchObject({ how: 'mobile 111', when: 'mornings', mayLeaveMessage: false })
    expect(left).toEqual([direct])
  })
})

const word = fc.constantFrom('', 'one', 'two\nthree', 'one\ntwo')
const contacts = fc.oneof(
  fc.record({ kind: fc.constant('doNotContact' as const), note: word }),
  fc.record({ kind: fc.constant('onlyThrough' as const), who: fc.constantFrom('A', 'B'), note: word }),
  fc.record({
    kind: fc.constant('direct' as const),
    how: fc.constantFrom('A', 'B'),
    when: fc.constantFrom('', 'now', 'then'),
    mayLeaveMessage: fc.boolean(),
    note: word,
  }),
)
const openness = { doNotContact: 0, onlyThrough: 1, direct: 2 } as const

test('whatever stands and whatever is said, the way that holds is open no wider than either, and no word is lost', () => {
  fc.assert(
    fc.property(contacts, contacts, (stands, said) => {
      const { contact, left } = moreCautious(stands, said)
      const spoken = [stands, said].filter(({ kind, note }) => kind !== 'doNotContact' || note !== '')
      for (const each of spoken) {
        expect(openness[contact.kind]).toBeLessThanOrEqual(openness[each.kind])
        if (contact.kind === 'direct' && each.kind === 'direct' && !each.mayLeaveMessage) expect(contact.mayLeaveMessage).toBe(false)
        const words = JSON.stringify([contact, ...left])
        for (const line of each.note.split('\n')) expect(words).toContain(line)
        if (each.kind === 'onlyThrough')
          expect([contact, ...left].some((kept) => kept.kind === 'onlyThrough' && kept.who === each.who)).toBe(true)
        if (each.kind === 'direct')
          expect(
            [contact, ...left].some(
              (kept) => kept.kind === 'direct' && kept.how === each.how && (each.when === '' || kept.when === each.when),
            ),
          ).toBe(true)
      }
    }),
  )
})
