import { type Sector, sectors } from '#domain/agency.ts'
import { isoDate } from '#domain/dates.ts'
import { AgencyId } from '#domain/ids.ts'
import { isRecordable, type QuickContext, readQuickAction, writeQuickAction } from '#domain/quick-action.ts'
import { quickCompletions, takeOption } from '#domain/quick-completions.ts'
import { readSpokenDate } from '#domain/spoken-date.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

function agency(id: number, name: string, sector: Sector) {
  return { id: AgencyId.parse(id), name, sector }
}

const agencies = [
  agency(1, 'Northmoor Police', 'police'),
  agency(2, 'Westhaven Housing Trust', 'housing'),
  agency(3, 'Harbour Advocacy', 'advocate'),
  agency(4, 'County Probation', 'probation'),
  agency(5, 'Maternity and Child Health', 'health'),
  agency(6, 'Minor Injuries Clinic', 'health'),
  agency(7, 'Department of Child Services', 'childProtection'),
]
// A Thursday.
const context: QuickContext = { agencies, on: isoDate('2026-12-10'), order: 'dayFirst' }

function read(text: string, changes: Partial<QuickContext> = {}) {
  const {
    agency: found,
    problems,
    marks: _marks,
    after: _after,
    needs: _needs,
    ...rest
  } = readQuickAction(text, { ...context, ...changes })
  return {
    ...rest,
    agency: found.kind === 'one' ? found.agency.name : found.kind === 'several' ? found.agencies.map(({ name }) => name) : null,
    problems,
  }
}

describe('the line of the meeting', () => {
  test('gives agency, words, date and flag', () => {
    expect(read('housing: change locks by 14 dec !safety')).toEqual({
      agency: 'Westhaven Housing Trust',
      description: 'change locks',
      dueOn: '2026-12-14',
      isSafetyAction: true,
      problems: [],
    })
  })

  test('takes in what the action could do to her, and what comes before it', () => {
    const quick = readQuickAction('police: serve the order after a-0012 by 14 dec !perp !tell !ris !notice', context)
    expect(quick).toMatchObject({
      description: 'serve the order',
      dueOn: '2026-12-14',
      isSafetyAction: false,
      marks: ['towardsHim', 'noticeable', 'risky', 'toldFirst'],
      after: 'A-0012',
      problems: [],
    })
  })

  test('takes in that he would not notice the action, in either language', () => {
    for (const text of ['police: flag the address !unnoticed', 'police: flag the address !un', 'police: flag the address !inadvertida'])
      expect(readQuickAction(text, context)).toMatchObject({ description: 'flag the address', marks: ['unnoticed'], problems: [] })
  })

  test('takes in the needs that the action answers', () => {
    const needs = (text: string) => {
      const quick = readQuickAction(text, context)
      return { description: quick.description, needs: quick.needs, problems: quick.problems.map(({ kind }) => kind) }
    }
    expect(needs('housing: find a flat by 14 dec !need hous !need income')).toEqual({
      description: 'find a flat',
      needs: ['housing', 'income'],
      problems: [],
    })
    expect(needs('vivienda: buscar piso !necesidad vivienda').needs).toEqual(['housing'])
    expect(needs('housing: say what she will need housing for')).toMatchObject({ needs: [], problems: [] })
    expect(needs('housing: find a flat !need castle').problems).toEqual(['needUnknown'])
    expect(needs('housing: find a flat !need').problems).toEqual(['needUnknown'])
  })

  test('completes a need once it is begun', () => {
    const options = (text: string, language: 'en' | 'es' = 'en') =>
      quickCompletions(text, text.length, context, language).options.map((option) => option.text)
    expect(options('housing: find a flat !ne')).toEqual(['!need'])
    expect(options('housing: find a flat !need h')).toEqual(['!need housing', '!need health'])
    expect(options('housing: find a flat !need v', 'es')).toEqual(['!necesidad vivienda'])
  })

  test('is read in Spanish alike', () => {
    expect(read('vivienda: cambiar la cerradura antes del 14 de diciembre !seguridad')).toEqual({
      agency: 'Westhaven Housing Trust',
      description: 'cambiar la cerradura',
      dueOn: '2026-12-14',
      isSafetyAction: true,
      problems: [],
    })
  })

  test.each([
    ['the beginning of its name', 'county: x', 'County Probation'],
    ['the beginning of a word of it', 'trust: x', 'Westhaven Housing Trust'],
    ['the beginnings of its words', 'nor pol: x', 'Northmoor Police'],
    ['its initials', 'dcs: x', 'Department of Child Services'],
    ['its initials with the small words', 'DOCS: x', 'Department of Child Services'],
    ['the word of its sector', 'idva: x', 'Harbour Advocacy'],
    ['its Spanish sector', 'Policía: x', 'Northmoor Police'],
    ['its whole name in another case', 'HARBOUR ADVOCACY: x', 'Harbour Advocacy'],
  ])('finds an agency by %s', (_, text, name) => {
    expect(read(text)).toMatchObject({ agency: name, problems: [] })
  })

  test('names every agency that fits when more than one does', () => {
    const found = read('health: visit')
    expect(found.agency).toEqual('Maternity and Child Health')
    expect(read('salud: visit').agency).toEqual(['Maternity and Child Health', 'Minor Injuries Clinic'])
    expect(read('salud: visit').problems).toEqual([{ kind: 'agencyAmbiguous', start: 0, end: 5 }])
  })

  test.each([
    ['no agency', 'change locks by friday', 'agencyMissing', 0, 22],
    ['an unknown agency', 'library: lend books', 'agencyUnknown', 0, 7],
    ['no words', 'housing:  by 14 dec', 'descriptionMissing', 8, 19],
    ['a date that does not exist', 'housing: change locks by 31 nov', 'dateUnreadable', 22, 31],
    ['a numeric date that does not exist', 'housing: change locks by 40/12', 'dateUnreadable', 22, 30],
    ['words that are too long', `housing: ${'a'.repeat(1001)}`, 'descriptionTooLong', 8, 1010],
  ])('says where there is %s, and cannot be recorded', (_, text, kind, start, end) => {
    const quick = readQuickAction(text, context)
    expect(quick.problems).toEqual([{ kind, start, end }])
    expect(isRecordable(quick)).toBe(false)
  })

  test.each([
    ['a day before the meeting', 'housing: change locks by 2025-12-14', 'dateBeforeMeeting'],
    ['a flag that is none', 'housing: change locks !urgent', 'unknownFlag'],
  ])('warns of %s, and can be recorded', (_, text, kind) => {
    const quick = readQuickAction(text, context)
    expect(quick.problems.map((problem) => problem.kind)).toEqual([kind])
    expect(isRecordable(quick)).toBe(true)
  })

  test.each([
    ['by phone', 'idva: call her by phone', 'call her by phone'],
    ['by two officers', 'police: escort by 2 officers', 'escort by 2 officers'],
    ['para ella', 'idva: buscar plaza para ella', 'buscar plaza para ella'],
    ['a date in the middle', 'police: say by friday what is planned', 'say by friday what is planned'],
    ['a date in quotes', 'police: "deliver it by friday"', 'deliver it by friday'],
    ['words in quotes among others', 'idva: "Safe" and "sound"', '"Safe" and "sound"'],
    ['a colon', 'idva: tell her: not today', 'tell her: not today'],
  ])('leaves %s in the words', (_, text, description) => {
    expect(read(text)).toMatchObject({ description, dueOn: null, problems: [] })
  })

  test('takes the flag wherever it stands, and the date at the end', () => {
    expect(read('housing: change !s locks by fri')).toMatchObject({
      description: 'change locks',
      isSafetyAction: true,
      dueOn: '2026-12-11',
    })
    expect(read('housing: change locks !safety by fri')).toMatchObject({
      description: 'change locks',
      isSafetyAction: true,
      dueOn: '2026-12-11',
    })
  })
})

test.each([
  ['14 dec', '2026-12-14'],
  ['14dec', '2026-12-14'],
  ['14th December', '2026-12-14'],
  ['december 14', '2026-12-14'],
  ['14 de diciembre', '2026-12-14'],
  ['el 14 dic', '2026-12-14'],
  ['14 dec 2027', '2027-12-14'],
  ['14/12', '2026-12-14'],
  ['14.12.', '2026-12-14'],
  ['14.12.27', '2027-12-14'],
  ['2026-12-14', '2026-12-14'],
  ['10 dec', '2026-12-10'],
  ['9 dec', '2027-12-09'],
  ['3 jan', '2027-01-03'],
  ['today', '2026-12-10'],
  ['hoy', '2026-12-10'],
  ['tomorrow', '2026-12-11'],
  ['mañana', '2026-12-11'],
  ['fri', '2026-12-11'],
  ['Friday', '2026-12-11'],
  ['thursday', '2026-12-17'],
  ['lunes', '2026-12-14'],
  ['el miércoles', '2026-12-16'],
  ['next tuesday', '2026-12-15'],
  ['next friday', '2026-12-18'],
  ['martes próximo', '2026-12-15'],
  ['2w', '2026-12-24'],
  ['10d', '2026-12-20'],
  ['in 3 days', '2026-12-13'],
  ['en 3 días', '2026-12-13'],
  ['dentro de 2 semanas', '2026-12-24'],
  ['a week', '2026-12-17'],
  ['in a month', '2027-01-10'],
  ['next week', '2026-12-17'],
  ['end of month', '2026-12-31'],
])('by %s means %s', (said, date) => {
  expect(readSpokenDate(said, context)).toBe(date)
})

test('the order of day and month is the team’s, unless only one is possible', () => {
  const american = { on: context.on, order: 'monthFirst' } as const
  expect(readSpokenDate('1/2', context)).toBe('2027-02-01')
  expect(readSpokenDate('1/2', american)).toBe('2027-01-02')
  expect(readSpokenDate('12/14', context)).toBe('2026-12-14')
  expect(readSpokenDate('14/12', american)).toBe('2026-12-14')
})

test.each(['phone', '32 dec', '29 feb', '1/13/2', 'mo', '0d x', '14', ''])('“%s” is no date', (said) => {
  expect(readSpokenDate(said, context)).toBeNull()
})

describe('completion', () => {
  function complete(text: string, language: 'en' | 'es' = 'en', cursor = text.length) {
    const found = quickCompletions(text, cursor, context, language)
    const first = found.options[0]
    return { options: found.options.map((option) => option.text), taken: first === undefined ? null : takeOption(text, found, first) }
  }

  test('offers agencies before the colon, likeliest first', () => {
    expect(complete('hou')).toMatchObject({
      options: ['Westhaven Housing Trust'],
      taken: { text: 'Westhaven Housing Trust: ', cursor: 25 },
    })
    expect(complete('m').options).toEqual(['Maternity and Child Health', 'Minor Injuries Clinic', 'Department of Child Services'])
    expect(complete('').options).toHaveLength(7)
  })

  test('puts the agency in place of what stood before the colon', () => {
    expect(complete('hou: change locks', 'en', 3).taken?.text).toBe('Westhaven Housing Trust: change locks')
  })

  test('offers dates after by, and flags after an exclamation mark', () => {
    expect(complete('housing: change locks by to').options).toEqual(['today', 'tomorrow'])
    expect(complete('housing: change locks by 14 d').options).toEqual(['14 december'])
    expect(complete('vivienda: cerradura para vi', 'es').options).toEqual(['viernes'])
    expect(complete('housing: change locks !').taken?.text).toBe('housing: change locks !safety ')
    expect(complete('vivienda: cerradura !s', 'es').options).toEqual(['!seguridad'])
  })

  test('offers nothing in the middle of the words', () => {
    expect(complete('housing: change').options).toEqual([])
  })
})

const word = fc.stringMatching(/^[A-Za-zÁÉñü':.-]{1,8}$/)
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const anyAgencies = fc
  .uniqueArray(name, { minLength: 1, maxLength: 6 })
  .chain((names) => fc.tuple(...names.map((each, index) => fc.constantFrom(...sectors).map((sector) => agency(index + 1, each, sector)))))
const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => isoDate(date.toISOString().slice(0, 10)))
const tricky = fc.constantFrom('by', 'friday', '14 dec', '!safety', '!x', '"', '""', ':', 'para', '2026-12-14', 'today', '  ')
const description = fc
  .array(fc.oneof(word, tricky, fc.string({ unit: 'binary', maxLength: 6 })), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' ').trim())
  .filter((text) => text !== '' && text.length <= 1000)

test('an action written as a line is read again as it was', () => {
  fc.assert(
    fc.property(
      anyAgencies,
      fc.nat(),
      description,
      fc.option(anyDay),
      fc.boolean(),
      anyDay,
      (all, pick, words, dueOn, isSafetyAction, on) => {
        const chosen = all[pick % all.length]
        if (!chosen) return
        const here: QuickContext = { agencies: all, on, order: pick % 2 === 0 ? 'dayFirst' : 'monthFirst' }
        const again = readQuickAction(writeQuickAction({ agency: chosen, description: words, dueOn, isSafetyAction }, here), here)
        expect(again).toMatchObject({ agency: { kind: 'one', agency: { id: chosen.id } }, description: words, dueOn, isSafetyAction })
        expect(isRecordable(again)).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})

test('no text makes reading or completing throw, and problems lie within the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        description.map((words) => `housing: ${words}`),
      ),
      fc.nat(70),
      (text, cursor) => {
        const quick = readQuickAction(text, context)
        for (const { start, end } of quick.problems) expect(start >= 0 && start <= end && end <= text.length).toBe(true)
        const found = quickCompletions(text, Math.min(cursor, text.length), context, cursor % 2 === 0 ? 'en' : 'es')
        for (const option of found.options) takeOption(text, found, option)
      },
    ),
    { numRuns: 2000 },
  )
})
