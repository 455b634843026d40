import { RowRecord } from '#domain/intake/row-record.ts'
import { byField, type ReferralField } from '#domain/intake/referral-fields.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf, notesOf, problemsOf, readRow } from './referral-rows.ts'

describe('a good row', () => {
  test('becomes a draft, closed to contact', () => {
    expect(
      draftOf({
        victimDateOfBirth: '04/03/1985',
        childrenCount: '2 (aged 4, 6)',
        safeContact: 'Tuesdays, mobile only',
        caseReference: 'R-12',
      }),
    ).toEqual({
      receivedOn: '2026-11-03',
      sourceAgencyName: 'Harbour Refuge',
      sourceContact: '',
      incidentOn: null,
      incidentKind: null,
      victim: { name: 'Marigold Testerly', dateOfBirth: '1985-03-04', address: '', phone: '' },
      perpetrator: { name: 'Basil Sampleton', dateOfBirth: null, address: '', phone: '' },
      relationship: '',
      childrenCount: 2,
      childrenDetails: 'aged 4, 6',
      safeContact: { kind: 'doNotContact', note: 'Tuesdays, mobile only' },
      criteria: { visibleHighRisk: true, professionalJudgement: false, judgementReason: '', escalation: false, repeat: false },
      risk: { tool: 'dash', score: 17, assessedOn: null },
      summary: '',
      teamReference: 'R-12',
      record: RowRecord.parse({}),
    })
  })

  test('keeps accents, hyphens, apostrophes and emoji, and drops what cannot be seen', () => {
    const { victim, summary } = draftOf({
      victimName: ' Ana-Mari\u0301a\u00A0 O’Neil\u202E\u0000 ',
      summary: 'line one\r\nline two 👩‍👧 =cmd|x',
    })
    expect(victim.name).toBe('Ana-María O’Neil')
    expect(summary).toBe('line one\nline two 👩‍👧 =cmd|x')
  })

  test('a yes under a header about safety keeps the header, and contact stays off', () => {
    expect(draftOf({ safeContact: 'Y' }, { columns: { safeContact: 'Safe to call?' } }).safeContact).toEqual({
      kind: 'doNotContact',
      note: 'Safe to call?: Y',
    })
  })

  test('names come whole or in parts', () => {
    expect(draftOf({ victimName: '', victimFirstName: 'Marigold', victimLastName: 'Testerly' }).victim.name).toBe('Marigold Testerly')
    expect(draftOf({ victimName: 'Marigold', victimLastName: 'Testerly' }).victim.name).toBe('Marigold Testerly')
    expect(draftOf({ victimName: 'Marigold Testerly', victimLastName: 'Testerly' }).victim.name).toBe('Marigold Testerly')
    expect(draftOf({ perpetratorName: '', perpetratorFirstName: 'Basil', perpetratorLastName: 'N/K' }).perpetrator.name).toBe('Basil')
  })
})

describe('people', () => {
  test.each([
    ['', 'required'],
    ['?', 'unknownPerson'],
    ['Unknown', 'unknownPerson'],
    ['N/K', 'unknownPerson'],
    ['n/a', 'unknownPerson'],
    ['-', 'unknownPerson'],
    ['TBC', 'unknownPerson'],
    ['(not known)', 'unknownPerson'],
    ['unknown male', 'unknownPerson'],
    ['Desconocido', 'unknownPerson'],
    ['12345', 'notAName'],
    ["=cmd|' /C calc'!A0", 'notAName'],
    ['@SUM(A1)', 'notAName'],
    ['+1+cmd', 'notAName'],
    ['Basil Sampleton and Rue Sampleton', 'severalPeople'],
    ['Basil Sampleton / Rue Other', 'severalPeople'],
    ['Basil Sampleton; Rue Other', 'severalPeople'],
    ['Basil Sampleton\nRue Other', 'severalPeople'],
    ['x'.repeat(161), 'tooLong'],
  ])('perpetrator %j is %s', (name, code) => {
    expect(problemsOf({ perpetratorName: name })).toEqual([`perpetratorName ${code}`])
  })

  test.each([
    'Basil Sampleton aka Baz',
    'Basil Sampleton / Baz',
    'Basil\nSampleton',
    'Anderson Rand',
    'O’Neil-Smith, Basil',
    '(Basil) Sampleton',
    'N Kay',
    'Basil Unknown-Sampleton',
  ])('%j is one person', (name) => {
    expect(problemsOf({ perpetratorName: name })).toEqual([])
  })

  test('a missing victim is refused as well', () => {
    expect(problemsOf({ victimName: '' })).toEqual(['victimName required'])
  })

  test('victim and perpetrator are not the same person, however written; with other birth dates they are two', () => {
    expect(problemsOf({ victimName: 'Sampleton, BASIL' })).toEqual(['perpetratorName samePerson'])
    expect(problemsOf({ victimName: 'Basil Sampleton', victimDateOfBirth: '1/1/1990', perpetratorDateOfBirth: '1/1/1960' })).toEqual([])
  })

  test.each([
    ['25/12/2026', 'futureDate'],
    ['01/01/2020', 'implausibleAge'],
    ['01/01/1890', 'implausibleAge'],
    ['34', 'notADate'],
    ['1985', 'incompleteDate'],
    ['31/02/1985', 'impossibleDate'],
    ['12/25/1985', 'otherDayOrder'],
  ])('a birth on %s is %s', (text, code) => {
    expect(problemsOf({ victimDateOfBirth: text })).toEqual([`victimDateOfBirth ${code}`])
  })

  test('an unknown birth is none, and 85 is 1985', () => {
    expect(draftOf({ victimDateOfBirth: 'not known' }).victim.dateOfBirth).toBeNull()
    expect(draftOf({ victimDateOfBirth: '4-Mar-85' }).victim.dateOfBirth).toBe('1985-03-04')
  })
})

describe('the referral', () => {
  test.each([
    ['', 'required'],
    ['unknown', 'required'],
    ['25/11/2026', 'futureDate'],
    ['01/01/1950', 'tooOldDate'],
    ['31/11/2026', 'impossibleDate'],
    ['yesterday', 'notADate'],
  ])('received on %j is %s', (text, code) => {
    expect(problemsOf({ receivedOn: text })).toEqual([`receivedOn ${code}`])
  })

  test('an ambiguous date is refused with both readings where the order is not known', () => {
    const read = readRow({ receivedOn: '03/04/2026' }, { order: null })
    expect(read).toMatchObject({
      kind: 'refused',
      problems: [
        {
          field: 'receivedOn',
          column: 'receivedOn',
          value: '03/04/2026',
          code: 'ambiguousDate',
          suggestions: ['2026-04-03', '2026-03-04'],
        },
      ],
    })
  })

  test('an agency is known whatever its case, punctuation, articles and short name', () => {
    for (const name of ['RIVERTON POLICE DEPARTMENT', 'The Riverton Police Department.', 'rpd', 'R.P.D.'])
      expect(draftOf({ sourceAgency: name }).sourceAgencyName).toBe('Riverton Police Department')
    expect(notesOf({ sourceAgency: 'RPD' })).toContain('sourceAgency agencySpelledOtherwise')
  })

  test('an unknown agency is refused with near ones, or made where that is allowed', () => {
    const suggestions = (name: string) => {
      const read = readRow({ sourceAgency: name })
      return read.kind === 'refused' ? read.problems.map(({ code, suggestions: near }) => [code, ...near]) : []
    }
    expect(suggestions('Riverton Polise Dept')).toEqual([['unknownAgency', 'Riverton Police Department']])
    expect(suggestions('Police')).toEqual([['unknownAgency', 'Riverton Police Department']])
    expect(suggestions('EVHA')).toEqual([['unknownAgency', 'Elm Valley Housing Association']])
    expect(suggestions('Lunar Cheese Board')).toEqual([['unknownAgency']])
    expect(readRow({ sourceAgency: 'Lunar Cheese Board' }, { mayMakeAgencies: true })).toMatchObject({
      kind: 'draft',
      newAgency: 'Lunar Cheese Board',
      draft: { sourceAgencyName: 'Lunar Cheese Board' },
    })
    expect(problemsOf({ sourceAgency: '' }, { mayMakeAgencies: true })).toEqual(['sourceAgency required'])
    expect(problemsOf({ sourceAgency: '=1+1' }, { mayMakeAgencies: true })).toEqual(['sourceAgency unknownAgency'])
  })

  test.each([
    ['', null, ''],
    ['n/k', null, ''],
    ['none', 0, ''],
    ['No', 0, ''],
    ['0', 0, ''],
    ['two', 2, ''],
    ['2.0', 2, ''],
    ['3 children', 3, ''],
    ['2 (aged 4, 6)', 2, 'aged 4, 6'],
    ['1 - unborn', 1, 'unborn'],
    ['2 x girls', 2, 'girls'],
    ['20', 20, ''],
  ])('%j children are %s', (cell, count, details) => {
    expect(draftOf({ childrenCount: cell })).toMatchObject({ childrenCount: count, childrenDetails: details })
  })

  test.each([
    ['many', 'notANumber'],
    ['4, 6', 'notANumber'],
    ['2-3', 'notANumber'],
    ['1.5', 'notWhole'],
    ['-1', 'outOfRange'],
    ['21', 'outOfRange'],
    ['aged 4', 'notANumber'],
  ])('%j children are %s', (cell, code) => {
    expect(problemsOf({ childrenCount: cell })).toEqual([`childrenCount ${code}`])
  })

  test('a yes for children counts at least one, and says so', () => {
    expect(draftOf({ childrenCount: 'Yes' }).childrenCount).toBe(1)
    expect(notesOf({ childrenCount: 'Yes' })).toContain('childrenCount childrenAtLeastOne')
  })

  test('a text that is too long is refused, not cut', () => {
    expect(problemsOf({ summary: 'x'.repeat(8001), relationship: 'y'.repeat(201) })).toEqual(['relationship tooLong', 'summary tooLong'])
  })

  test('everything wrong with a row is told at once', () => {
    expect(
      problemsOf({ receivedOn: 'x', sourceAgency: 'Lunar', victimName: '', perpetratorName: '?', riskScore: '99', childrenCount: 'z' }),
    ).toEqual([
      'receivedOn notADate',
      'sourceAgency unknownAgency',
      'victimName required',
      'perpetratorName unknownPerson',
      'childrenCount notANumber',
      'riskScore outOfRange',
    ])
  })
})

test('no cell makes reading throw, and what is read names two people, an agency and a criterion', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '',
      'y',
      '=1+1',
      '03/11/2026',
      '17',
      'Harbour Refuge',
      'Marigold Testerly',
      '?',
      'x'.repeat(9000),
      '\u0000',
      '12/13/14',
    ),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...(Object.keys(byField(() => '')) as ReferralField[])), cell), (row) => {
      const read = readRow(row)
      if (read.kind === 'refused') {
        expect(read.problems.length).toBeGreaterThan(0)
        return
      }
      const { draft } = read
      expect(draft.victim.name !== '' && draft.perpetrator.name !== '' && draft.sourceAgencyName !== '').toBe(true)
      expect(
        draft.criteria.visibleHighRisk || draft.criteria.professionalJudgement || draft.criteria.escalation || draft.criteria.repeat,
      ).toBe(true)
      expect(draft.safeContact.kind).toBe('doNotContact')
    }),
    { numRuns: 400 },
  )
})
