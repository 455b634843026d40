import { ActionId, AgencyId } from '#domain/ids.ts'
import { type ActionSafety, safetyUnsaid } from '#domain/safety/action-safety.ts'
import { marksOf, safetyOfLine } from '#domain/safety/line-safety.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const advocate = AgencyId.parse(3)
const known = { agencies: [{ id: advocate, sector: 'advocate' }], agencyId: AgencyId.parse(1), actions: [], before: null } as const
const answer = fc.constantFrom('yes', 'no', 'unknown')
const anySafety: fc.Arbitrary<ActionSafety> = fc.record({
  isTowardsHim: fc.boolean(),
  couldNotice: answer,
  couldRaiseRisk: answer,
  toldFirstBy: fc.constantFrom(null, advocate),
  after: fc.constant(null),
})

test('a line says whether he could notice the action: yes, no, and nothing where it is silent', () => {
  const noticed = (marks: ReturnType<typeof marksOf>, before: ActionSafety | null = null) =>
    safetyOfLine({ marks, after: null }, { ...known, before }).couldNotice
  expect(noticed(['noticeable'])).toBe('yes')
  expect(noticed(['unnoticed'])).toBe('no')
  expect(noticed([])).toBe('unknown')
  expect(noticed(['noticeable', 'unnoticed'])).toBe('yes')
  expect(noticed([], { ...safetyUnsaid, couldNotice: 'no' })).toBe('unknown')
})

test('what an action’s safety is stands in the line to put it right, and sending it unchanged changes nothing', () => {
  const after = ActionId.parse(9)
  fc.assert(
    fc.property(anySafety, (safety) => {
      const line = { marks: marksOf(safety), after: 'A-0009' }
      const sent = safetyOfLine(line, { ...known, actions: [{ id: after, reference: 'A-0009' }], before: safety })
      expect(sent).toEqual({ ...safety, after })
    }),
  )
})
