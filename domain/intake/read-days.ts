import { addMonths, type IsoDate } from '../dates.ts'
import type { DayOrder } from './day-order.ts'
import { oneLine, saysNothing, saysUnknown } from './plain-text.ts'
import { type DateCode, readDate } from './read-date.ts'
import { readFlag } from './read-flag.ts'

export type DaysOptions = { readonly today: IsoDate; readonly order: DayOrder | null }

/** What a cell says of something that has a day: `text` is all that it says, `rest` what is left of it without the days. */
export type DaysRead =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'flag'; readonly isYes: boolean }
  | {
      readonly kind: 'days'
      readonly days: readonly { readonly date: IsoDate; readonly isEnd: boolean }[]
      readonly text: string
      readonly rest: string
    }
  | { readonly kind: 'refused'; readonly code: DateCode; readonly suggestions: readonly string[] }
  | { readonly kind: 'words'; readonly text: string }

const anyDate =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b|\d{1,2}(?:st|nd|rd|th|º)?[ -](?:of |de )?\p{L}{3,10}\.?,?[ -](?:de |del )?\d{4}|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}/giu
const endWords = /(?:\b(?:until|till|to|thru|through|ends?|ending|expires?|expiring|expiry|hasta|vence|al?)\b|[-–—])\s*:?\s*$/iu
const oldestYears = 30
const furthestYears = 50

/** The first and the last day on which something can have happened. */
export function daysBounds(today: IsoDate): { readonly earliest: IsoDate; readonly latest: IsoDate } {
  return { earliest: addMonths(today, -12 * oldestYears), latest: today }
}

/** The days of a cell that may say more than days: `03/11/2026`, `from 3 Nov 2026 to 3 May 2027`, `Yes, 03/11/2026`, `pending`. */
export function readDays(cell: string, { today, order }: DaysOptions): DaysRead {
  const text = oneLine(cell)
  if (saysNothing(text) || saysUnknown(text)) return { kind: 'nothing' }
  const flag = readFlag(text)
  if (flag !== null) return { kind: 'flag', isYes: flag }
  const options = {
    order,
    twoDigitYears: 'recent',
    today,
    earliest: daysBounds(today).earliest,
    latest: addMonths(today, 12 * furthestYears),
  } as const
  const whole = readDate(text, options)
  if (whole.kind === 'date') return { kind: 'days', days: [{ date: whole.date, isEnd: false }], text, rest: '' }
  if (whole.code !== 'notADate') return whole
  const days: { date: IsoDate; isEnd: boolean }[] = []
  for (const match of text.matchAll(anyDate)) {
    const read = readDate(match[0], options)
    if (read.kind === 'refused') {
      if (read.code === 'notADate') continue
      return read
    }
    days.push({ date: read.date, isEnd: endWords.test(text.slice(0, match.index)) })
  }
  if (days.length === 0) return { kind: 'words', text }
  const rest = text
    .replace(anyDate, ' ')
    .replace(/^\s*(?:yes|si|sí|y)\b/iu, ' ')
    .replace(/\b(?:from|since|until|till|to|on|desde|hasta|el)\b|[-–—,;:()]/giu, ' ')
    .trim()
  return { kind: 'days', days, text, rest: rest === '' ? '' : text }
}
