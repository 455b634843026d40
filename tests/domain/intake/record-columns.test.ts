import { guessColumns } from '#domain/intake/column-guess.ts'
import { recordFields } from '#domain/intake/record-fields.ts'
import type { ReferralField } from '#domain/intake/referral-fields.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Headings of the record, English and Spanish, and the field that each must (or, null, must not) feed by itself. */
const headings: readonly (readonly [string, ReferralField | null])[] = [
  ['Victim aliases', 'victimAliases'],
  ['Survivor AKA', 'victimAliases'],
  ['Victim also known as', 'victimAliases'],
  ['Otros nombres de la víctima', 'victimAliases'],
  ['Perp alias', 'perpetratorAliases'],
  ['Offender a.k.a.', 'perpetratorAliases'],
  ['Apodo del agresor', 'perpetratorAliases'],
  ['AKA', null],
  ['Victim other address', 'victimOtherAddress'],
  ['Victim address 2', 'victimOtherAddress'],
  ['Otro domicilio de la víctima', 'victimOtherAddress'],
  ['Perpetrator previous address', 'perpetratorOtherAddress'],
  ['Language', 'victimLanguage'],
  ['First language', 'victimLanguage'],
  ['Victim language', 'victimLanguage'],
  ['Idioma', 'victimLanguage'],
  ['Perpetrator language', null],
  ['Interpreter?', 'victimInterpreter'],
  ['Intérprete', 'victimInterpreter'],
  ['Access needs', 'victimAccessNeeds'],
  ['Necesidades de accesibilidad', 'victimAccessNeeds'],
  ['Safe time to call', 'safeContactTime'],
  ['Safe times', 'safeContactTime'],
  ['Best time to contact', 'safeContactTime'],
  ['Safe to talk to', 'safeToTalkTo'],
  ['Trusted people', 'safeToTalkTo'],
  ['Personas de confianza', 'safeToTalkTo'],
  ['Not safe to talk to', 'notSafeToTalkTo'],
  ['Do not tell', 'notSafeToTalkTo'],
  ['No hablar con', 'notSafeToTalkTo'],
  ['What does she want?', 'wants'],
  ["Victim's wishes", 'wants'],
  ["Victim's views", 'wants'],
  ['Deseos de la víctima', 'wants'],
  ['¿Qué quiere?', 'wants'],
  ['Fears', 'fears'],
  ["Victim's fears", 'fears'],
  ['What is she afraid of', 'fears'],
  ['Temores', 'fears'],
  ['Was she asked?', 'wasAsked'],
  ['Victim consulted', 'wasAsked'],
  ['Views sought', 'wasAsked'],
  ['¿Se le preguntó?', 'wasAsked'],
  ['Victim aware of MARAC', 'knowsOfMeeting'],
  ['Victim informed of referral?', 'knowsOfMeeting'],
  ['Víctima informada de la reunión', 'knowsOfMeeting'],
  ['Told by', 'toldBy'],
  ['Victim told by', 'toldBy'],
  ['Code word', 'codeWord'],
  ['Palabra clave', 'codeWord'],
  ['Incident type', 'incidentKind'],
  ['Type of abuse', 'incidentKind'],
  ['Tipo de violencia', 'incidentKind'],
  ['Tipo de incidente', 'incidentKind'],
  ['Needs', 'needs'],
  ['Unmet needs', 'needs'],
  ['Necesidades', 'needs'],
  ['Housing', 'needHousing'],
  ['Housing needs', 'needHousing'],
  ['Vivienda', 'needHousing'],
  ['Income / benefits', 'needIncome'],
  ['Ingresos', 'needIncome'],
  ['Childcare', 'needChildcare'],
  ['Guardería', 'needChildcare'],
  ['Immigration status', 'needImmigration'],
  ['Health needs', 'needHealth'],
  ['Health', null],
  ['Legal', null],
  ['Arrest date', 'arrestOn'],
  ['Date arrested', 'arrestOn'],
  ['Arrested?', 'arrestOn'],
  ['Fecha de detención', 'arrestOn'],
  ['Date charged', 'chargeOn'],
  ['Court date', 'hearingOn'],
  ['Next hearing', 'hearingOn'],
  ['Fecha de audiencia', 'hearingOn'],
  ['Release date', 'releaseOn'],
  ['Custody release date', 'releaseOn'],
  ['Fecha de puesta en libertad', 'releaseOn'],
  ['Release of information signed', null],
  ['Protection order', 'orderIssuedOn'],
  ['Restraining order date', 'orderIssuedOn'],
  ['Orden de protección', 'orderIssuedOn'],
  ['Order expires', 'orderEndsOn'],
  ['Protection order end date', 'orderEndsOn'],
  ['Bail', 'bail'],
  ['Bail conditions', 'bailConditions'],
  ['Bail until', 'bailUntil'],
  ['GPS', 'gps'],
  ['Electronic tag', 'gps'],
  ['Tobillera electrónica', 'gps'],
  ['Probation supervision', 'supervision'],
  ['Libertad vigilada', 'supervision'],
  ['Firearms surrendered', 'firearms'],
  ['Perpetrator programme', 'programme'],
  ['Stay away order', 'noContact'],
  ['Perp aware of MARAC?', 'perpetratorAware'],
  ['Does he know', 'perpetratorAware'],
  ['¿Sabe el agresor?', 'perpetratorAware'],
  ['Aware', null],
]

describe('a heading of the record by itself', () => {
  test.each(headings)('%s feeds %s', (heading, field) => {
    const guess = guessColumns([heading])
    expect(Object.entries(guess.mapping).flatMap(([name, column]) => (column === null ? [] : [name]))).toEqual(
      field === null ? [] : [field],
    )
  })

  test('every field of the record is found by one at least', () => {
    const found = new Set(headings.map(([, field]) => field))
    const without = [
      'victimOtherPhone',
      'needSafety',
      'needLegal',
      'needEmployment',
      'needTransport',
      'needSubstanceUse',
      'needFaithAndCommunity',
    ]
    expect(recordFields.filter((field) => !found.has(field))).toEqual(without)
  })
})

test('a bare alias is that of the person in whose block it stands, and does not end the block', () => {
  const { mapping } = guessColumns(['Victim name', 'AKA', 'Language', 'DOB', 'Perpetrator', 'Alias', 'DOB'])
  expect(mapping).toMatchObject({
    victimAliases: 1,
    victimLanguage: 2,
    victimDateOfBirth: 3,
    perpetratorAliases: 5,
    perpetratorDateOfBirth: 6,
  })
})

test('whatever the headings and their order, no column feeds two fields and each is placed or named with a reason', () => {
  const heading = fc.oneof(fc.constantFrom(...headings.map(([text]) => text)), fc.string({ maxLength: 30 }))
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 40 }), (header) => {
      const { mapping, unplaced } = guessColumns(header)
      const used = Object.values(mapping).filter((column) => column !== null)
      expect(new Set(used).size).toBe(used.length)
      expect([...used, ...unplaced.map(({ column }) => column)].toSorted((a, b) => a - b)).toEqual(header.map((_, index) => index))
    }),
    { numRuns: 300 },
  )
})

test('case, accents and punctuation of a heading change nothing', () => {
  const placed = headings.filter((entry): entry is readonly [string, ReferralField] => entry[1] !== null)
  fc.assert(
    fc.property(fc.constantFrom(...placed), fc.constantFrom('', ':', ' *', ' (optional)'), fc.boolean(), ([text, field], tail, isUpper) => {
      const plain = text.normalize('NFKD').replace(/\p{M}/gu, '')
      const { mapping } = guessColumns([`${isUpper ? plain.toUpperCase() : plain}${tail}`])
      expect(mapping[field]).toBe(0)
    }),
    { numRuns: 200 },
  )
})
