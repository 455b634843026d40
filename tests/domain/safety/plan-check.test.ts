import { isoDate, IsoInstant } from '#domain/dates.ts'
import { ActionId, AgencyId, CaseId, EntryId, MeetingId } from '#domain/ids.ts'
import { type Entry, EntryContent } from '#domain/record/entry.ts'
import { Provenance } from '#domain/record/provenance.ts'
import { safetyUnsaid } from '#domain/safety/action-safety.ts'
import { againstDeferral, type CheckedAction, checkPlan as check, type Hearing } from '#domain/safety/plan-check.ts'
import { expect, test } from 'vitest'

const hearing: Hearing = { meetingId: MeetingId.parse(7), since: null }

let nextEntry = 0
function entry(content: unknown): Entry {
  nextEntry += 1
  return {
    id: EntryId.parse(nextEntry),
    caseId: CaseId.parse(1),
    version: 1,
    content: EntryContent.parse(content),
    provenance: Provenance.parse({}),
    recordedAt: IsoInstant.parse('2026-12-10T10:00:00.000Z'),
    recordedBy: 'Petra Quillpusher',
  }
}

const told = entry({ kind: 'voice', on: '2026-12-01', wasAsked: 'yes', knowsOfMeeting: 'notSafe' })
const advocate = AgencyId.parse(3)
const signOff = { agencyId: advocate, by: 'Ottoline Gavelwood', at: IsoInstant.parse('2026-12-10T10:00:00.000Z') }

function action(id: number, rest: Partial<CheckedAction> = {}): CheckedAction {
  return {
    id: ActionId.parse(id),
    reference: `A-000${id}`,
    status: 'agreed',
    isSafetyAction: false,
    description: 'change the locks',
    sector: 'housing',
    dueOn: isoDate('2026-12-20'),
    safety: safetyUnsaid,
    signOff: null,
    meetingId: hearing.meetingId,
    ...rest,
  }
}

const checkPlan = (actions: readonly CheckedAction[], entries: readonly Entry[], said: Partial<Hearing> = {}) =>
  check(actions, entries, { ...hearing, ...said })
const safe = action(1, { isSafetyAction: true })
const kinds = (actions: readonly CheckedAction[], entries: readonly Entry[], said: Partial<Hearing> = {}) =>
  checkPlan(actions, entries, said).map(({ kind }) => kind)

test('a plan with a safety action, of a victim who was asked and told, has nothing against it', () => {
  expect(checkPlan([safe], [told])).toEqual([])
})

test('a victim who was never asked or told is named; that it was not safe is an answer', () => {
  expect(kinds([safe], [])).toEqual(['neverAsked', 'neverTold'])
  expect(kinds([safe], [entry({ kind: 'voice', on: '2026-12-01' })])).toEqual(['neverAsked', 'neverTold'])
  expect(kinds([safe], [entry({ kind: 'voice', on: '2026-12-01', wasAsked: 'notSafe', knowsOfMeeting: 'no' })])).toEqual(['neverTold'])
})

test('what she was asked and told before the round of this hearing does not count for it', () => {
  const since = (day: string) => ({ since: isoDate(day) })
  expect(kinds([safe], [told], since('2026-12-01'))).toEqual([])
  expect(kinds([safe], [told], since('2026-12-02'))).toEqual(['notAskedAnew', 'notToldAnew'])
  const askedAgain = entry({ kind: 'voice', on: '2026-12-03', wasAsked: 'notSafe' })
  expect(kinds([safe], [told, askedAgain], since('2026-12-02'))).toEqual(['notToldAnew'])
})

test('an action that was done for an earlier meeting is no plan for this one', () => {
  const earlier = { meetingId: MeetingId.parse(6), status: 'complete' } as const
  expect(kinds([action(1, { isSafetyAction: true, ...earlier })], [told])).toEqual(['action'])
  expect(kinds([action(1, { isSafetyAction: true, ...earlier }), action(2)], [told])).toEqual(['safetyAction'])
})

test('what is aimed at him wants the advocate, somebody who tells her first, and a safety action before it', () => {
  const exposed = { ...safetyUnsaid, isTowardsHim: true }
  expect(checkPlan([safe, action(2, { safety: exposed })], [told])).toEqual([
    { kind: 'signOff', references: ['A-0002'] },
    { kind: 'notToldFirst', references: ['A-0002'] },
    { kind: 'noSafetyFirst', references: ['A-0002'] },
  ])
  const settled = { ...exposed, toldFirstBy: advocate, after: safe.id }
  expect(checkPlan([safe, action(2, { safety: settled, signOff })], [told])).toEqual([])
  expect(kinds([safe, action(2, { safety: { ...settled, after: ActionId.parse(3) }, signOff }), action(3)], [told])).toEqual([
    'noSafetyFirst',
  ])
})

test('a safety action counts wherever it stands before what is aimed at him, and nothing that is aimed at him does', () => {
  const towardsHim = (id: number, after: number, rest: Partial<CheckedAction> = {}) =>
    action(id, { safety: { ...safetyUnsaid, isTowardsHim: true, toldFirstBy: advocate, after: ActionId.parse(after) }, signOff, ...rest })
  const between = action(2, { safety: { ...safetyUnsaid, after: safe.id } })
  expect(kinds([safe, between, towardsHim(3, 2)], [told])).toEqual([])
  expect(checkPlan([safe, towardsHim(2, 1, { isSafetyAction: true }), towardsHim(3, 2)], [told])).toEqual([])
  expect(checkPlan([safe, towardsHim(2, 4, { isSafetyAction: true }), towardsHim(3, 2), action(4)], [told])).toEqual([
    { kind: 'noSafetyFirst', references: ['A-0002', 'A-0003'] },
  ])
  const dropped = action(1, { isSafetyAction: true, status: 'withdrawn' })
  expect(kinds([dropped, action(5, { isSafetyAction: true }), between, towardsHim(3, 2)], [told])).toEqual([
    'noSafetyFirst',
    'waitsForDropped',
  ])
  expect(kinds([safe, action(4, { safety: { ...safetyUnsaid, after: ActionId.parse(3) } }), towardsHim(3, 4)], [told])).toContain(
    'noSafetyFirst',
  )
})

test('a case is put off as it is where nothing was agreed, and otherwise by what its actions lack', () => {
  const findings = checkPlan([action(2, { safety: { ...safetyUnsaid, isTowardsHim: true } })], [])
  expect(findings.map(({ kind }) => kind)).toContain('neverAsked')
  expect(againstDeferral(findings, [])).toEqual([])
  expect(againstDeferral(findings, [action(2, { status: 'withdrawn' })])).toEqual([])
  expect(againstDeferral(findings, [action(2)]).map(({ kind }) => kind)).toEqual(['signOff', 'notToldFirst', 'noSafetyFirst'])
})

test('an action that faces him by its kind wants a word of whether he could notice it, all of a case in one finding', () => {
  const facing = (id: number, said: Partial<CheckedAction['safety']> = {}) =>
    action(id, { sector: 'police', description: 'flag the address', safety: { ...safetyUnsaid, ...said } })
  expect(checkPlan([safe, facing(2), action(3, { description: 'write to him about the tenancy' })], [told])).toEqual([
    { kind: 'safetyUnsaid', references: ['A-0002', 'A-0003'] },
  ])
  expect(kinds([safe, facing(2, { couldNotice: 'no' })], [told])).toEqual([])
  expect(kinds([safe, facing(2, { couldRaiseRisk: 'no' })], [told])).toEqual(['safetyUnsaid'])
  expect(kinds([safe, facing(2, { isTowardsHim: true })], [told])).not.toContain('safetyUnsaid')
  expect(againstDeferral(checkPlan([facing(2)], []), [facing(2)])).toEqual([{ kind: 'safetyUnsaid', references: ['A-0002'] }])
  expect(kinds([safe, { ...facing(2), status: 'complete' }], [told])).toEqual([])
})

test('an action due before what must come first is named, and one that waits for what will not be done', () => {
  const second = action(2, { safety: { ...safetyUnsaid, after: safe.id }, dueOn: isoDate('2026-12-12') })
  expect(kinds([safe, second], [told])).toEqual(['wrongOrder'])
  const dropped = action(3, { status: 'notPossible' })
  expect(kinds([safe, dropped, action(4, { safety: { ...safetyUnsaid, after: dropped.id } })], [told])).toEqual(['waitsForDropped'])
})

test('an open need wants an action that stands', () => {
  const need = (actionIds: readonly number[]) => entry({ kind: 'need', domain: 'housing', state: 'open', actionIds })
  expect(checkPlan([safe], [told, need([])])).toEqual([{ kind: 'needWithoutAction', domains: ['housing'] }])
  expect(checkPlan([safe], [told, need([1])])).toEqual([])
  expect(kinds([safe, action(2, { status: 'withdrawn' })], [told, need([2])])).toEqual(['needWithoutAction'])
})

test('a need that was told in confidence is not named, and a voice in confidence still says that she was asked and told', () => {
  const privileged = ({ provenance, ...rest }: Entry): Entry => ({ ...rest, provenance: { ...provenance, isPrivileged: true } })
  expect(checkPlan([safe], [privileged(told), privileged(entry({ kind: 'need', domain: 'immigration', state: 'open' }))])).toEqual([])
})
