import { actionStatuses, needsReason, nextStatuses } from '#domain/action.ts'
import { ActionId } from '#domain/ids.ts'
import { describe, expect, test } from 'vitest'
import { keyOf, offered, statusKeys, statusOfKey, stepTo, undoOf } from '../../renderer/features/actions/status-keys.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false }
const id = ActionId.parse(7)

describe('the keys that set a status', () => {
  test('are one for each status that can be set, and no two alike', () => {
    expect(new Set(statusKeys.map(({ key }) => key)).size).toBe(statusKeys.length)
    expect(statusKeys.map(({ status }) => status).toSorted()).toEqual(actionStatuses.filter((status) => status !== 'proposed').toSorted())
    for (const { key, status } of statusKeys) {
      expect(statusOfKey({ ...plain, key })).toBe(status)
      expect(keyOf(status)).toBe(key)
    }
  })

  test('are left to the system while Ctrl, Alt or Cmd is held', () => {
    expect(statusOfKey({ ...plain, key: 'C' })).toBe('complete')
    expect(statusOfKey({ ...plain, key: 'c', ctrlKey: true })).toBeNull()
    expect(statusOfKey({ ...plain, key: 'c', metaKey: true })).toBeNull()
    expect(statusOfKey({ ...plain, key: 'q' })).toBeNull()
  })

  test('offer exactly what may follow, and ask why exactly where the rule says so', () => {
    for (const from of actionStatuses) {
      expect([...offered(from)].toSorted()).toEqual(nextStatuses(from).toSorted())
      for (const { status: to } of statusKeys) {
        const step = stepTo(from, to)
        if (from === to) expect(step).toBe('already')
        else if (!nextStatuses(from).includes(to)) expect(step).toBe('notAllowed')
        else expect(step).toBe(needsReason(from, to) ? 'askReason' : 'change')
      }
    }
  })

  test('can be taken back where the former status may follow, with a reason where one is needed', () => {
    expect(undoOf({ id, version: 4, status: 'inProgress' }, 'agreed', 'a slip')).toEqual({ id, version: 4, status: 'agreed', reason: '' })
    expect(undoOf({ id, version: 4, status: 'complete' }, 'agreed', 'a slip')).toEqual({
      id,
      version: 4,
      status: 'agreed',
      reason: 'a slip',
    })
    expect(undoOf({ id, version: 4, status: 'agreed' }, 'proposed', 'a slip')).toBeNull()
    expect(undoOf({ id, version: 4, status: 'agreed' }, 'complete', 'a slip')).toMatchObject({ status: 'complete' })
    expect(undoOf({ id, version: 4, status: 'complete' }, 'notPossible', 'a slip')).toBeNull()
  })
})
