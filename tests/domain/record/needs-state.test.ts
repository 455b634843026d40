import { type ActionStatus, actionStatuses } from '#domain/action.ts'
import { ActionId } from '#domain/ids.ts'
import { Need, needDomains } from '#domain/record/need.ts'
import { needsOf, unansweredNeeds } from '#domain/record/needs-state.ts'
import { expect, test } from 'vitest'
import { entry } from './entries.ts'

const need = (id: number, domain: Need['domain'], state: Need['state'], actionIds: readonly number[] = []) =>
  entry(id, Need.parse({ kind: 'need', domain, state, actionIds }))

const action = (id: number, status: ActionStatus) => ({ id: ActionId.parse(id), status })

test('every domain is shown, safety first; what nobody spoke of is unknown and not unanswered', () => {
  const needs = needsOf([], [])
  expect(needs.map(({ domain }) => domain)).toEqual(needDomains)
  expect(needs[0]?.domain).toBe('safety')
  expect(needs.every(({ state, entry: none, isUnanswered }) => state === 'unknown' && none === null && !isUnanswered)).toBe(true)
})

test('an open need without an action is shown', () => {
  expect(unansweredNeeds([need(1, 'housing', 'open'), need(2, 'income', 'met'), need(3, 'faithAndCommunity', 'none')], [])).toEqual([
    'housing',
  ])
})

test.each(actionStatuses)('an action that is %s answers a need only while it stands or once it is done', (status) => {
  const stands = ['proposed', 'agreed', 'inProgress', 'complete'].includes(status)
  const entries = [need(1, 'housing', 'open', [4])]
  expect(unansweredNeeds(entries, [action(4, status)])).toEqual(stands ? [] : ['housing'])
  expect(needsOf(entries, [action(4, status)]).find(({ domain }) => domain === 'housing')?.actions).toEqual([action(4, status)])
})

test('another action of the case answers nothing', () => {
  expect(unansweredNeeds([need(1, 'housing', 'open', [4])], [action(5, 'agreed')])).toEqual(['housing'])
})
