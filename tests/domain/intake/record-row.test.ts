import type { ReferralField } from '#domain/intake/referral-fields.ts'
import { recordFields } from '#domain/intake/record-fields.ts'
import type { EntryContent } from '#domain/record/entry.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf, notesOf, problemsOf, readRow } from './referral-rows.ts'

type Row = Partial<Record<ReferralField, string>>

const entriesOf = (row: Row) => draftOf(row).record.entries
function entryOf<Kind extends EntryContent['kind']>(row: Row, kind: Kind): Extract<EntryContent, { kind: Kind }> | undefined {
  return entriesOf(row).find((entry): entry is Extract<EntryContent, { kind: Kind }> => entry.kind === kind)
}

describe('what she wants and fears', () => {
  test('becomes one entry of the day of the referral', () => {
    const row = {
      wants: 'To keep the flat',
      fears: 'That he takes the children',
      wasAsked: 'Yes',
      knowsOfMeeting: 'not safe to tell',
      codeWord: 'lantern',
    }
    expect(entriesOf(row)).toMatchObject([
      {
        kind: 'voice',
        on: '2026-11-03',
        wants: 'To keep the flat',
        fears: 'That he takes the children',
        wasAsked: 'yes',
        knowsOfMeeting: 'notSafe',
        codeWord: 'lantern',
      },
    ])
  })

  test('is no entry where nothing is said', () => {
    expect(entriesOf({ wants: '', fears: '-', wasAsked: '', knowsOfMeeting: 'N/K' })).toEqual([])
  })

  test('an answer that is none is kept as words, and the person is told', () => {
    const row = { wasAsked: 'partly, on the phone' }
    expect(draftOf(row).record.notes).toEqual(['wasAsked: partly, on the phone'])
    expect(notesOf(row)).toContain('wasAsked keptInNote')
  })

  test.each(['not safe to ask', 'Not safe to tell her yet', 'unsafe', 'no es seguro preguntar'])(
    '%s is an answer, and nothing more is kept',
    (cell) => {
      expect(entriesOf({ wasAsked: cell })).toMatchObject([{ kind: 'voice', wasAsked: 'notSafe' }])
      expect(draftOf({ wasAsked: cell }).record.notes).toEqual([])
    },
  )

  test('what is too long is a problem of its own cell', () => {
    expect(problemsOf({ wants: 'x'.repeat(2001), codeWord: 'y'.repeat(81) })).toEqual(['wants tooLong', 'codeWord tooLong'])
  })
})

describe('whom it is safe to talk to', () => {
  test('people with a name become ties, the warning before the trust', () => {
    const row = { safeToTalkTo: 'her sister Ana Ficticia; Bea Madeup', notSafeToTalkTo: 'His mother Olga Invented and Bea Madeup' }
    expect(draftOf(row).record.ties).toEqual([
      {
        name: 'Ana Ficticia',
        tie: { role: 'relative', side: 'victim', isSafeToTalkTo: 'yes', livesWith: 'unknown', note: 'her sister Ana Ficticia' },
      },
      {
        name: 'Olga Invented',
        tie: { role: 'parent', side: 'perpetrator', isSafeToTalkTo: 'no', livesWith: 'unknown', note: 'His mother Olga Invented' },
      },
      { name: 'Bea Madeup', tie: { role: 'other', side: 'unknown', isSafeToTalkTo: 'no', livesWith: 'unknown', note: '' } },
    ])
  })

  test('who is not named stands with the words of safe contact, which stays off', () => {
    const row = { safeContact: 'text only', safeContactTime: 'Weekdays 9-11', notSafeToTalkTo: 'his mother, anybody at home' }
    expect(draftOf(row).safeContact).toEqual({
      kind: 'doNotContact',
      note: 'text only\nsafeContactTime: Weekdays 9-11\nnotSafeToTalkTo: his mother\nnotSafeToTalkTo: anybody at home',
    })
  })

  test('what safe contact has no room for is kept in a note', () => {
    const draft = draftOf({ safeContact: 'a'.repeat(990), safeContactTime: 'Weekdays only' })
    expect(draft.safeContact).toEqual({ kind: 'doNotContact', note: 'a'.repeat(990) })
    expect(draft.record.notes).toEqual(['safeContactTime: Weekdays only'])
  })
})

describe('the people', () => {
  test('have their other names and addresses, her language and what she needs to be heard', () => {
    const { record } = draftOf({
      victimAliases: 'Goldie; Mari T.',
      victimOtherAddress: '2 Sample Row, Testville; 3 Sample Row',
      victimOtherPhone: '07700 900111 / 07700 900222',
      victimLanguage: 'Polish',
      victimInterpreter: 'Yes - female',
      victimAccessNeeds: 'none',
      perpetratorAliases: 'Baz',
    })
    expect(record.victim).toEqual({
      aliases: ['Goldie', 'Mari T.'],
      otherAddresses: ['2 Sample Row, Testville', '3 Sample Row'],
      otherPhones: ['07700 900111', '07700 900222'],
      language: 'Polish',
      needsInterpreter: 'yes',
      accessNeeds: '',
    })
    expect(record.perpetrator.aliases).toEqual(['Baz'])
    expect(record.notes).toEqual(['victimInterpreter: female'])
  })

  test.each([
    ['needed', 'yes'],
    ['Spanish interpreter', 'yes'],
    ['none needed', 'no'],
    ['N', 'no'],
    ['', 'unknown'],
    ['some English', 'unknown'],
  ])('an interpreter: %s is %s', (cell, needsInterpreter) => {
    expect(draftOf({ victimInterpreter: cell }).record.victim.needsInterpreter).toBe(needsInterpreter)
  })
})

describe('the kind of incident', () => {
  test.each([
    ['Physical assault', 'violence'],
    ['threats to kill', 'threats'],
    ['Criminal damage', 'damage'],
    ['Stalking', 'stalking'],
    ['acoso', 'harassment'],
    ['sexual assault', 'sexual'],
    ['Breach of bail', 'breachOfOrder'],
    ['Quebrantamiento de condena', 'breachOfOrder'],
    ['Other', 'other'],
    ['', null],
    ['Verbal argument', null],
    ['assault and threats', null],
    ['no violence', null],
  ])('%s is %s', (cell, kind) => {
    expect(draftOf({ incidentKind: cell }).incidentKind).toBe(kind)
    const isKept = kind === null && cell !== ''
    expect(draftOf({ incidentKind: cell }).record.notes).toEqual(isKept ? [`incidentKind: ${cell}`] : [])
  })
})

describe('needs', () => {
  test.each([
    ['yes', 'open', ''],
    ['Needs refuge space', 'open', 'Needs refuge space'],
    ['met', 'met', ''],
    ['Resolved by council', 'met', 'Resolved by council'],
    ['no', 'none', ''],
    ['unknown', 'unknown', ''],
    ['secure tenancy?', 'unknown', 'secure tenancy?'],
  ])('of housing: %s is %s', (cell, state, note) => {
    expect(entriesOf({ needHousing: cell })).toEqual([{ kind: 'need', domain: 'housing', state, note, actionIds: [] }])
  })

  test('a list gives each its own, what names none is kept, and a column of its own goes before', () => {
    const row = { needs: 'housing, benefits; a dog', needIncome: 'met' }
    expect(entriesOf(row).map((entry) => (entry.kind === 'need' ? [entry.domain, entry.state] : []))).toEqual([
      ['housing', 'open'],
      ['income', 'met'],
    ])
    expect(draftOf(row).record.notes).toEqual(['needs: a dog'])
  })
})

describe('the chain of response', () => {
  test.each([
    ['arrestOn', '01/11/2026', { link: 'arrest', state: 'done', on: '2026-11-01' }],
    ['arrestOn', 'Yes', { link: 'arrest', state: 'done', on: null }],
    ['arrestOn', 'wanted', { link: 'arrest', state: 'waiting', on: null }],
    ['arrestOn', 'Yes, 01/11/2026 at home', { link: 'arrest', state: 'done', on: '2026-11-01', note: 'Yes, 01/11/2026 at home' }],
    ['hearingOn', '10/12/2026', { link: 'hearing', state: 'planned', on: '2026-12-10' }],
    ['releaseOn', '3 Jan 2027', { link: 'release', state: 'planned', on: '2027-01-03' }],
    ['orderIssuedOn', 'granted 03/11/2026', { link: 'orderIssued', state: 'done', on: '2026-11-03', note: 'granted 03/11/2026' }],
    ['orderEndsOn', '03/05/2027', { link: 'orderEnds', state: 'planned', on: '2027-05-03' }],
  ] as const)('%s: %s', (field, cell, link) => {
    expect(entriesOf({ [field]: cell })).toMatchObject([{ kind: 'chainLink', ...link }])
  })

  test.each(['No', 'none', 'not arrested', 'NFA', '-', ''])('an arrest: %s is none', (cell) => {
    expect(entriesOf({ arrestOn: cell })).toEqual([])
    expect(draftOf({ arrestOn: cell }).record.notes).toEqual([])
  })

  test('a day that cannot be is a problem of its cell, by its column', () => {
    const read = readRow({ arrestOn: '31/02/2026', chargeOn: '01/12/2026', releaseOn: 'June 2027' })
    expect(read.kind === 'refused' ? read.problems.map(({ field, code, column }) => [field, code, column]) : []).toEqual([
      ['arrestOn', 'impossibleDate', 'arrestOn'],
      ['chargeOn', 'futureDate', 'chargeOn'],
      ['releaseOn', 'incompleteDate', 'releaseOn'],
    ])
  })
})

describe('measures', () => {
  test.each([
    ['gps', 'yes', { measure: 'gps', state: 'inForce', from: null, until: null }],
    ['gps', 'requested', { measure: 'gps', state: 'proposed', conditions: 'requested' }],
    ['supervision', 'from 01/09/2026 to 01/03/2027', { measure: 'supervision', state: 'inForce', from: '2026-09-01', until: '2027-03-01' }],
    ['supervision', 'until 01/10/2026', { measure: 'supervision', state: 'ended', until: '2026-10-01' }],
    ['firearms', 'surrendered 05/11/2026', { measure: 'firearms', state: 'inForce', from: '2026-11-05' }],
    ['bailConditions', 'Not to enter her street', { measure: 'bail', state: 'inForce', conditions: 'Not to enter her street' }],
    ['bailUntil', '10/12/2026', { measure: 'bail', state: 'inForce', until: '2026-12-10' }],
  ] as const)('%s: %s', (field, cell, measure) => {
    expect(entriesOf({ [field]: cell })).toMatchObject([{ kind: 'measure', ...measure }])
  })

  test('what is not certain is kept as words, never taken for a measure in force', () => {
    for (const cell of ['GPS refused', 'not fitted yet', 'see file']) {
      expect(entriesOf({ gps: cell })).toEqual([])
      expect(draftOf({ gps: cell }).record.notes).toEqual([`gps: ${cell}`])
    }
  })

  test('bail, its conditions and its end are one', () => {
    expect(entriesOf({ bail: 'yes', bailConditions: 'No contact', bailUntil: '10/12/2026' })).toMatchObject([
      { measure: 'bail', state: 'inForce', until: '2026-12-10', conditions: 'No contact' },
    ])
  })
})

test.each([
  ['Yes', 'yes'],
  ['no', 'no'],
  ['unknown', 'unknown'],
])('that he knows: %s', (cell, heKnows) => {
  expect(entryOf({ perpetratorAware: cell }, 'awareness')).toMatchObject({ heKnows, on: '2026-11-03' })
})

test('whatever words stand in a column of the record, the row is refused for it or has them, each one', () => {
  const word = fc.stringMatching(/^[b-df-hj-np-tv-xz]{4,9}$/u)
  const cell = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.constantFrom(...recordFields), cell, (field, text) => {
      const read = readRow({ [field]: text })
      if (read.kind === 'refused') {
        expect(read.problems.map((problem) => problem.field)).toContain(field)
        return
      }
      const whole = JSON.stringify(read.draft)
      for (const each of text.split(' ')) expect(whole).toContain(each)
    }),
    { numRuns: 600 },
  )
})

test('whatever stands in the columns of the record, reading ends, and what it gives is well formed', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      'yes',
      'no',
      '01/11/2026',
      '31/02/2026',
      'until 01/01/2027',
      'his mother Olga Invented',
      'housing; visa',
      '-',
      'x'.repeat(3000),
    ),
  )
  const row = fc.dictionary(fc.constantFrom(...recordFields), cell, { maxKeys: 12 })
  fc.assert(
    fc.property(row, (cells) => {
      const read = readRow(cells)
      if (read.kind === 'refused') for (const { field } of read.problems) expect(Object.keys(cells)).toContain(field)
      else for (const entry of read.draft.record.entries) expect(entry.kind).toBeTypeOf('string')
    }),
    { numRuns: 600 },
  )
})
