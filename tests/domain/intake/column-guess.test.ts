import { guessColumns } from '#domain/intake/column-guess.ts'
import type { ReferralField } from '#domain/intake/referral-fields.ts'
import { describe, expect, test } from 'vitest'

/** One header by itself, and the field that it must (or, null, must not) feed. */
const headings: readonly (readonly [string, ReferralField | null])[] = [
  ['Victim name', 'victimName'],
  ['Victim', 'victimName'],
  ["Victim's name", 'victimName'],
  ['Name of victim', 'victimName'],
  ['Survivor', 'victimName'],
  ['Survivor Name', 'victimName'],
  ['Client', 'victimName'],
  ['Client name', 'victimName'],
  ['CLIENT FULL NAME', 'victimName'],
  ['Complainant', 'victimName'],
  ['Aggrieved', 'victimName'],
  ['IP name', 'victimName'],
  ['victim_name', 'victimName'],
  ['VictimName', 'victimName'],
  ['Vic', 'victimName'],
  ['Petitioner', 'victimName'],
  ['Nombre de la víctima', 'victimName'],
  ['Víctima', 'victimName'],
  ['Victim first name', 'victimFirstName'],
  ['Client forename', 'victimFirstName'],
  ['Survivor First', 'victimFirstName'],
  ['Victim surname', 'victimLastName'],
  ['Client last name', 'victimLastName'],
  ['Apellidos de la víctima', 'victimLastName'],
  ['Victim DOB', 'victimDateOfBirth'],
  ['Client DOB', 'victimDateOfBirth'],
  ['Victim D.O.B.', 'victimDateOfBirth'],
  ['Survivor date of birth', 'victimDateOfBirth'],
  ['VictimDOB', 'victimDateOfBirth'],
  ['Client birth date', 'victimDateOfBirth'],
  ['Victim Birthdate', 'victimDateOfBirth'],
  ['DOB of victim (dd/mm/yyyy)', 'victimDateOfBirth'],
  ['Fecha de nacimiento de la víctima', 'victimDateOfBirth'],
  ['Victim address', 'victimAddress'],
  ['Client postcode', 'victimAddress'],
  ['Survivor home address', 'victimAddress'],
  ['Domicilio de la víctima', 'victimAddress'],
  ['Victim phone', 'victimPhone'],
  ['Victim tel', 'victimPhone'],
  ['Client mobile', 'victimPhone'],
  ['Survivor contact number', 'victimPhone'],
  ['Victim telephone no.', 'victimPhone'],
  ['Client Cell #', 'victimPhone'],
  ['Victim safe number', null],
  ['Safe to contact?', 'safeContact'],
  ['Safe contact details', 'safeContact'],
  ['Safe to call', 'safeContact'],
  ['Safe contact method', 'safeContact'],
  ['Best way to contact', 'safeContact'],
  ['Contact instructions', 'safeContact'],
  ['Perp', 'perpetratorName'],
  ['Perpetrator', 'perpetratorName'],
  ['Perpetrator name', 'perpetratorName'],
  ['Offender Name', 'perpetratorName'],
  ['Alleged perpetrator', 'perpetratorName'],
  ['AP', 'perpetratorName'],
  ['Suspect', 'perpetratorName'],
  ['Suspect name', 'perpetratorName'],
  ['Respondent', 'perpetratorName'],
  ['Abuser', 'perpetratorName'],
  ['Defendant', 'perpetratorName'],
  ['Name of alleged perpetrator', 'perpetratorName'],
  ['Perpertrator', 'perpetratorName'],
  ['Agresor', 'perpetratorName'],
  ['Nombre del agresor', 'perpetratorName'],
  ['Perp first name', 'perpetratorFirstName'],
  ['Offender surname', 'perpetratorLastName'],
  ['Perp DOB', 'perpetratorDateOfBirth'],
  ['AP D.O.B', 'perpetratorDateOfBirth'],
  ['Offender date of birth', 'perpetratorDateOfBirth'],
  ['Perpetrator address', 'perpetratorAddress'],
  ['Suspect phone', 'perpetratorPhone'],
  ['Relationship', 'relationship'],
  ['Relationship to victim', 'relationship'],
  ['Relationship of perp to victim', 'relationship'],
  ['Victim/perp relationship', 'relationship'],
  ['Relación', 'relationship'],
  ['Referring Agency', 'sourceAgency'],
  ['Referral agency', 'sourceAgency'],
  ['Referring organisation', 'sourceAgency'],
  ['Agency', 'sourceAgency'],
  ['Referred by', 'sourceAgency'],
  ['Ref. by', 'sourceAgency'],
  ['Source', 'sourceAgency'],
  ['Referral source', 'sourceAgency'],
  ['Source of referral', 'sourceAgency'],
  ['Source agency', 'sourceAgency'],
  ['Referral from', 'sourceAgency'],
  ['Referrer', 'sourceAgency'],
  ['Agency name', 'sourceAgency'],
  ['Organismo derivante', 'sourceAgency'],
  ['Referring dept', 'sourceAgency'],
  ['Referrer name', 'sourceContact'],
  ['Referring officer', 'sourceContact'],
  ['Referring worker', 'sourceContact'],
  ['Contact name', 'sourceContact'],
  ['Agency contact', 'sourceContact'],
  ['OIC', 'sourceContact'],
  ['Date of referral', 'receivedOn'],
  ['Referral date', 'receivedOn'],
  ['Ref date', 'receivedOn'],
  ['Date referred', 'receivedOn'],
  ['Referred on', 'receivedOn'],
  ['Date received', 'receivedOn'],
  ['Referral received', 'receivedOn'],
  ['Date', 'receivedOn'],
  ['Fecha de derivación', 'receivedOn'],
  ['Date of referal', 'receivedOn'],
  ['MARAC date', null],
  ['Date of meeting', null],
  ['Previous referral date', null],
  ['Date of last referral', null],
  ['Review date', null],
  ['Date closed', null],
  ['No. of children', 'childrenCount'],
  ['Number of children', 'childrenCount'],
  ['# children', 'childrenCount'],
  ['#kids', 'childrenCount'],
  ['Children', 'childrenCount'],
  ['Kids', 'childrenCount'],
  ['Dependants', 'childrenCount'],
  ['No of dependents', 'childrenCount'],
  ['Children in household', 'childrenCount'],
  ['How many children?', 'childrenCount'],
  ['Child count', 'childrenCount'],
  ['N.º de hijos', 'childrenCount'],
  ['Children under 18', 'childrenCount'],
  ['Children names', 'childrenDetails'],
  ["Children's ages", 'childrenDetails'],
  ['Child DOBs', 'childrenDetails'],
  ['Children details', 'childrenDetails'],
  ["Children's schools", 'childrenDetails'],
  ['Criteria', 'criteria'],
  ['Referral criteria', 'criteria'],
  ['MARAC criteria met', 'criteria'],
  ['Threshold', 'criteria'],
  ['High risk Y/N', 'visibleHighRisk'],
  ['Visible high risk', 'visibleHighRisk'],
  ['VHR', 'visibleHighRisk'],
  ['Risk level', 'visibleHighRisk'],
  ['High Danger', 'visibleHighRisk'],
  ['Professional judgement', 'professionalJudgement'],
  ['Professional judgment?', 'professionalJudgement'],
  ['Prof. judgement', 'professionalJudgement'],
  ['PJ', 'professionalJudgement'],
  ['Reason for professional judgement', 'judgementReason'],
  ['Judgement rationale', 'judgementReason'],
  ['Escalation', 'escalation'],
  ['Potential escalation', 'escalation'],
  ['Escalating?', 'escalation'],
  ['Repeat?', 'repeat'],
  ['Repeat', 'repeat'],
  ['Repeat case (Y/N)', 'repeat'],
  ['New or repeat', 'repeat'],
  ['MARAC repeat', 'repeat'],
  ['Repeat victim', 'repeat'],
  ['DASH score', 'riskScore'],
  ['DASH', 'riskScore'],
  ['RIC score', 'riskScore'],
  ['Risk score', 'riskScore'],
  ['DASH RIC total', 'riskScore'],
  ['LAP', 'riskScore'],
  ['LAP score', 'riskScore'],
  ['Danger Assessment score', 'riskScore'],
  ['DA score', 'riskScore'],
  ['ODARA', 'riskScore'],
  ['Score', 'riskScore'],
  ['No. of ticks', 'riskScore'],
  ['Puntaje de riesgo', 'riskScore'],
  ['Risk tool', 'riskTool'],
  ['Assessment tool', 'riskTool'],
  ['DASH date', 'riskAssessedOn'],
  ['Date of risk assessment', 'riskAssessedOn'],
  ['RIC completed on', 'riskAssessedOn'],
  ['Incident date', 'incidentOn'],
  ['Date of incident', 'incidentOn'],
  ['Date of last incident', 'incidentOn'],
  ['Offence date', 'incidentOn'],
  ['Notes', 'summary'],
  ['Comments', 'summary'],
  ['Summary', 'summary'],
  ['Incident summary', 'summary'],
  ['Reason for referral', 'summary'],
  ['Details of incident', 'summary'],
  ['Background', 'summary'],
  ['Observaciones', 'summary'],
  ['Case ref', 'caseReference'],
  ['Case number', 'caseReference'],
  ['Ref', 'caseReference'],
  ['Our reference', 'caseReference'],
  ['URN', 'caseReference'],
  ['Case ID', 'caseReference'],
  ['MARAC ref', 'caseReference'],
  ['Victim ethnicity', null],
  ['Victim gender', null],
  ['Victim age', null],
  ['Gender', null],
  ['Outcome', null],
  ['Interpreter needed', 'victimInterpreter'],
  ['Victim email', null],
  ['Perpetrator occupation', null],
  ['GP', null],
  ['Crime number', null],
  ['Consent given', null],
  ['Victim and perpetrator', null],
  ['Victim name and DOB', null],
  ['DOB', null],
  ['Name', null],
  ['Address', null],
  ['Tel', null],
  ['Child of perpetrator address', null],
  ['Partner name', null],
  ['His DOB', null],
  ["Subject's address", null],
  ['Emergency contact number', null],
  ['DASH score (out of 24)', 'riskScore'],
  ['DASH grading', 'visibleHighRisk'],
  ['Additional info', 'summary'],
  ['Total children', 'childrenCount'],
  ['Partner agency', 'sourceAgency'],
  ['Actions', null],
  ['Zodiac', null],
  ['', null],
]

describe('a heading by itself', () => {
  test.each(headings)('%s feeds %s', (heading, field) => {
    const guess = guessColumns([heading])
    const fed = Object.entries(guess.fields).filter(([, placed]) => placed !== null)
    expect(fed.map(([name]) => name)).toEqual(field === null ? [] : [field])
    expect(guess.unplaced.map(({ header }) => header)).toEqual(field === null ? [heading] : [])
  })
})

/** Whole headers: what each field gets, by column index. */
function mapped(header: readonly string[], rows: readonly (readonly string[])[] = []): Record<string, number> {
  const { mapping } = guessColumns(header, rows)
  return Object.fromEntries(Object.entries(mapping).filter((entry): entry is [string, number] => entry[1] !== null))
}

function reasons(header: readonly string[], rows: readonly (readonly string[])[] = []): Record<string, string> {
  return Object.fromEntries(guessColumns(header, rows).unplaced.map(({ column, header: text, reason }) => [`${column} ${text}`, reason]))
}

describe('columns beside each other', () => {
  test('a bare DOB, address or phone belongs to the person whose block it stands in', () => {
    expect(mapped(['Victim name', 'DOB', 'Address', 'Tel', 'Perpetrator name', 'DOB', 'Address', 'Phone'])).toEqual({
      victimName: 0,
      victimDateOfBirth: 1,
      victimAddress: 2,
      victimPhone: 3,
      perpetratorName: 4,
      perpetratorDateOfBirth: 5,
      perpetratorAddress: 6,
      perpetratorPhone: 7,
    })
  })

  test('the block is the perpetrator’s where the perpetrator comes first', () => {
    expect(mapped(['Perp', 'D.O.B.', 'Victim', 'D.O.B.'])).toEqual({
      perpetratorName: 0,
      perpetratorDateOfBirth: 1,
      victimName: 2,
      victimDateOfBirth: 3,
    })
  })

  test('a column that feeds nothing does not end a block', () => {
    expect(mapped(['Victim name', 'Gender', 'DOB'])).toMatchObject({ victimDateOfBirth: 2 })
  })

  test('a bare DOB behind two names stays unplaced, for it may be either’s', () => {
    expect(mapped(['Victim', 'Perpetrator', 'DOB'])).toEqual({ victimName: 0, perpetratorName: 1 })
    expect(reasons(['Victim', 'Perpetrator', 'DOB'])).toEqual({ '2 DOB': 'whosePerson' })
  })

  test('a bare DOB behind two names is the one’s whose partner has a DOB of their own', () => {
    expect(mapped(['Victim DOB', 'Victim', 'Perpetrator', 'DOB'])).toMatchObject({ victimDateOfBirth: 0, perpetratorDateOfBirth: 3 })
  })

  test('a bare DOB behind another agency column stays unplaced', () => {
    expect(reasons(['Victim', 'Perpetrator', 'Agency', 'DOB'])).toEqual({ '3 DOB': 'whosePerson' })
  })

  test('leading bare columns before named perpetrator columns are the victim’s, with less confidence', () => {
    const header = ['Name', 'DOB', 'Perpetrator name', 'Perpetrator DOB']
    expect(mapped(header)).toEqual({ victimName: 0, victimDateOfBirth: 1, perpetratorName: 2, perpetratorDateOfBirth: 3 })
    const { fields } = guessColumns(header)
    expect(fields.victimName).toMatchObject({ basis: 'position' })
    expect(fields.victimName?.confidence).toBeLessThan(fields.perpetratorName?.confidence ?? 0)
  })

  test('a bare name is never given to the perpetrator by elimination', () => {
    expect(mapped(['Victim name', 'Agency', 'Name'])).toEqual({ victimName: 0, sourceAgency: 1 })
  })

  test('nobody is guessed where no column says whose it is', () => {
    expect(reasons(['Name', 'DOB', 'Address'])).toEqual({ '0 Name': 'whosePerson', '1 DOB': 'whosePerson', '2 Address': 'whosePerson' })
  })

  test('the header of the issue is placed, and the second perpetrator column is named as left over', () => {
    const header = [
      'Victim name',
      'Client DOB',
      'Perp',
      'Offender Name',
      'Referring Agency',
      'Date of referral',
      'DASH score',
      'No. of children',
    ]
    expect(mapped(header)).toEqual({
      victimName: 0,
      victimDateOfBirth: 1,
      perpetratorName: 3,
      sourceAgency: 4,
      receivedOn: 5,
      riskScore: 6,
      childrenCount: 7,
    })
    expect(reasons(header)).toEqual({ '2 Perp': 'taken' })
  })

  test.each(['His DOB', 'Partner DOB', 'Subject DOB', 'Mother’s DOB', 'GP address', 'Emergency contact number'])(
    '%s beside the victim is not the victim’s',
    (heading) => {
      expect(mapped(['Victim name', heading, 'Perpetrator name'])).toEqual({ victimName: 0, perpetratorName: 2 })
    },
  )

  test('a column feeds one field, a field takes one column', () => {
    const { mapping } = guessColumns(['Notes', 'Comments', 'Victim', 'Client', 'Date', 'Date received', 'Agency', 'Source'])
    const used = Object.values(mapping).filter((column) => column !== null)
    expect(new Set(used).size).toBe(used.length)
  })
})

describe('cells settle what a heading leaves open', () => {
  const rows = (cells: readonly string[]) => cells.map((cell) => [cell])
  test('a column of risk is a score where it holds numbers, a grade where it holds grades', () => {
    expect(mapped(['Risk assessment'], rows(['17', '14', '9']))).toEqual({ riskScore: 0 })
    expect(mapped(['Risk assessment'], rows(['DASH', 'DASH', 'LAP']))).toEqual({ riskTool: 0 })
  })

  test('the reasons of referrals are criteria where they name them', () => {
    expect(mapped(['Reason for referral'], rows(['Visible high risk', 'Professional judgement', 'Repeat']))).toEqual({ criteria: 0 })
    expect(mapped(['Reason for referral'], rows(['He broke the door', 'She fears he will come back']))).toEqual({ summary: 0 })
  })

  test('a referrer is an agency or a person by the look of the cells', () => {
    expect(mapped(['Referrer'], rows(['Riverton Police', 'Housing service', 'St Elm Hospital']))).toEqual({ sourceAgency: 0 })
    expect(
      mapped(
        ['Agency', 'Referred by'],
        [
          ['Riverton Police', 'Sam Quill'],
          ['Housing', 'Ada Fenn'],
        ],
      ),
    ).toEqual({ sourceAgency: 0, sourceContact: 1 })
  })

  test('a column of names without dates is no date of birth', () => {
    expect(mapped(['Victim DOB'], rows(['unknown to us', 'ask Ada', 'see file']))).toEqual({})
  })

  test('children as names are details', () => {
    expect(mapped(['Children'], rows(['Tom (4), Una (6)', 'Vic (2)', 'Wes']))).toEqual({ childrenDetails: 0 })
    expect(mapped(['Children'], rows(['2', 'none', '1 (aged 4)']))).toEqual({ childrenCount: 0 })
  })
})
