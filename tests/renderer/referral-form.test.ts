import { isoDate } from '#domain/dates.ts'
import { riskToolNames, riskTools } from '#domain/risk-tool.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyReferral, readReferral, type ReferralForm, restoreReferral } from '../../renderer/features/referrals/referral-form.ts'

const context = { today: isoDate('2026-11-25'), isPairKnown: false }

const whole: ReferralForm = {
  ...emptyReferral,
  sourceAgencyId: 3,
  receivedOn: isoDate('2026-11-20'),
  victim: { ...emptyReferral.victim, name: 'Alma Invented' },
  perpetrator: { ...emptyReferral.perpetrator, name: 'Dan Madeup' },
  criteria: { ...emptyReferral.criteria, escalation: true },
}

function problems(part: Partial<ReferralForm>, more: Partial<typeof context> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(readReferral({ ...whole, ...part }, { ...context, ...more }).problems)
}

describe('the form of a referral', () => {
  test('that is empty wants the agency, the day, both names and a criterion, in the order of the form', () => {
    expect([...readReferral(emptyReferral, context).problems.keys()]).toEqual([
      'sourceAgencyId',
      'receivedOn',
      'victim.name',
      'perpetrator.name',
      'criteria.visibleHighRisk',
    ])
  })

  test('that is whole gives the draft, and nobody may contact her unless it is said how', () => {
    expect(readReferral(whole, context).draft).toMatchObject({
      sourceAgencyId: 3,
      childrenCount: null,
      risk: null,
      safeContact: { kind: 'doNotContact' },
    })
  })

  test('says of what kind the incident was, or nothing; a draft from before it could be said is taken as it is', () => {
    expect(readReferral(whole, context).draft?.incidentKind).toBeNull()
    expect(readReferral({ ...whole, incidentKind: 'breachOfOrder' }, context).draft?.incidentKind).toBe('breachOfOrder')
    const { incidentKind: _, ...before } = whole
    expect(restoreReferral(before)).toEqual(whole)
    expect(restoreReferral({ ...whole, incidentKind: 'nonsense' })).toBeNull()
  })

  test('refuses one person as both, days to come, and fewer children than are listed', () => {
    expect(problems({ perpetrator: { ...whole.victim, name: 'alma  INVENTED' } })).toEqual({ 'perpetrator.name': 'samePerson' })
    expect(problems({ receivedOn: isoDate('2026-11-26') })).toEqual({ receivedOn: 'futureDate' })
    const unborn = { name: '', dateOfBirth: isoDate('2062-01-01'), school: '' }
    expect(problems({ children: { count: '', rows: [unborn] } })).toEqual({ 'children.0.dateOfBirth': 'futureDate' })
    expect(problems({ riskTool: 'dash', riskScore: '15', riskAssessedOn: isoDate('2026-11-26') })).toEqual({
      'risk.assessedOn': 'futureDate',
    })
    const child = { name: 'Kit', dateOfBirth: null, school: '' }
    expect(problems({ children: { count: '1', rows: [child, child] } })).toEqual({ childrenCount: 'fewerThanListed' })
    expect(problems({ children: { count: 'two', rows: [] } })).toEqual({ childrenCount: 'number' })
  })

  test('leaves out a child of whom nothing is said', () => {
    const { draft } = readReferral({ ...whole, children: { count: '1', rows: [{ name: ' ', dateOfBirth: null, school: '' }] } }, context)
    expect(draft).toMatchObject({ childrenCount: 1, children: [] })
  })

  test('is visible high risk by its score alone, as an import is', () => {
    const scored = { criteria: emptyReferral.criteria, riskTool: 'dash', riskScore: '14' } as const
    expect(readReferral({ ...whole, ...scored }, context).draft?.criteria.visibleHighRisk).toBe(true)
    expect(problems({ ...scored, riskScore: '13' })).toEqual({ 'criteria.visibleHighRisk': 'criterionMissing' })
  })

  test('wants the reason of a judgement, and drops the reason of a judgement taken back', () => {
    expect(problems({ criteria: { ...whole.criteria, professionalJudgement: true } })).toEqual({
      'criteria.judgementReason': 'reasonMissing',
    })
    expect(readReferral({ ...whole, judgementReason: 'typed before' }, context).draft?.criteria.judgementReason).toBe('')
  })

  test('wants it said through whom or how contact is safe', () => {
    expect(problems({ safeContact: { ...whole.safeContact, kind: 'onlyThrough' } })).toEqual({ 'safeContact.who': 'required' })
    expect(problems({ safeContact: { ...whole.safeContact, kind: 'direct', who: 'the advocate' } })).toEqual({
      'safeContact.how': 'required',
    })
  })

  test('wants a decision where a case of the same names is there', () => {
    expect(problems({}, { isPairKnown: true })).toEqual({ onCase: 'pairUndecided' })
    expect(problems({ onCase: 'new' }, { isPairKnown: true })).toEqual({})
  })

  test('takes the scores that the tool can give and no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...riskToolNames), fc.integer({ min: -50, max: 1100 }), (tool, score) => {
        const { least, most } = riskTools[tool]
        const { draft } = readReferral({ ...whole, riskTool: tool, riskScore: String(score) }, context)
        if (tool === 'bSafer') expect(draft?.risk?.score).toBe(0)
        else expect(draft?.risk?.score).toBe(score >= least && score <= most ? score : undefined)
      }),
    )
    expect(problems({ riskTool: 'dash', riskScore: '' })).toEqual({ 'risk.score': 'required' })
    expect(problems({ riskTool: 'dash', riskScore: '17.5' })).toEqual({ 'risk.score': 'outOfBounds' })
  })

  test('comes back from its stored draft just as it was, and not from that of another version', () => {
    expect(restoreReferral(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
    expect(restoreReferral({ victim: 'Alma' })).toBeNull()
  })
})
