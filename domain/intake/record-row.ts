import type { IsoDate } from '../dates.ts'
import { nameKey } from '../person.ts'
import type { IncidentKind } from '../record/incident.ts'
import type { DayOrder } from './day-order.ts'
import { oneLine, plainText, saysNothing, saysUnknown } from './plain-text.ts'
import { readAskedAnswer } from './read-answer.ts'
import { readIncidentKind } from './read-incident-kind.ts'
import { readPeople } from './read-people.ts'
import { recordEntries } from './record-entries.ts'
import type { RecordField } from './record-fields.ts'
import type { ReferralField, ReferralValues } from './referral-fields.ts'
import type { problemsOf, RowNote } from './row-problem.ts'
import { RowRecord } from './row-record.ts'

/** A column that was chosen to be kept in a note, and what a row has in it. */
export type KeptCell = { readonly column: string; readonly cell: string }

export type RecordReading = {
  readonly values: ReferralValues
  readonly columns: Readonly<Partial<Record<ReferralField, string>>>
  readonly today: IsoDate
  readonly order: DayOrder | null
  /** The day of the referral, by which what she said is dated. */
  readonly on: IsoDate
  readonly kept: readonly KeptCell[]
  readonly add: ReturnType<typeof problemsOf<ReferralField>>['add']
  readonly note: (field: ReferralField, code: RowNote['code'], value?: string) => void
}

export type RecordRead = {
  readonly record: RowRecord
  readonly incidentKind: IncidentKind | null
  /** What belongs to the words of safe contact: times, and people who are not named. */
  readonly safeWords: readonly string[]
}

/** Collects what is kept as words: headed by its column, and said to the person where it was not chosen. */
export function keeper({ values, columns, note }: Pick<RecordReading, 'values' | 'columns' | 'note'>) {
  const lines: string[] = []
  const headed = (field: ReferralField, text: string) => (columns[field] === undefined ? text : `${oneLine(columns[field])}: ${text}`)
  return {
    lines,
    headed,
    keep: (field: ReferralField, text: string = plainText(values[field])): void => {
      lines.push(headed(field, text))
      note(field, 'keptInNote', oneLine(text))
    },
  }
}
export type Keeper = ReturnType<typeof keeper>

const noneSaid = /^(?:none|no|ninguna?|nil)$/iu

/** A cell of words that says something, cut to nothing where it says that there is none. */
function wordsOf(cell: string, clean: (text: string) => string = oneLine): string {
  const text = clean(cell)
  return saysNothing(text) || saysUnknown(text) || noneSaid.test(text) ? '' : text
}

/** The parts of a list in a cell; those that are too long, or too many, are kept as words. */
function listOf(cell: string, separator: RegExp, most: number, field: ReferralField, { keep }: Keeper): string[] {
  const parts = wordsOf(cell, plainText)
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const fitting = parts.filter((part) => part.length <= most).slice(0, 20)
  for (const part of parts) if (!fitting.includes(part)) keep(field, part)
  return fitting
}

/**
 * Reads what a row says for the record of a case. What is no answer to its question, or nothing that a field can hold, is kept as words in a note;
 * a day that cannot be read is a problem of its cell. Nothing that is written in a mapped column is dropped.
 */
export function readRowRecord(reading: RecordReading): RecordRead {
  const { values, add } = reading
  const keeping = keeper(reading)
  const { keep, headed, lines } = keeping
  const limited = (field: RecordField, most: number, clean?: (text: string) => string): string => {
    const text = wordsOf(values[field], clean)
    if (text.length > most) add(field, 'tooLong', { expected: { most } })
    return text
  }

  const interpreter = readInterpreter(values.victimInterpreter)
  if (interpreter.kind === 'unclear') keep('victimInterpreter')
  else if (interpreter.rest !== '') keep('victimInterpreter', interpreter.rest)
  const victim = {
    aliases: listOf(values.victimAliases, /[;,\n/|]|\baka\b/iu, 160, 'victimAliases', keeping),
    otherAddresses: listOf(values.victimOtherAddress, /;|\||\n\n/u, 400, 'victimOtherAddress', keeping),
    otherPhones: listOf(values.victimOtherPhone, /[;,\n/|]/u, 60, 'victimOtherPhone', keeping),
    language: limited('victimLanguage', 80),
    needsInterpreter: interpreter.kind === 'answer' ? interpreter.answer : 'unknown',
    accessNeeds: limited('victimAccessNeeds', 500, plainText),
  }
  const perpetrator = {
    aliases: listOf(values.perpetratorAliases, /[;,\n/|]|\baka\b/iu, 160, 'perpetratorAliases', keeping),
    otherAddresses: listOf(values.perpetratorOtherAddress, /;|\||\n\n/u, 400, 'perpetratorOtherAddress', keeping),
  }

  const incident = readIncidentKind(values.incidentKind)
  if (incident.kind === 'unclear') keep('incidentKind')

  const safeWords: string[] = []
  const time = wordsOf(values.safeContactTime, plainText)
  if (time !== '') safeWords.push(headed('safeContactTime', time))
  const ties = (['safeToTalkTo', 'notSafeToTalkTo'] as const).flatMap((field) => {
    const { people, unclear } = readPeople(values[field])
    for (const part of unclear) safeWords.push(headed(field, part))
    return people.map(({ name, role, side, said }) => ({
      name,
      tie: { role, side, isSafeToTalkTo: field === 'safeToTalkTo' ? ('yes' as const) : ('no' as const), note: said === name ? '' : said },
    }))
  })
  // Of one person both is said: the warning stands.
  const warned = new Set(ties.filter(({ tie }) => tie.isSafeToTalkTo === 'no').map(({ name }) => nameKey(name)))
  const kept = ties.filter(({ name, tie }) => tie.isSafeToTalkTo === 'no' || !warned.has(nameKey(name)))

  const entries = recordEntries(reading, keeping, limited)
  for (const { column, cell } of reading.kept) {
    const text = plainText(cell)
    if (text !== '') lines.push(column.trim() === '' ? text : `${oneLine(column)}: ${text}`)
  }
  return {
    record: RowRecord.parse({ victim: cutForParse(victim), perpetrator, ties: kept.slice(0, 40), entries, notes: lines }),
    incidentKind: incident.kind === 'incident' ? incident.incident : null,
    safeWords,
  }
}

/** What is too long is a problem of the row, which is then refused: the record of it need only be well formed. */
function cutForParse<Gain extends { readonly language: string; readonly accessNeeds: string }>(gain: Gain): Gain {
  return { ...gain, language: gain.language.slice(0, 80), accessNeeds: gain.accessNeeds.slice(0, 500) }
}

function readInterpreter(
  cell: string,
): { readonly kind: 'unclear' } | { readonly kind: 'answer'; readonly answer: 'yes' | 'no' | 'unknown'; readonly rest: string } {
  const text = oneLine(cell)
  if (/^(?:none|not needed|not required|no need|no necesita|no hace falta)\b.{0,20}$/iu.test(text))
    return { kind: 'answer', answer: 'no', rest: '' }
  const read = readAskedAnswer(text)
  if (read.kind === 'nothing') return { kind: 'answer', answer: 'unknown', rest: '' }
  if (read.kind === 'answer' && read.answer !== 'notSafe') return { kind: 'answer', answer: read.answer, rest: read.rest }
  const asksForOne =
    /\b(?:interpret|translat|int[eé]rprete|traduc|needed|required|necesita)/iu.test(text) && !/\b(?:no|not|sin)\b/iu.test(text)
  return asksForOne
    ? { kind: 'answer', answer: 'yes', rest: /^(?:needed|required|interpreter needed)$/iu.test(text) ? '' : text }
    : { kind: 'unclear' }
}
