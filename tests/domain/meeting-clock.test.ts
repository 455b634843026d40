import { ClockTime } from '#domain/dates.ts'
import { casePace, clockAfter, stopwatch } from '#domain/meeting-clock.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  [0, 'within'],
  [599, 'within'],
  [600, 'overAim'],
  [899, 'overAim'],
  [900, 'farOver'],
] as const)('%i seconds of an aim of 10 minutes are %s', (seconds, pace) => {
  expect(casePace(seconds, 10)).toBe(pace)
})

test.each([
  ['09:30', 0, '09:30'],
  ['09:30', 95, '11:05'],
  ['23:50', 20, '00:10'],
] as const)('%s and %i minutes is %s', (start, minutes, end) => {
  expect(clockAfter(ClockTime.parse(start), minutes)).toBe(end)
})

test('minutes added in parts come to the same time as added at once', () => {
  fc.assert(
    fc.property(fc.nat(1439), fc.nat(3000), fc.nat(3000), (from, first, second) => {
      const start = clockAfter(ClockTime.parse('00:00'), from)
      expect(clockAfter(clockAfter(start, first), second)).toBe(clockAfter(start, first + second))
    }),
  )
})

test.each([
  [0, '00:00'],
  [372.9, '06:12'],
  [4325, '72:05'],
  [-3, '00:00'],
])('a stopwatch shows %d seconds as %s', (seconds, text) => {
  expect(stopwatch(seconds)).toBe(text)
})
