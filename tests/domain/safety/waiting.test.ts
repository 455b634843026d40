import { type ActionStatus, actionStatuses, isEnded } from '#domain/action.ts'
import { IsoInstant } from '#domain/dates.ts'
import { ActionId, AgencyId } from '#domain/ids.ts'
import { type ActionSafety, needsSignOff, safetyUnsaid } from '#domain/safety/action-safety.ts'
import { type PlannedAction, waitsFor, wouldWaitForItself } from '#domain/safety/waiting.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const signOff = { agencyId: AgencyId.parse(3), by: 'Ottoline Gavelwood', at: IsoInstant.parse('2026-12-10T10:00:00.000Z') }

function planned(id: number, said: Partial<ActionSafety> = {}, rest: Partial<PlannedAction> = {}): PlannedAction {
  return { id: ActionId.parse(id), reference: `A-000${id}`, status: 'agreed', safety: { ...safetyUnsaid, ...said }, signOff: null, ...rest }
}

describe('an action waits', () => {
  test.each([
    ['is aimed at him', { isTowardsHim: true }],
    ['could be noticed by him', { couldNotice: 'yes' }],
    ['could raise her risk', { couldRaiseRisk: 'yes' }],
  ] satisfies [string, Partial<ActionSafety>][])('for an advocate where it %s', (_, said) => {
    expect(waitsFor(planned(1, said), [])).toEqual({ kind: 'signOff' })
    expect(waitsFor(planned(1, said, { signOff }), [])).toBeNull()
  })

  test('for nobody where nothing of the kind is said', () => {
    expect(waitsFor(planned(1), [])).toBeNull()
    expect(waitsFor(planned(1, { couldNotice: 'no', couldRaiseRisk: 'no' }), [])).toBeNull()
  })

  test('for the action before it until that is complete, and says where it came to nothing', () => {
    const waiting = planned(1, { after: ActionId.parse(2) })
    const over = (status: ActionStatus) => waitsFor(waiting, [waiting, planned(2, {}, { status })])
    expect(over('agreed')).toEqual({ kind: 'action', id: 2, reference: 'A-0002', isDropped: false })
    expect(over('complete')).toBeNull()
    for (const status of ['notPossible', 'notUndertaken', 'superseded', 'withdrawn'] as const)
      expect(over(status)).toMatchObject({ kind: 'action', isDropped: true })
  })
})

const anySafety = fc.record({
  isTowardsHim: fc.boolean(),
  couldNotice: fc.constantFrom('yes', 'no', 'unknown'),
  couldRaiseRisk: fc.constantFrom('yes', 'no', 'unknown'),
  toldFirstBy: fc.constant(null),
  after: fc.option(fc.integer({ min: 1, max: 6 }).map((id) => ActionId.parse(id))),
})

test('nothing that could reach him goes ahead unspoken for, and what has ended waits for nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anySafety, fc.constantFrom(...actionStatuses), fc.boolean()), { maxLength: 6 }), (all) => {
      const plan = all.map(([safety, status, isSpoken], at) => planned(at + 1, safety, { status, signOff: isSpoken ? signOff : null }))
      for (const action of plan) {
        const waits = waitsFor(action, plan)
        if (isEnded(action.status)) expect(waits).toBeNull()
        else if (needsSignOff(action.safety) && action.signOff === null) expect(waits).toEqual({ kind: 'signOff' })
        else if (waits !== null) expect(waits.kind).toBe('action')
      }
    }),
  )
})

test('an action that is put after another never comes to wait for itself, however long the way round', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), { maxLength: 30 }), (orders) => {
      const after = new Map<number, number>()
      const plan = () => [1, 2, 3, 4, 5, 6].map((id) => planned(id, { after: after.has(id) ? ActionId.parse(after.get(id)) : null }))
      for (const [one, other] of orders) if (!wouldWaitForItself(ActionId.parse(one), ActionId.parse(other), plan())) after.set(one, other)
      for (const start of after.keys()) {
        let steps = 0
        for (let at: number | undefined = start; at !== undefined; at = after.get(at)) expect(++steps).toBeLessThanOrEqual(6)
      }
    }),
  )
})
