import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLock, type LockReason } from '../../main/lock.ts'

const MINUTE = 60_000
const DECADE = 10 * 365 * 24 * 60 * MINUTE

/** A lock on clocks that stand still until told otherwise. */
function lockOnClocks() {
  const now = { monotonic: 5000, wall: 1_800_000_000_000 }
  const reasons: LockReason[] = []
  const lock = createLock({ monotonic: () => now.monotonic, wall: () => now.wall }, (reason) => reasons.push(reason))
  const pass = (milliseconds: number): void => {
    now.monotonic += milliseconds
    now.wall += milliseconds
  }
  return { lock, now, reasons, pass }
}

test('it starts locked, and locking it again tells nobody', () => {
  const { lock, reasons } = lockOnClocks()
  lock.lock('asked')
  expect(lock.isUnlocked()).toBe(false)
  expect(reasons).toEqual([])
})

test('ten minutes without a touch lock it, one millisecond less does not', () => {
  const { lock, reasons, pass } = lockOnClocks()
  lock.unlocked()
  pass(10 * MINUTE - 1)
  expect(lock.isUnlocked()).toBe(true)
  pass(1)
  expect(lock.isUnlocked()).toBe(false)
  expect(reasons).toEqual(['idle'])
})

test('a touch starts the count-down anew', () => {
  const { lock, pass } = lockOnClocks()
  lock.unlocked()
  pass(9 * MINUTE)
  lock.touch()
  pass(9 * MINUTE)
  expect(lock.isUnlocked()).toBe(true)
  expect(lock.locksInSeconds()).toBe(60)
})

test('a touch that comes too late locks instead of prolonging', () => {
  const { lock, reasons, pass } = lockOnClocks()
  lock.unlocked()
  pass(10 * MINUTE)
  lock.touch()
  expect(lock.isUnlocked()).toBe(false)
  expect(reasons).toEqual(['idle'])
})

test.each([
  ['the computer slept and the monotonic clock with it', { monotonic: 0, wall: 11 * MINUTE }],
  ['the wall clock was held back', { monotonic: 11 * MINUTE, wall: 0 }],
  ['the wall clock was set ten years forward', { monotonic: 1000, wall: DECADE }],
  ['the wall clock was set ten years back', { monotonic: 1000, wall: -DECADE }],
])('it locks when %s', (_case, by) => {
  const { lock, now } = lockOnClocks()
  lock.unlocked()
  now.monotonic += by.monotonic
  now.wall += by.wall
  expect(lock.isUnlocked()).toBe(false)
})

test('a limit set while open counts from the last touch', () => {
  const { lock, pass } = lockOnClocks()
  lock.unlocked()
  pass(2 * MINUTE)
  lock.setLimit(1)
  expect(lock.isUnlocked()).toBe(false)
})

test('it can be opened and locked again, each lock told once', () => {
  const { lock, reasons } = lockOnClocks()
  for (const reason of ['asked', 'system', 'vaultEnded'] as const) {
    lock.unlocked()
    lock.lock(reason)
    lock.lock(reason)
  }
  expect(reasons).toEqual(['asked', 'system', 'vaultEnded'])
})

test('it is never open longer than the limit after the last touch, whatever happens in between', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constant('touch' as const), fc.integer({ min: 0, max: 15 * MINUTE })), { maxLength: 40 }), (steps) => {
      const { lock, pass } = lockOnClocks()
      lock.unlocked()
      let sinceTouch = 0
      let isOpen = true
      for (const step of steps) {
        if (step === 'touch') {
          isOpen &&= sinceTouch < 10 * MINUTE
          lock.touch()
          if (isOpen) sinceTouch = 0
        } else {
          pass(step)
          sinceTouch += step
        }
      }
      isOpen &&= sinceTouch < 10 * MINUTE
      expect(lock.isUnlocked()).toBe(isOpen)
    }),
  )
})
