import { chmodSync, existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backOff, secondsToWait } from '../../../../main/vault/keys/back-off.ts'
import { temporaryFolder } from '../../../support/open-vault.ts'

const start = Date.parse('2026-12-10T09:00:00Z')

test('three tries are free, then the wait doubles up to a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100].map(secondsToWait)).toEqual([0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60])
})

test('the wait runs down and survives a restart', () => {
  const folder = temporaryFolder()
  for (let tries = 1; tries <= 5; tries += 1) backOff(folder).failed(start)
  expect(backOff(folder).remaining(start)).toBe(4)
  expect(backOff(folder).remaining(start + 1_500)).toBe(3)
  expect(backOff(folder).remaining(start + 4_000)).toBe(0)
})

test('a right passphrase forgets what was wrong before', () => {
  const folder = temporaryFolder()
  for (let tries = 1; tries <= 8; tries += 1) backOff(folder).failed(start)
  backOff(folder).succeeded()
  expect(backOff(folder).remaining(start)).toBe(0)
  expect(backOff(folder).failed(start)).toBe(0)
})

test('setting the clock back ten years does not shorten the wait, and does not lengthen it to ten years', () => {
  const folder = temporaryFolder()
  const later = Date.parse('2036-12-10T09:00:00Z')
  for (let tries = 1; tries <= 6; tries += 1) backOff(folder).failed(later)
  expect(backOff(folder).remaining(start)).toBe(8)
  expect(backOff(folder).remaining(start + 3_000)).toBe(5)
  expect(backOff(folder).remaining(start + 8_000)).toBe(0)
})

test('a file of attempts that makes no sense counts as none', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'caseboard.attempts'), '{"count": -5')
  expect(backOff(folder).remaining(start)).toBe(0)
  expect(backOff(folder).failed(start)).toBe(0)
})

test.runIf(process.platform === 'linux')('what the disk does not take is counted as long as the app runs', () => {
  const folder = temporaryFolder()
  symlinkSync('/dev/full', join(folder, 'caseboard.attempts.new'))
  const attempts = backOff(folder)
  for (let tries = 1; tries <= 5; tries += 1) attempts.failed(start)
  expect(attempts.remaining(start)).toBe(4)
  expect(attempts.remaining(start + 4_000)).toBe(0)
})

test.runIf(process.getuid?.() !== 0)('a folder that cannot be written to keeps no count over a restart and throws nothing', () => {
  const folder = temporaryFolder()
  chmodSync(folder, 0o500)
  expect(backOff(folder).failed(start)).toBe(0)
  expect(existsSync(join(folder, 'caseboard.attempts'))).toBe(false)
  chmodSync(folder, 0o700)
})
