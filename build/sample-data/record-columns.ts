import { addDays, type IsoDate } from '#domain/dates.ts'

/** Columns of the sample spreadsheet that speak of the record of a case; the last has no field, and is there to be kept in a note. */
export const recordColumns = [
  'What she wants',
  'Victim aware of Marac?',
  'Safe time to call',
  'Incident date',
  'Type of incident',
  'Housing needs',
  'Arrest date',
  'Bail conditions',
  'Perp aware of Marac?',
  'Neighbourhood beat',
] as const
export type RecordColumns = Readonly<Record<(typeof recordColumns)[number], string>>

const wants = [
  'To stay in the flat with new locks',
  'That he gets help and keeps away',
  'To move near her sister',
  'That the children can sleep',
] as const
const aware = ['Yes', 'No', 'not safe to ask', 'Y'] as const
const times = ['Weekdays 9 to 12', 'While the children are at school', ''] as const
const kinds = ['Threats', 'Physical assault', 'Harassment', 'Criminal damage'] as const
const housing = ['needs a refuge space', '', 'met', 'no'] as const
const conditions = ['', 'Not to enter her street; to sign on Tuesdays', ''] as const

const pick = (words: readonly string[], turn: number) => words[turn % words.length] ?? ''
const ukDate = (date: IsoDate) => date.split('-').toReversed().join('/')

/** What one row says of the record. The newest rows say nothing of it: their cases are recorded on the screen. A known pair has no incident here. */
export function recordCells(turn: number, receivedOn: IsoDate, isKnown: boolean): RecordColumns {
  const isTelling = turn < 24
  const said = (words: readonly string[]) => (isTelling ? pick(words, turn) : '')
  const hasIncident = isTelling && !isKnown && turn % 3 !== 2
  return {
    'What she wants': turn % 2 === 0 ? said(wants) : '',
    'Victim aware of Marac?': said(aware),
    'Safe time to call': said(times),
    'Incident date': hasIncident ? ukDate(addDays(receivedOn, -2)) : '',
    'Type of incident': hasIncident ? said(kinds) : '',
    'Housing needs': said(housing),
    'Arrest date': hasIncident && turn % 4 === 1 ? ukDate(addDays(receivedOn, -1)) : '',
    'Bail conditions': hasIncident && turn % 4 === 1 ? said(conditions) : '',
    'Perp aware of Marac?': turn % 5 === 0 ? said(['No', 'unknown']) : '',
    'Neighbourhood beat': `QV${String((turn % 6) + 1)}`,
  }
}
