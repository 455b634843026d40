import type { ActionStatus } from '#domain/action.ts'
import { planLack } from '#domain/plan-lack.ts'
import { expect, test } from 'vitest'

const action = (status: ActionStatus, isSafetyAction: boolean) => ({ status, isSafetyAction })

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
] as const)('what a plan lacks is told from %s', (_, actions, lack) => {
  expect(planLack(actions)).toBe(lack)
})
