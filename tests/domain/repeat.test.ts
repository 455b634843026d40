import { isoDate } from '#domain/dates.ts'
import type { IncidentKind } from '#domain/record/incident.ts'
import { judgeRepeat, type FurtherIncident, type PairHistory } from '#domain/repeat.ts'
import { usualRepeatRule } from '#domain/repeat-rule.ts'
import { expect, test } from 'vitest'

const told = (receivedOn: string, incidentOn: string | null = null, incidentKind: IncidentKind | null = null): FurtherIncident => ({
  receivedOn: isoDate(receivedOn),
  incidentOn: incidentOn === null ? null : isoDate(incidentOn),
  incidentKind,
})
const referred = (...days: readonly string[]): PairHistory => ({ referrals: days.map((day) => told(day)), meetings: [], incidents: [] })
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
  const history = { ...referred('2025-12-01'), meetings: [isoDate('2026-03-10')] }
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

test('a second agency that tells of the same incident makes no repeat of it, and stands as the referral before it where that was a repeat', () => {
  const first = { ...referred(), referrals: [told('2026-06-01', '2026-05-30', 'violence')] }
  const same = told('2026-06-03', '2026-05-30', 'violence')
  expect(judgeRepeat(first, same, usualRepeatRule)).toEqual({
    kind: 'sameIncident',
    anchor: 'lastReferral',
    on: '2026-05-30',
    lastOn: '2026-06-01',
  })
  expect(judgeRepeat(first, told('2026-06-03', '2026-05-30'), usualRepeatRule).kind).toBe('sameIncident')
  expect(judgeRepeat(first, told('2026-06-03', '2026-05-30', 'threats'), usualRepeatRule).kind).toBe('repeat')
  expect(judgeRepeat(first, told('2026-06-03', '2026-05-31', 'violence'), usualRepeatRule).kind).toBe('repeat')
  // The same words more than a year later are a new referral.
  expect(judgeRepeat(first, told('2027-06-02', '2026-05-30', 'violence'), usualRepeatRule).kind).toBe('newAfterLapse')
  const second = { ...first, referrals: [told('2026-01-05'), ...first.referrals] }
  expect(judgeRepeat(second, same, usualRepeatRule)).toMatchObject({ kind: 'repeat', lastOn: '2026-01-05' })
})

test('an incident that any agency identified in time makes a repeat of a referral that comes after it, however late', () => {
  const incident = { on: isoDate('2026-08-01'), kind: 'violence', identifiedOn: isoDate('2026-08-02') } as const
  const history = { ...referred('2025-09-01'), incidents: [incident] }
  expect(judgeRepeat(history, known('2026-09-15'), usualRepeatRule)).toMatchObject({
    kind: 'repeat',
    lastOn: '2025-09-01',
    identifiedOn: '2026-08-02',
  })
  const kindOf = (change: Partial<Record<keyof typeof incident, string>>) =>
    judgeRepeat({ ...history, incidents: [{ ...incident, ...change } as typeof incident] }, known('2026-09-15'), usualRepeatRule).kind
  expect(kindOf({ kind: 'other' })).toBe('newAfterLapse')
  expect(kindOf({ identifiedOn: '2026-09-02' })).toBe('newAfterLapse')
  expect(kindOf({ identifiedOn: '2026-09-01' })).toBe('repeat')
  // What was known by the last referral is nothing further, nor is what comes to be known after this one.
  expect(kindOf({ on: '2025-08-30', identifiedOn: '2025-09-01' })).toBe('newAfterLapse')
  expect(kindOf({ on: '2026-09-20', identifiedOn: '2026-09-20' })).toBe('newAfterLapse')
})

test('a meeting that heard the referral itself on the day it came in is no hearing before it', () => {
  const history = { ...referred('2026-01-05'), meetings: [isoDate('2026-03-10')] }
  const rule = { anchor: 'lastMeeting', months: 12 } as const
  expect(judgeRepeat(history, known('2026-03-10'), rule).kind).toBe('repeat')
  expect(judgeRepeat(history, known('2026-03-10', { heardOn: isoDate('2026-03-10') }), rule).kind).toBe('neverHeard')
})

test('what the record knew by the last referral is nothing further, be it told again or written down again', () => {
  const violence = (identifiedOn: string) => ({ on: isoDate('2026-05-30'), kind: 'violence', identifiedOn: isoDate(identifiedOn) }) as const
  const kindOf = (incidents: PairHistory['incidents'], referral: FurtherIncident) =>
    judgeRepeat({ ...referred('2026-06-01'), incidents }, referral, usualRepeatRule).kind
  expect(kindOf([violence('2026-06-01')], told('2026-06-03', '2026-05-30', 'violence'))).toBe('sameIncident')
  expect(kindOf([violence('2026-06-02')], told('2026-06-03', '2026-05-30', 'violence'))).toBe('repeat')
  expect(kindOf([violence('2026-06-01'), violence('2026-06-02')], told('2026-06-03', '2026-06-02', 'other'))).toBe('notQualifying')
  // Two referrals of one day: what the later one told is written down on that day too, and is no less further for it.
  expect(kindOf([violence('2026-06-01')], told('2026-06-01', '2026-05-30', 'violence'))).toBe('repeat')
})
