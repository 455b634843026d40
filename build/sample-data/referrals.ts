import { addDays, type IsoDate } from '#domain/dates.ts'
import { sampleAgencies } from './agencies.ts'
import { csvText } from './csv-text.ts'
import { samplePair, type SamplePair } from './pairs.ts'
import { recordCells, recordColumns } from './record-columns.ts'
import { seededRandom } from './seeded-random.ts'
import { themeFor } from './themes/index.ts'

const header = [
  'Victim name',
  'Client DOB',
  'Address',
  'Tel',
  'Perp',
  'Offender DOB',
  'Offender address',
  'Relationship',
  'Referring Agency',
  'Date of referral',
  'DASH score',
  'No. of children',
  'Criteria',
  'Reason',
  'Repeat?',
  ...recordColumns,
] as const
type Row = Readonly<Record<(typeof header)[number], string>>

/** Which rows (as a spreadsheet numbers them) speak of a pair that the history holds already. All others are of pairs from `firstNewPair` on. */
const knownPairByRow: ReadonlyMap<number, number> = new Map([
  [5, 1],
  [13, 4],
  [21, 9],
  [30, 16],
  [39, 19],
])
const firstNewPair = 24
const rowCount = 40

/**
 * What an import of `referralsCsv` must come to with the agencies of `agenciesCsv` and without making new ones, with or without the history. Rows
 * are numbered as a spreadsheet numbers them, the header being 1.
 */
export const expectedReferrals = {
  rows: rowCount,
  ready: 36,
  refused: 3,
  duplicate: 1,
  /** Ready rows whose pair the history already holds: they go onto the known case and are repeats. */
  knownPairs: knownPairByRow.size,
  trouble: [
    { row: 9, column: 'Date of referral', code: 'impossibleDate' },
    { row: 18, column: 'Referring Agency', code: 'unknownAgency' },
    { row: 27, column: 'Perp', code: 'unknownPerson' },
    { row: 36, column: null, code: 'sameReferral' },
  ],
} as const

const closings = [
  'Knows of this referral and agrees.',
  'Has not been told of the referral; it was not safe to ask.',
  'Agreed by phone while at work.',
  'Asks that no letter is sent.',
  'Would like to hear from the advocate first.',
  'Second worker in the room when the form was filled in.',
] as const

const ukDate = (date: IsoDate) => date.split('-').toReversed().join('/')
const agesText = (ages: readonly number[]) =>
  ages.length === 0 ? '0' : ages.length === 2 ? `2 (aged ${ages.join(' and ')})` : String(ages.length)

function criteriaOf(score: number, turn: number): string {
  if (score >= 14) return turn % 4 === 0 ? 'Visible high risk, escalation' : 'Visible high risk'
  return turn % 3 === 0 ? 'Potential escalation' : 'Professional judgement: frightened, and the last incident is played down on the form'
}

function rowOf(pair: SamplePair, turn: number, receivedOn: IsoDate, score: number, agency: string, isRepeat: boolean): Row {
  const theme = themeFor(turn, pair.childAges.length > 0)
  return {
    'Victim name': pair.victim.name,
    'Client DOB': pair.victim.dateOfBirth ? ukDate(pair.victim.dateOfBirth) : '',
    Address: pair.victim.address,
    Tel: pair.victim.phone,
    Perp: pair.perpetrator.name,
    'Offender DOB': pair.perpetrator.dateOfBirth ? ukDate(pair.perpetrator.dateOfBirth) : '',
    'Offender address': pair.perpetrator.address,
    Relationship: pair.relationship,
    'Referring Agency': agency,
    'Date of referral': ukDate(receivedOn),
    'DASH score': String(score),
    'No. of children': agesText(pair.childAges),
    Criteria: isRepeat ? `${criteriaOf(score, turn)}; repeat` : criteriaOf(score, turn),
    Reason: `${theme.reason}${turn % 7 === 3 ? '\n' : ' '}${closings[turn % closings.length] ?? ''}`,
    'Repeat?': isRepeat ? 'Y' : 'N',
    ...recordCells(turn, receivedOn, isRepeat),
  }
}

/** The troubles of ordinary spreadsheets, one row each; what they must lead to stands in `expectedReferrals`. */
function withTrouble(rows: readonly Row[], today: IsoDate): readonly Row[] {
  return rows.map((row, index) => {
    switch (index + 2) {
      case 9:
        return { ...row, 'Date of referral': `31/02/${today.slice(0, 4)}` }
      case 18:
        return { ...row, 'Referring Agency': 'Quil Vally Police' }
      case 27:
        return { ...row, Perp: 'not known', 'Offender DOB': '', 'Offender address': '' }
      case 36:
        return rows[10] ?? row
      default:
        return row
    }
  })
}

/** This month's 40 referrals in the layout of a team's own spreadsheet, received in the 26 days before `today`. */
export function referralsCsv(today: IsoDate): string {
  const random = seededRandom(960_123)
  const [firstAgency = '', ...moreAgencies] = sampleAgencies.map(({ name }) => name)
  const rows = Array.from({ length: rowCount }, (_, turn) => {
    const known = knownPairByRow.get(turn + 2)
    const receivedOn = addDays(today, -26 + Math.floor((turn * 26) / rowCount))
    const score = random.between(1, 10) <= 7 ? random.between(14, 22) : random.between(8, 13)
    // Police send about half of what a team receives.
    const agency = random.between(1, 2) === 1 ? firstAgency : random.pick([firstAgency, ...moreAgencies])
    return rowOf(
      samplePair(known ?? firstNewPair + turn - [...knownPairByRow.keys()].filter((row) => row < turn + 2).length),
      turn,
      receivedOn,
      score,
      agency,
      known !== undefined,
    )
  })
  return csvText([[...header], ...withTrouble(rows, today).map((row) => header.map((name) => row[name]))])
}
