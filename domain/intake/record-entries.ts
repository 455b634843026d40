import type { z } from 'zod'
import type { EntryContent } from '../record/entry.ts'
import type { Measure } from '../record/measure.ts'
import type { NeedDomain } from '../record/need.ts'
import { plainText } from './plain-text.ts'
import { readAskedAnswer } from './read-answer.ts'
import { daysBounds, readDays } from './read-days.ts'
import { readLink } from './read-link.ts'
import { readMeasure } from './read-measure.ts'
import { readNeed, readNeedList } from './read-need.ts'
import { linkFields, measureFields, needFields, type RecordField } from './record-fields.ts'
import type { Keeper, RecordReading } from './record-row.ts'

type Draft = z.input<typeof EntryContent>
type Limited = (field: RecordField, most: number, clean?: (text: string) => string) => string

const entriesOf = <Fields extends object>(fields: Fields) => Object.entries(fields) as [keyof Fields, Fields[keyof Fields]][]

/** The entries of the record that a row gives. */
export function recordEntries(reading: RecordReading, keeping: Keeper, limited: Limited): readonly Draft[] {
  return [
    ...voiceOf(reading, keeping, limited),
    ...awarenessOf(reading, keeping),
    ...needsOf(reading, keeping),
    ...linksOf(reading, keeping),
    ...measuresOf(reading, keeping),
  ]
}

function voiceOf({ values, on }: RecordReading, { keep }: Keeper, limited: Limited): readonly Draft[] {
  const answer = (field: 'wasAsked' | 'knowsOfMeeting') => {
    const read = readAskedAnswer(values[field])
    if (read.kind === 'unclear') keep(field)
    if (read.kind === 'answer' && read.rest !== '') keep(field, read.rest)
    return read.kind === 'answer' ? read.answer : 'unknown'
  }
  const [wants, fears] = [limited('wants', 2000, plainText), limited('fears', 2000, plainText)]
  const [toldBy, codeWord] = [limited('toldBy', 200), limited('codeWord', 80)]
  const [wasAsked, knowsOfMeeting] = [answer('wasAsked'), answer('knowsOfMeeting')]
  const isSaid = [wants, fears, toldBy, codeWord].some((text) => text !== '') || wasAsked !== 'unknown' || knowsOfMeeting !== 'unknown'
  if (!isSaid) return []
  const cut = { wants: wants.slice(0, 2000), fears: fears.slice(0, 2000), toldBy: toldBy.slice(0, 200), codeWord: codeWord.slice(0, 80) }
  return [{ kind: 'voice', on, wasAsked, knowsOfMeeting, ...cut }]
}

function awarenessOf({ values, on }: RecordReading, { keep }: Keeper): readonly Draft[] {
  const read = readAskedAnswer(values.perpetratorAware)
  if (read.kind === 'nothing') return []
  if (read.kind === 'unclear' || read.answer === 'notSafe' || read.rest.length > 1000) {
    keep('perpetratorAware')
    return []
  }
  return [{ kind: 'awareness', on, heKnows: read.answer, note: read.rest }]
}

function needsOf({ values }: RecordReading, { keep }: Keeper): readonly Draft[] {
  const needs = new Map<NeedDomain, Draft>()
  const { open, unclear } = readNeedList(values.needs)
  for (const domain of open) needs.set(domain, { kind: 'need', domain, state: 'open' })
  for (const part of unclear) keep('needs', part)
  for (const [field, domain] of entriesOf(needFields)) {
    const read = readNeed(values[field])
    if (read === null) continue
    if (read.note.length > 1000) keep(field)
    needs.set(domain, { kind: 'need', domain, state: read.state, note: read.note.length > 1000 ? '' : read.note })
  }
  return [...needs.values()]
}

function linksOf({ values, add, today, order }: RecordReading, { keep }: Keeper): readonly Draft[] {
  return entriesOf(linkFields).flatMap(([field, { link, mayBeAhead }]): readonly Draft[] => {
    const read = readLink(values[field], mayBeAhead, { today, order })
    switch (read.kind) {
      case 'nothing':
        return []
      case 'unclear':
        keep(field)
        return []
      case 'refused':
        add(field, read.code, { suggestions: read.suggestions, expected: daysBounds(today) })
        return []
      case 'link': {
        const { state, on, note } = read
        if (note.length > 1000) keep(field)
        return [{ kind: 'chainLink', link, state, on, note: note.length > 1000 ? '' : note }]
      }
    }
  })
}

function measuresOf(reading: RecordReading, { keep }: Keeper): readonly Draft[] {
  const { values, add, today, order } = reading
  const measures = new Map<Measure['measure'], z.input<typeof Measure>>()
  for (const [field, measure] of entriesOf(measureFields)) {
    const read = readMeasure(values[field], { today, order })
    if (read.kind === 'unclear') keep(field)
    if (read.kind === 'refused') add(field, read.code, { suggestions: read.suggestions, expected: daysBounds(today) })
    if (read.kind === 'measure') {
      const { state, from, until, conditions } = read
      measures.set(measure, { kind: 'measure', measure, state, from, until, conditions })
    }
  }
  withBail(reading, keep, measures)
  return [...measures.values()]
}

/** Conditions of bail say that he is on bail, unless the column of bail says otherwise; its end may stand in a column of its own. */
function withBail(
  { values, add, today, order }: RecordReading,
  keep: Keeper['keep'],
  measures: Map<Measure['measure'], z.input<typeof Measure>>,
): void {
  const until = readDays(values.bailUntil, { today, order })
  const conditions = /^(?:none|no|n\/a|ninguna|-|)$/iu.test(plainText(values.bailConditions)) ? '' : plainText(values.bailConditions)
  if (until.kind === 'refused') add('bailUntil', until.code, { suggestions: until.suggestions, expected: daysBounds(today) })
  const day = until.kind === 'days' && until.days.length === 1 ? (until.days[0]?.date ?? null) : null
  const isUntilKept =
    until.kind === 'words' || (until.kind === 'days' && (day === null || until.rest !== '')) || (until.kind === 'flag' && until.isYes)
  if (isUntilKept) keep('bailUntil')
  if (conditions === '' && day === null) return
  const known = measures.get('bail') ?? { kind: 'measure', measure: 'bail', state: day !== null && day < today ? 'ended' : 'inForce' }
  const words = [known.conditions ?? '', conditions].filter((part) => part !== '').join('\n')
  if (words.length > 1000) keep('bailConditions', conditions)
  const ends = known.until ?? day
  measures.set('bail', { ...known, until: ends, conditions: words.length > 1000 ? (known.conditions ?? '') : words })
  // Two ends that differ: the one beside the measure holds, the other is kept.
  if (day !== null && ends !== day) keep('bailUntil')
}
