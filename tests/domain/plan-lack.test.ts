import type { ActionStatus } from '#domain/action.ts'
import { MeetingId } from '#domain/ids.ts'
import { planLack } from '#domain/plan-lack.ts'
import { expect, test } from 'vitest'

const [before, now] = [MeetingId.parse(1), MeetingId.parse(2)]
const action = (status: ActionStatus, isSafetyAction: boolean, meetingId = now) => ({ status, isSafetyAction, meetingId })

test.each([
  ['no action', [], 'action'],
  [
    'only what was dropped',
    [action('withdrawn', true), action('superseded', true), action('notPossible', true), action('notUndertaken', true)],
    'action',
  ],
  ['actions, none for safety', [action('agreed', false), action('withdrawn', true)], 'safetyAction'],
  ['an open safety action', [action('agreed', false), action('inProgress', true)], null],
  ['a safety action that is done', [action('complete', true)], null],
  ['a safety action of an earlier meeting that is still open', [action('inProgress', true, before)], null],
  ['only what was done for an earlier meeting', [action('complete', true, before)], 'action'],
  [
    'a safety action done for an earlier meeting, and one of another kind now',
    [action('complete', true, before), action('agreed', false)],
    'safetyAction',
  ],
] as const)('what a plan lacks is told from %s', (_, actions, lack) => {
  expect(planLack(actions, now)).toBe(lack)
})
