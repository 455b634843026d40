import { agencyValues, guessAgencyColumns } from '#domain/intake/agency-columns.ts'
import type { AgencyField } from '#domain/intake/agency-patterns.ts'
import { readAgencyRow } from '#domain/intake/agency-row.ts'
import { findSector } from '#domain/intake/sector-words.ts'
import { sectors } from '#domain/agency.ts'
import { describe, expect, test } from 'vitest'

function mapped(header: readonly string[], rows: readonly (readonly string[])[] = []) {
  return Object.fromEntries(Object.entries(guessAgencyColumns(header, rows).mapping).filter(([, column]) => column !== null))
}

describe('the columns of a list of agencies', () => {
  test.each<[string, AgencyField]>([
    ['Agency', 'name'],
    ['Agency name', 'name'],
    ['Organisation', 'name'],
    ['Name', 'name'],
    ['Member agency', 'name'],
    ['Nombre de la agencia', 'name'],
    ['Sector', 'sector'],
    ['Type', 'sector'],
    ['Agency type', 'sector'],
    ['Core', 'core'],
    ['Core member', 'core'],
    ['Core member?', 'core'],
    ['Core agency (Y/N)', 'core'],
    ['Representative', 'representative'],
    ['Rep', 'representative'],
    ['Rep name', 'representative'],
    ['Contact name', 'representative'],
    ['MARAC rep', 'representative'],
    ['Contact', 'representative'],
    ['SPOC', 'representative'],
    ['Representative email', 'representativeEmail'],
    ['Rep e-mail', 'representativeEmail'],
    ['Contact email', 'representativeEmail'],
    ['representativeEmail', 'representativeEmail'],
    ['Deputy', 'deputy'],
    ['Deputy rep', 'deputy'],
    ['Alternate', 'deputy'],
    ['Deputy email', 'deputyEmail'],
    ['Email', 'email'],
    ['E-mail address', 'email'],
    ['Secure email', 'email'],
    ['Phone', 'phone'],
    ['Telephone', 'phone'],
    ['Tel. no.', 'phone'],
    ['Contact number', 'phone'],
  ])('%s is the %s', (heading, field) => {
    expect(mapped([heading])).toEqual({ [field]: 0 })
  })

  test('a whole header', () => {
    expect(
      mapped(['name', 'sector', 'core', 'representative', 'representative email', 'deputy', 'deputy email', 'email', 'phone']),
    ).toEqual({
      name: 0,
      sector: 1,
      core: 2,
      representative: 3,
      representativeEmail: 4,
      deputy: 5,
      deputyEmail: 6,
      email: 7,
      phone: 8,
    })
    expect(
      mapped(['Agency', 'Name', 'Email', 'Tel'], [['Harbour Refuge', 'Ada Fenn', 'ada@refuge.example', '0123 4567890']]),
    ).toMatchObject({ name: 0, email: 2, phone: 3 })
  })
})

describe('the sector of a word or a name', () => {
  test.each([
    ['Police', 'police'],
    ['Riverton PD', 'police'],
    ["County Sheriff's Office", 'police'],
    ['Law enforcement', 'police'],
    ['CPS', 'prosecution'],
    ["District Attorney's Office", 'prosecution'],
    ['Prosecution', 'prosecution'],
    ['Family Court', 'courts'],
    ['Courts', 'courts'],
    ['National Probation Service', 'probation'],
    ['Probation', 'probation'],
    ['IDVA service', 'advocate'],
    ['Victim advocate', 'advocate'],
    ['Advocacy', 'advocate'],
    ['Harbour Refuge', 'shelter'],
    ["Women's shelter", 'shelter'],
    ['NHS Trust', 'health'],
    ['Mental health', 'health'],
    ["Children's Hospital", 'health'],
    ["Children's Social Care", 'childProtection'],
    ['Child protection', 'childProtection'],
    ['childProtection', 'childProtection'],
    ['Education', 'schools'],
    ['Schools', 'schools'],
    ['Elm Primary School', 'schools'],
    ['Housing', 'housing'],
    ['Elm Valley Homes and Housing', 'housing'],
    ['Jobcentre', 'employment'],
    ['Employment / benefits', 'employment'],
    ['Faith', 'faith'],
    ['St Elm Church', 'faith'],
    ['Local radio', 'media'],
    ['Media', 'media'],
    ['BME women’s project', 'culturallySpecific'],
    ['Culturally specific', 'culturallySpecific'],
    ['culturallySpecific', 'culturallySpecific'],
    ['Other', 'other'],
    ['Policía', 'police'],
    ['Vivienda', 'housing'],
  ])('%s is %s', (text, sector) => {
    expect(findSector(text)).toBe(sector)
  })

  test('every sector by its own name, and nothing for a word that says nothing', () => {
    for (const sector of sectors) expect(findSector(sector)).toBe(sector)
    expect(findSector('Lunar Cheese Board')).toBeNull()
  })
})

describe('a row of a list of agencies', () => {
  const header = ['Agency', 'Sector', 'Core', 'Representative', 'Representative email', 'Deputy', 'Email', 'Phone']
  const { mapping } = guessAgencyColumns(header)
  const readRow = (...cells: string[]) => readAgencyRow(agencyValues(cells, mapping), {})
  const problems = (...cells: string[]) => {
    const read = readRow(...cells)
    return read.kind === 'refused' ? read.problems.map(({ field, code }) => `${field} ${code}`) : []
  }

  test('becomes an agency with its people', () => {
    expect(
      readRow(' Harbour  Refuge ', 'Shelter', 'Yes', 'Ada Fenn', 'ada@refuge.example', 'Sam Quill', 'team@refuge.example', '0123 456'),
    ).toEqual({
      kind: 'draft',
      notes: [],
      draft: {
        name: 'Harbour Refuge',
        sector: 'shelter',
        isCore: true,
        email: 'team@refuge.example',
        phone: '0123 456',
        notes: '',
        people: [
          { name: 'Ada Fenn', role: 'representative', email: 'ada@refuge.example', phone: '' },
          { name: 'Sam Quill', role: 'deputy', email: '', phone: '' },
        ],
      },
    })
  })

  test('its sector is guessed from its name where the column says none, and said', () => {
    expect(readRow('Riverton Police')).toMatchObject({
      kind: 'draft',
      draft: { sector: 'police', isCore: false },
      notes: [{ field: 'sector', code: 'sectorGuessed' }],
    })
    expect(readRow('Lunar Cheese Board', 'Dairy')).toMatchObject({
      kind: 'draft',
      draft: { sector: 'other' },
      notes: [{ field: 'sector', code: 'sectorMissing', value: 'Dairy' }],
    })
  })

  test('is refused without a name, with a bad e-mail address or an unclear core', () => {
    expect(problems('', 'Police')).toEqual(['name required'])
    expect(problems('=1+1', 'Police')).toEqual(['name notAName'])
    expect(problems('Riverton Police', '', 'perhaps', 'Ada', 'ada at police')).toEqual([
      'core notYesOrNo',
      'representativeEmail notAnEmail',
    ])
    expect(problems('x'.repeat(121))).toEqual(['name tooLong'])
  })

  test.each([
    ['Core', true],
    ['core member', true],
    ['Non-core', false],
    ['Associate', false],
    ['x', true],
    ['', false],
    ['TRUE', true],
  ])('core %j is %s', (cell, isCore) => {
    expect(readRow('Riverton Police', 'Police', cell)).toMatchObject({ draft: { isCore } })
  })
})
