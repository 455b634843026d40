import { isoDate, IsoInstant } from '#domain/dates.ts'
import { ActionId, AgencyId, CaseId } from '#domain/ids.ts'
import { safetyUnsaid } from '#domain/safety/action-safety.ts'
import { type ActionFacts, buildActionList, heldBack, shareActions, type SharingRules } from '#domain/sharing/action-list.ts'
import { identifierLinter, knownOf } from '#domain/sharing/identifiers.ts'
import { expect, test } from 'vitest'

const housing = AgencyId.parse(1)
const police = AgencyId.parse(2)
const meetingOn = isoDate('2026-03-12')
const person = (name: string) => ({ name, dateOfBirth: null, address: '', phone: '' })
const linters = new Map([
  [1, identifierLinter(knownOf([person('Marisol Quillfeather')]), meetingOn)],
  [2, identifierLinter(knownOf([person('Odalys Fernwick')]), meetingOn)],
])
const rules: SharingRules = {
  agencyId: housing,
  sentBefore: new Set(),
  linterOf: (caseId) => linters.get(caseId) ?? (() => []),
  words: { name: '[name]', dateOfBirth: '[date of birth]', address: '[address]', phone: '[phone]', email: '[e-mail]', other: '[withheld]' },
  waitWords: ({ safety }) => (safety.after === null ? '' : ' (only after another)'),
}

function action(id: number, change: Partial<ActionFacts> = {}): ActionFacts {
  return {
    id: ActionId.parse(id),
    reference: `A-000${String(id)}`,
    caseId: CaseId.parse(1),
    caseReference: 'HR-2026-0001',
    agencyId: housing,
    description: 'Change the locks',
    dueOn: isoDate('2026-03-20'),
    status: 'agreed',
    version: 3,
    safety: safetyUnsaid,
    signOff: null,
    ...change,
  }
}

test('what could reach him stays here until an advocate has said that it may go ahead, and what must wait says so', () => {
  const exposed = action(1, { safety: { ...safetyUnsaid, isTowardsHim: true, after: ActionId.parse(9) } })
  expect(shareActions([exposed], rules)).toEqual([])
  expect(heldBack([exposed, action(2), action(3, { ...exposed, agencyId: police })], rules)).toEqual([
    { actionReference: 'A-0001', caseReference: 'HR-2026-0001', outgoing: 'Change the locks (only after another)' },
  ])
  const spoken = { ...exposed, signOff: { agencyId: police, by: 'Ottoline', at: IsoInstant.parse('2026-03-12T10:00:00.000Z') } }
  expect(shareActions([spoken], rules).map(({ outgoing }) => outgoing)).toEqual(['Change the locks (only after another)'])
  expect(heldBack([spoken], rules)).toEqual([])
  const known = { ...rules, sentBefore: new Set([exposed.id]) }
  expect(heldBack([exposed], known)).toEqual([])
  expect(shareActions([exposed], known)).toHaveLength(1)
})

test('an agency gets its own actions alone, the soonest due first', () => {
  const shared = shareActions([action(1, { dueOn: isoDate('2026-04-01') }), action(2, { agencyId: police }), action(3), action(4)], rules)
  expect(shared.map((row) => row.actionReference)).toEqual(['A-0003', 'A-0004', 'A-0001'])
})

test('what says who somebody is stays here, and the preview shows it with what stands in its place', () => {
  const [row] = shareActions([action(1, { description: 'Ring Marisol on 07700 900123' })], rules)
  expect(row).toMatchObject({
    original: 'Ring Marisol on 07700 900123',
    outgoing: 'Ring [name] on [phone]',
    withheld: [
      { kind: 'name', text: 'Marisol', replacement: '[name]' },
      { kind: 'phone', text: '07700 900123', replacement: '[phone]' },
    ],
  })
})

test('each text is judged by what is known of its own case', () => {
  const shared = shareActions(
    [action(1, { description: 'Tell Odalys' }), action(2, { caseId: CaseId.parse(2), description: 'Tell Odalys' })],
    rules,
  )
  expect(shared.map((row) => row.outgoing)).toEqual(['Tell Odalys', 'Tell [name]'])
})

test('proposals stay here; a withdrawn action goes to those alone who were given it', () => {
  const actions = [
    action(1, { status: 'proposed' }),
    action(2, { status: 'withdrawn' }),
    action(3, { status: 'superseded' }),
    action(4, { status: 'complete' }),
  ]
  expect(shareActions(actions, rules).map((row) => row.actionId)).toEqual([4])
  expect(shareActions(actions, { ...rules, sentBefore: new Set(actions.map(({ id }) => id)) }).map((row) => row.actionId)).toEqual([
    2, 3, 4,
  ])
})

test('the content of the document holds nothing of the original words', () => {
  const shared = shareActions([action(1, { description: 'Ring Marisol\u0000\u202E now' })], rules)
  const content = buildActionList(
    { teamName: 'Team', agencyName: 'Housing', meetingOn, listReference: '2026-03/1', listToken: 't', version: 1, madeOn: meetingOn },
    shared,
  )
  expect(JSON.stringify(content)).not.toContain('Marisol')
  expect(content.rows).toEqual([
    {
      actionId: 1,
      actionVersion: 3,
      actionReference: 'A-0001',
      caseReference: 'HR-2026-0001',
      description: 'Ring [name] now',
      dueOn: '2026-03-20',
      status: 'agreed',
    },
  ])
})
