import { isoDate } from '#domain/dates.ts'
import { type BeforeHearing, roundStart } from '#domain/safety/hearing-round.ts'
import { expect, test } from 'vitest'

const heldOn = isoDate('2026-11-05')
const heard = (day: string, outcome: 'discussed' | 'deferred' | 'waiting' = 'discussed') => ({ meetingOn: isoDate(day), outcome })
const referred = (state: BeforeHearing['referrals'][number]['state'], received: string, incident: string | null = null) => ({
  state,
  receivedOn: isoDate(received),
  incidentOn: incident === null ? null : isoDate(incident),
})

test.each([
  ['the first hearing counts all', [heard('2026-11-05', 'waiting')], [referred('listed', '2026-10-05')], null],
  ['so it does while several agencies refer', [], [referred('listed', '2026-10-20'), referred('listed', '2026-10-05')], null],
  ['a review counts from the day after the last hearing', [heard('2026-10-01')], [referred('discussed', '2026-09-05')], '2026-10-02'],
  ['a hearing put off was none', [heard('2026-10-01', 'deferred')], [referred('listed', '2026-09-05')], null],
  ['a later meeting is none either', [heard('2026-12-03')], [referred('discussed', '2026-09-05')], null],
  [
    'a repeat counts from its incident',
    [heard('2025-11-05')],
    [referred('listed', '2026-10-01', '2026-09-30'), referred('discussed', '2025-10-05')],
    '2026-09-30',
  ],
  [
    'of several that wait, from the first',
    [heard('2025-11-05')],
    [referred('listed', '2026-10-09'), referred('listed', '2026-10-01')],
    '2026-10-01',
  ],
  [
    'an incident from before the last hearing counts from that',
    [heard('2026-10-01')],
    [referred('listed', '2026-10-09', '2026-09-20')],
    '2026-10-02',
  ],
  ['one that was screened out ended a round', [], [referred('listed', '2026-10-01'), referred('screenedOut', '2025-10-05')], '2026-10-01'],
  ['one that was sent back did not', [], [referred('listed', '2026-10-01'), referred('returned', '2026-09-20')], null],
] as const)('what she was asked and told: %s', (_, listings, referrals, from) => {
  expect(roundStart({ heldOn, listings, referrals })).toBe(from)
})
