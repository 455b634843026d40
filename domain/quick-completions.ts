import { daysInMonth, type IsoDate } from './dates.ts'
import { monthNamed } from './month-names.ts'
import { type QuickContext, splitAgency } from './quick-action.ts'
import { flagOf, needFlag, needFlagWord, quickMarks } from './quick-marks.ts'
import { needDomains } from './record/need.ts'
import { agenciesLike, type SpeakableAgency } from './spoken-agency.ts'
import { readSpokenDate } from './spoken-date.ts'

export type QuickOption =
  | { readonly kind: 'agency'; readonly text: string; readonly agency: SpeakableAgency }
  | { readonly kind: 'date'; readonly text: string; readonly dueOn: IsoDate }
  | { readonly kind: 'flag'; readonly text: string }

/** What could stand from `start` to `end` (the cursor) in place of what does; the first is what Tab takes. */
export type QuickCompletions = { readonly start: number; readonly end: number; readonly options: readonly QuickOption[] }

const dateWords = {
  en: ['today', 'tomorrow', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'next week', 'in 2 weeks', 'in 3 days', 'end of month'],
  es: [
    'hoy',
    'mañana',
    'lunes',
    'martes',
    'miércoles',
    'jueves',
    'viernes',
    'la semana que viene',
    'en 2 semanas',
    'en 3 días',
    'fin de mes',
  ],
} as const
const monthWords = {
  en: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
} as const
const mostOptions = 7

/** What the word at the cursor could become: an agency before the colon, a date after `by`, a flag after `!`, a need after `!need`. Empty where nothing fits. */
export function quickCompletions(text: string, cursor: number, context: QuickContext, language: 'en' | 'es'): QuickCompletions {
  const before = text.slice(0, cursor)
  const { colon } = splitAgency(text, context.agencies)
  if (colon === -1 || cursor <= colon) return agencyOptions(before, cursor, context.agencies)
  const need = /(?<=\s)!(?:need|necesidad)\s+\p{L}*$/iu.exec(before)
  if (need) return { start: need.index, end: cursor, options: needOptions(need[0], language) }
  const flag = /(?<=\s)![\p{L}]*$/u.exec(before)
  if (flag) return { start: flag.index, end: cursor, options: flagOptions(flag[0], language) }
  const date = /(?<=\s)(?:by|due|para|hasta|antes del?)\s+([^!"]*)$/iu.exec(before)
  if (date?.[1] !== undefined) return { start: cursor - date[1].length, end: cursor, options: dateOptions(date[1], context, language) }
  return { start: cursor, end: cursor, options: [] }
}

/** The line and the cursor after an option was taken. */
export function takeOption(
  text: string,
  { start, end }: QuickCompletions,
  option: QuickOption,
): { readonly text: string; readonly cursor: number } {
  const added = option.kind === 'agency' ? `${option.text}: ` : option.kind === 'flag' ? `${option.text} ` : option.text
  const after = text.slice(end)
  const rest = option.kind === 'agency' ? after.replace(/^[^:]*:\s*/u, '') : option.kind === 'flag' ? after.trimStart() : after
  return { text: text.slice(0, start) + added + rest, cursor: start + added.length }
}

function agencyOptions(before: string, end: number, agencies: readonly SpeakableAgency[]): QuickCompletions {
  const options = agenciesLike(before, agencies)
    .slice(0, mostOptions)
    .map((agency): QuickOption => ({ kind: 'agency', text: agency.name, agency }))
  return { start: 0, end, options }
}

function needOptions(begun: string, language: 'en' | 'es'): readonly QuickOption[] {
  const said = begun.toLowerCase().replace(/^!\S+\s+/u, `!${needFlagWord[language]} `)
  return needDomains
    .map((domain) => needFlag(domain, language))
    .filter((flag) => flag.startsWith(said) && flag !== said)
    .map((text) => ({ kind: 'flag', text }))
}

function flagOptions(begun: string, language: 'en' | 'es'): readonly QuickOption[] {
  return [...quickMarks.map((mark) => flagOf(mark, language)), `!${needFlagWord[language]}`]
    .filter((flag) => flag.startsWith(begun.toLowerCase()) && flag !== begun)
    .map((text) => ({ kind: 'flag', text }))
}

function dateOptions(begun: string, context: QuickContext, language: 'en' | 'es'): readonly QuickOption[] {
  const said = begun.toLowerCase()
  const numbered = /^(\d{1,2}(?: de)? )(\p{L}*)$/u.exec(said)
  const day = Number.parseInt(said, 10)
  const words: readonly string[] = numbered
    ? monthWords[language]
        .filter((month) => month.startsWith(numbered[2] ?? '') && day >= 1 && day <= daysInMonth(2024, monthNamed(month) ?? 1))
        .map((month) => `${numbered[1]}${month}`)
    : dateWords[language].filter((word) => word.startsWith(said))
  return words
    .filter((word) => word !== said)
    .flatMap((word): readonly QuickOption[] => {
      const dueOn = readSpokenDate(word, context)
      return dueOn === null ? [] : [{ kind: 'date', text: word, dueOn }]
    })
    .toSorted((a, b) => (a.kind === 'date' && b.kind === 'date' && numbered ? a.dueOn.localeCompare(b.dueOn) : 0))
    .slice(0, mostOptions)
}
