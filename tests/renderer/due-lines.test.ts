import type { ActionRow, ActionStatus } from '#domain/action.ts'
import { addDays, type IsoDate, isoDate } from '#domain/dates.ts'
import { type ActionId, MeetingId } from '#domain/ids.ts'
import { expect, test } from 'vitest'
import { dueLines } from '../../renderer/features/cases/due-lines.ts'
import { link } from '../domain/record/entries.ts'

const today = isoDate('2026-11-25')
const inDays = (days: number) => addDays(today, days)
const nothing = { actions: [], listings: [] }

function action(id: number, dueOn: IsoDate, status: ActionStatus = 'agreed'): ActionRow {
  // The fields that the rule reads.
  return { id: id as ActionId, dueOn, status } as ActionRow
}

test('what is late comes first, then what is soonest; what has ended or lies beyond a month is left out', () => {
  const actions = [
    action(1, inDays(10)),
    action(2, inDays(-3)),
    action(3, inDays(-9)),
    action(4, inDays(2), 'complete'),
    action(5, inDays(40)),
  ]
  expect(dueLines({ ...nothing, actions }, [], today).map(({ days }) => days)).toEqual([-9, -3, 10])
})

test('a hearing stands once, as the risk date that it is, and a planned link that is late stands as late', () => {
  const entries = [link(1, 'hearing', 'planned', { on: inDays(3) }), link(2, 'charge', 'planned', { on: inDays(-2) })]
  expect(dueLines(nothing, entries, today)).toMatchObject([
    { kind: 'link', days: -2 },
    { kind: 'risk', days: 3, risk: { kind: 'hearing' } },
  ])
})

test('the meeting that awaits the case is due, one that heard it is not', () => {
  const listing = { meetingState: 'scheduled', deferReason: '' } as const
  const listings = [
    { ...listing, meetingId: MeetingId.parse(7), meetingOn: inDays(15), outcome: 'waiting' },
    { ...listing, meetingId: MeetingId.parse(6), meetingOn: inDays(-15), outcome: 'discussed' },
  ] as const
  expect(dueLines({ ...nothing, listings }, [], today)).toEqual([{ kind: 'meeting', on: inDays(15), days: 15, meetingId: 7 }])
})
