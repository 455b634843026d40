import { isoDate } from '#domain/dates.ts'
import { judgeRepeat, type FurtherIncident } from '#domain/repeat.ts'
import { usualRepeatRule } from '#domain/repeat-rule.ts'
import { expect, test } from 'vitest'

const referred = (...days: readonly string[]) => ({ referrals: days.map(isoDate), meetings: [] })
const known = (receivedOn: string, said: Partial<FurtherIncident> = {}): FurtherIncident => ({
  receivedOn: isoDate(receivedOn),
  incidentOn: null,
  incidentKind: null,
  ...said,
})

/** The table of the field's reference (domain.md section 4): last referral on 10 March 2026. */
test.each([
  ['2026-03-10', 'repeat'],
  ['2026-03-11', 'repeat'],
  ['2027-03-09', 'repeat'],
  ['2027-03-10', 'repeat'],
  ['2027-03-11', 'newAfterLapse'],
])('an incident identified on %s is %s', (on, kind) => {
  expect(judgeRepeat(referred('2026-03-10'), known(on), usualRepeatRule).kind).toBe(kind)
})

test('a referral on 29 February counts until 28 February of the next year', () => {
  expect(judgeRepeat(referred('2028-02-29'), known('2029-02-28'), usualRepeatRule).kind).toBe('repeat')
  expect(judgeRepeat(referred('2028-02-29'), known('2029-03-01'), usualRepeatRule).kind).toBe('newAfterLapse')
})

test('nothing before it: a first referral', () => {
  expect(judgeRepeat(referred(), known('2026-03-10'), usualRepeatRule)).toEqual({ kind: 'first' })
  expect(judgeRepeat(referred('2026-03-11'), known('2026-03-10'), usualRepeatRule)).toEqual({ kind: 'first' })
})

test('the verdict says by which dates it was reached', () => {
  expect(
    judgeRepeat(referred('2025-01-01', '2026-03-10'), known('2026-05-02', { incidentOn: isoDate('2026-05-01') }), usualRepeatRule),
  ).toEqual({
    kind: 'repeat',
    anchor: 'lastReferral',
    lastOn: '2026-03-10',
    months: 12,
    until: '2027-03-10',
    identifiedOn: '2026-05-01',
  })
})

test('what is of no kind that counts makes no repeat, and the verdict still says that it was in time', () => {
  expect(judgeRepeat(referred('2026-03-10'), known('2026-05-02', { incidentKind: 'other' }), usualRepeatRule)).toMatchObject({
    kind: 'notQualifying',
    lastOn: '2026-03-10',
  })
  for (const incidentKind of ['violence', 'threats', 'damage', 'stalking', 'harassment', 'sexual', 'breachOfOrder'] as const)
    expect(judgeRepeat(referred('2026-03-10'), known('2026-05-02', { incidentKind }), usualRepeatRule).kind).toBe('repeat')
})

test('a team that counts from meetings counts from the last one that heard the case', () => {
  const rule = { anchor: 'lastMeeting', months: 12 } as const
  const history = { referrals: [isoDate('2025-12-01')], meetings: [isoDate('2026-03-10')] }
  expect(judgeRepeat(history, known('2027-03-10'), rule)).toMatchObject({ kind: 'repeat', lastOn: '2026-03-10' })
  expect(judgeRepeat(history, known('2027-03-11'), rule).kind).toBe('newAfterLapse')
  expect(judgeRepeat({ ...history, meetings: [] }, known('2026-05-02'), rule)).toEqual({ kind: 'neverHeard', lastReferralOn: '2025-12-01' })
  expect(judgeRepeat(history, known('2027-03-10'), usualRepeatRule).kind).toBe('newAfterLapse')
})

test.each([
  ['the day of the incident, though it is referred after the twelve months', '2027-03-05', '2027-04-20', 'repeat'],
  ['the day of receipt, where the incident lies before the last referral', '2026-03-01', '2026-04-20', 'repeat'],
  ['the day of receipt, where the incident is said to lie after it', '2062-04-18', '2026-04-20', 'repeat'],
  ['the day of the incident', '2027-03-11', '2027-04-20', 'newAfterLapse'],
  ['the day of receipt, where nothing is said of the incident', null, '2027-04-20', 'newAfterLapse'],
])('an incident is identified on %s', (_, incidentOn, receivedOn, kind) => {
  const said = { incidentOn: incidentOn === null ? null : isoDate(incidentOn) }
  expect(judgeRepeat(referred('2025-11-02', '2026-03-10'), known(receivedOn, said), usualRepeatRule).kind).toBe(kind)
})
