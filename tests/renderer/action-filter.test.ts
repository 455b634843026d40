import { ActionFilter, type ActionStatus, actionStatuses, isEnded } from '#domain/action.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actionStates,
  askedFilter,
  isFiltered,
  isSameView,
  moreCount,
  openByDay,
  withState,
  withStatuses,
} from '../../renderer/features/actions/action-filter.ts'

const anyState = fc.constantFrom(...actionStates)
const anyStatuses = fc.uniqueArray(fc.constantFrom(...actionStatuses))

/** Whether the state lets any action of the status through. */
function lets(state: ActionFilter['state'], status: ActionStatus): boolean {
  return state === 'all' || isEnded(status) === (state === 'ended')
}

describe('the filter of the table of actions', () => {
  test('starts with what is open, the longest overdue first, and counts as no filter', () => {
    expect(openByDay).toMatchObject({ state: 'open', sort: 'dueOn', direction: 'ascending' })
    expect(isFiltered(openByDay)).toBe(false)
    expect(moreCount(openByDay)).toBe(0)
  })

  test('comes from the address where it asks for something, else from nowhere', () => {
    expect(askedFilter({})).toBeNull()
    expect(askedFilter({ agencyId: 3, state: 'overdue' })).toEqual({ ...openByDay, agencyId: 3, state: 'overdue' })
    expect(askedFilter({ meetingId: 4 })).toEqual({ ...openByDay, meetingId: 4 })
  })

  test('never asks for a status that its own state keeps out, whichever is chosen last', () => {
    fc.assert(
      fc.property(anyState, anyStatuses, anyState, (first, statuses, second) => {
        const chosen = withStatuses(withState(openByDay, first), statuses)
        expect(chosen.statuses).toEqual(statuses)
        for (const filter of [chosen, withState(chosen, second)]) {
          for (const status of filter.statuses) expect(lets(filter.state, status)).toBe(true)
        }
        expect(withState(chosen, second).state).toBe(second)
      }),
    )
  })

  test('widens to all only where a chosen status needs it', () => {
    expect(withStatuses(openByDay, ['agreed']).state).toBe('open')
    expect(withStatuses(openByDay, ['agreed', 'complete']).state).toBe('all')
    expect(withStatuses({ ...openByDay, state: 'ended' }, ['complete']).state).toBe('ended')
  })

  test('is the same view whatever the order in which its statuses were chosen', () => {
    expect(isSameView(withStatuses(openByDay, ['agreed', 'proposed']), withStatuses(openByDay, ['proposed', 'agreed']))).toBe(true)
    expect(isSameView(openByDay, { ...openByDay, direction: 'descending' })).toBe(false)
    expect(isSameView(openByDay, ActionFilter.parse({ search: '  ' }))).toBe(true)
  })

  test('says how many of the filters out of sight are on', () => {
    const days = ActionFilter.parse({ dueFrom: '2026-11-01', dueTo: '2026-11-30', statuses: ['agreed', 'proposed'] })
    expect(moreCount(days)).toBe(3)
    expect(isFiltered(days)).toBe(true)
  })
})
