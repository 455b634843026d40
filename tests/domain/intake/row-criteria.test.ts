import { describe, expect, test } from 'vitest'
import { draftOf, notesOf, problemsOf } from './referral-rows.ts'

describe('risk and criteria', () => {
  test.each([
    ['17', 'dash', 17],
    ['17/24', 'dash', 17],
    ['17 (high)', 'dash', 17],
    ['DASH: 17', 'dash', 17],
    ['0', 'dash', 0],
    ['27', 'dash', 27],
    ['14 out of 24', 'dash', 14],
    ['LAP 5', 'lap', 5],
    ['DA-5: 4', 'da5', 4],
    ['17.0', 'dash', 17],
  ])('%s is %s %i', (cell, tool, score) => {
    expect(draftOf({ riskScore: cell, repeat: 'y' }).risk).toEqual({ tool, score, assessedOn: null })
  })

  test.each([
    ['28', 'outOfRange'],
    ['-1', 'outOfRange'],
    ['high', 'notANumber'],
    ['14-16', 'notANumber'],
    ['14.5', 'notWhole'],
    ['25/24', 'outOfRange'],
    ['>14', 'notANumber'],
    ['14 or 15', 'notANumber'],
  ])('a score of %s is %s', (cell, code) => {
    expect(problemsOf({ riskScore: cell, repeat: 'yes' })).toEqual([`riskScore ${code}`])
  })

  test.each([
    ['dangerAssessment', 'Danger Assessment', ['-3', '37'], ['-4', '38']],
    ['lap', 'LAP', ['0', '11'], ['-1', '12']],
    ['odara', 'ODARA', ['0', '13'], ['14']],
    ['dash', 'RIC', ['0', '27'], ['28']],
  ])('%s has its own bounds', (tool, name, within, beyond) => {
    for (const score of within)
      expect(draftOf({ riskTool: name, riskScore: score, repeat: 'y' }).risk).toMatchObject({ tool, score: Number(score) })
    for (const score of beyond) expect(problemsOf({ riskTool: name, riskScore: score, repeat: 'y' })).toEqual(['riskScore outOfRange'])
  })

  test('the header names the tool where nothing else does; a tool nobody knows is refused', () => {
    expect(draftOf({ riskScore: '9', repeat: 'y' }, { columns: { riskScore: 'ODARA score' } }).risk?.tool).toBe('odara')
    expect(problemsOf({ riskTool: 'Tea leaves' })).toEqual(['riskTool unknownRiskTool'])
  })

  test('14 on DASH is visible high risk and 13 is not (domain.md 5.4)', () => {
    expect(draftOf({ riskScore: '14' }).criteria.visibleHighRisk).toBe(true)
    expect(notesOf({ riskScore: '14' })).toContain('riskScore highByScore')
    expect(problemsOf({ riskScore: '13' })).toEqual(['criteria criterionRequired'])
  })

  test('a high score is not lowered by a no beside it', () => {
    expect(draftOf({ riskScore: '14', visibleHighRisk: 'No' }).criteria.visibleHighRisk).toBe(true)
  })

  test('4 of 11 on LAP screens in wherever they lie (domain.md 5.3); 3 do not by themselves', () => {
    expect(draftOf({ riskTool: 'LAP', riskScore: '4' }).criteria.visibleHighRisk).toBe(true)
    expect(problemsOf({ riskTool: 'LAP', riskScore: '3' })).toEqual(['criteria criterionRequired'])
  })

  test('a reason without its criterion belongs to the summary, once', () => {
    const high = { riskScore: '17' }
    expect(draftOf({ ...high, judgementReason: 'Stalks her', summary: 'Broke the door' })).toMatchObject({
      criteria: { professionalJudgement: false, judgementReason: '' },
      summary: 'Stalks her\n\nBroke the door',
    })
    expect(draftOf({ ...high, summary: 'Broke the door' }, { columns: { summary: 'Reason for referral' } })).toMatchObject({
      criteria: { judgementReason: '' },
      summary: 'Broke the door',
    })
  })

  test('judgement needs its reason, from its own column, its cell, the criteria or a column of reasons, never from mere notes', () => {
    const nine = { riskScore: '9' }
    expect(problemsOf({ ...nine, professionalJudgement: 'Y' })).toEqual(['judgementReason judgementReasonRequired'])
    expect(problemsOf({ ...nine, professionalJudgement: 'Y', summary: 'Broke the door' })).toEqual([
      'judgementReason judgementReasonRequired',
    ])
    expect(draftOf({ ...nine, professionalJudgement: 'Y', judgementReason: 'Stalks her' }).criteria.judgementReason).toBe('Stalks her')
    expect(draftOf({ ...nine, professionalJudgement: 'He follows her to work every day' }).criteria).toMatchObject({
      professionalJudgement: true,
      judgementReason: 'He follows her to work every day',
    })
    expect(draftOf({ ...nine, criteria: 'Professional judgement: stalking' }).criteria.judgementReason).toBe('stalking')
    expect(
      draftOf({ ...nine, criteria: 'PJ', summary: 'Stalking' }, { columns: { summary: 'Reason for referral' } }).criteria.judgementReason,
    ).toBe('Stalking')
  })

  test.each([
    ['VHR', ['visibleHighRisk']],
    ['Visible high risk and repeat', ['visibleHighRisk', 'repeat']],
    ['Potential Escalation', ['escalation']],
    ['escalation, not a repeat', ['escalation']],
    ['Repeat', ['repeat']],
    ['Repeat: no; escalation: yes', ['escalation']],
    ['14+ ticks', ['visibleHighRisk']],
    ['Screened in', ['visibleHighRisk']],
    ['Reincidencia', ['repeat']],
  ])('criteria %j are %j', (cell, names) => {
    const { criteria } = draftOf({ riskScore: '9', criteria: cell })
    expect(
      Object.entries(criteria)
        .filter(([, value]) => value === true)
        .map(([name]) => name),
    ).toEqual(names)
  })

  test.each([
    ['visibleHighRisk', 'High', true],
    ['visibleHighRisk', 'Medium', false],
    ['visibleHighRisk', 'Very high', true],
    ['repeat', 'Repeat', true],
    ['repeat', 'New', false],
    ['repeat', '✓', true],
    ['repeat', 'N/K', false],
    ['repeat', 'Yes - heard in March', true],
    ['repeat', 'No, first time', false],
    ['escalation', 'x', true],
    ['escalation', 'FALSE', false],
  ] as const)('%s %j is %s', (field, cell, expected) => {
    expect(
      draftOf({
        riskScore: '9',
        criteria: 'repeat, escalation, vhr'.replace(field === 'visibleHighRisk' ? ', vhr' : field, ''),
        [field]: cell,
      }).criteria[field],
    ).toBe(expected)
  })

  test('a criterion that says neither yes nor no is refused', () => {
    expect(problemsOf({ repeat: 'maybe' })).toEqual(['repeat notYesOrNo'])
  })
})
