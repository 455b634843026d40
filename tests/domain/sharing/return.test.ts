import type { ActionStatus } from '#domain/action.ts'
import { ActionId } from '#domain/ids.ts'
import { type CurrentAction, type ReturnedRow, reviewReturn } from '#domain/sharing/return.ts'
import { expect, test } from 'vitest'

const id = (number: number) => ActionId.parse(number)
const reported = (status: ActionStatus) => ({ kind: 'status', status }) as const

function row(change: Partial<ReturnedRow> = {}): ReturnedRow {
  return {
    rowNumber: 5,
    actionReference: 'A-0001',
    caseReference: 'HR-2026-0001',
    description: 'Change the locks',
    actionId: id(1),
    actionVersion: 4,
    seal: 'intact',
    newStatus: { kind: 'none' },
    comment: '',
    ...change,
  }
}

function outcomes(rows: readonly ReturnedRow[], current: CurrentAction = { status: 'agreed', version: 4 }) {
  const actions = new Map([1, 2].map((number) => [id(number), current] as const))
  return reviewReturn(rows, actions).map(({ outcome }) => outcome)
}

test('a new status is a change with its comment, a comment alone is a comment, an untouched row is unchanged', () => {
  expect(outcomes([row({ newStatus: reported('complete'), comment: ' done ' })])).toEqual([
    { kind: 'change', from: 'agreed', to: 'complete', comment: 'done' },
  ])
  expect(outcomes([row({ comment: 'waiting' })])).toEqual([{ kind: 'comment', comment: 'waiting' }])
  expect(outcomes([row(), row({ actionId: id(2), newStatus: reported('agreed') })])).toEqual([{ kind: 'unchanged' }, { kind: 'unchanged' }])
})

test('a promise not kept needs its reason', () => {
  for (const status of ['notPossible', 'notUndertaken'] as const) {
    expect(outcomes([row({ newStatus: reported(status) })])).toEqual([{ kind: 'refused', reason: 'reasonMissing' }])
    expect(outcomes([row({ newStatus: reported(status), comment: 'tenant moved' })])).toEqual([
      { kind: 'change', from: 'agreed', to: status, comment: 'tenant moved' },
    ])
  }
})

test('foreign and altered rows are refused whatever they say', () => {
  expect(outcomes([row({ seal: 'foreign', actionId: null, newStatus: reported('complete') })])).toEqual([
    { kind: 'refused', reason: 'foreign' },
  ])
  expect(outcomes([row({ actionId: id(9), newStatus: reported('complete') })])).toEqual([{ kind: 'refused', reason: 'foreign' }])
  expect(outcomes([row({ seal: 'altered' })])).toEqual([{ kind: 'refused', reason: 'altered' }])
})

test('a row that was overtaken here is stale, unless it says nothing or what is already so', () => {
  const now: CurrentAction = { status: 'complete', version: 5 }
  expect(outcomes([row({ newStatus: reported('inProgress'), comment: 'again' })], now)).toEqual([{ kind: 'refused', reason: 'stale' }])
  expect(outcomes([row({ newStatus: reported('complete') }), row({ actionId: id(2) })], now)).toEqual([
    { kind: 'unchanged' },
    { kind: 'unchanged' },
  ])
})

test('two rows that speak of one action are both refused; an empty copy harms nothing', () => {
  const [one, other] = [row({ newStatus: reported('complete') }), row({ newStatus: reported('inProgress') })]
  expect(outcomes([one, other])).toEqual([
    { kind: 'refused', reason: 'duplicateRow' },
    { kind: 'refused', reason: 'duplicateRow' },
  ])
  expect(outcomes([one, row()]).map(({ kind }) => kind)).toEqual(['change', 'unchanged'])
})

test('a status that is none of the list, or may not follow, is refused', () => {
  expect(outcomes([row({ newStatus: { kind: 'unknown', text: 'all done' } })])).toEqual([{ kind: 'refused', reason: 'unknownStatus' }])
  expect(outcomes([row({ newStatus: reported('inProgress'), comment: 'x' })], { status: 'withdrawn', version: 4 })).toEqual([
    { kind: 'refused', reason: 'statusNotAllowed' },
  ])
  expect(outcomes([row({ newStatus: reported('notUndertaken'), comment: 'x' })], { status: 'complete', version: 4 })).toEqual([
    { kind: 'refused', reason: 'statusNotAllowed' },
  ])
})

test('a comment longer than the record holds is refused, not cut', () => {
  expect(outcomes([row({ comment: 'x'.repeat(1001) })])).toEqual([{ kind: 'refused', reason: 'commentTooLong' }])
  expect(outcomes([row({ comment: 'x'.repeat(1000) })])[0]?.kind).toBe('comment')
})
