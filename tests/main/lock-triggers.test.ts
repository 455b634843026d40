import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockWhenIdle } from '../../main/lock-triggers.ts'
import { createLock, type LockReason } from '../../main/lock.ts'

const MINUTE = 60_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function watched() {
  const reasons: LockReason[] = []
  const lock = createLock({ monotonic: () => performance.now(), wall: () => Date.now() }, (reason) => reasons.push(reason))
  lockWhenIdle(lock)
  return { lock, reasons }
}

test('it locks when the time is up and not some time later', async () => {
  const { lock, reasons } = watched()
  await vi.advanceTimersByTimeAsync(12_345)
  lock.unlocked()
  await vi.advanceTimersByTimeAsync(10 * MINUTE - 1)
  expect(reasons).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(reasons).toEqual(['idle'])
})

test('a touch at the last moment is heeded', async () => {
  const { lock, reasons } = watched()
  lock.unlocked()
  await vi.advanceTimersByTimeAsync(10 * MINUTE - 5)
  lock.touch()
  await vi.advanceTimersByTimeAsync(10 * MINUTE - 1)
  expect(reasons).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(reasons).toEqual(['idle'])
})

test('a wall clock that was set is noticed within a second', async () => {
  const { lock, reasons } = watched()
  lock.unlocked()
  await vi.advanceTimersByTimeAsync(5_000)
  vi.setSystemTime(Date.now() + 11 * MINUTE)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(reasons).toEqual(['idle'])
})
