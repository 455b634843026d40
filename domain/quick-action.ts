import type { IsoDate } from './dates.ts'
import { afterAction, flagOf, markOf, needFlag, needMark, needOf, type QuickMark, quickMarks } from './quick-marks.ts'
import type { NeedDomain } from './record/need.ts'
import { type AgencyReading, readAgency, type SpeakableAgency } from './spoken-agency.ts'
import { type DateContext, looksLikeDate, readSpokenDate } from './spoken-date.ts'

export type QuickContext = DateContext & {
  readonly agencies: readonly SpeakableAgency[]
  /** The references that `after` may name; any where it is not said. */
  readonly actions?: readonly string[]
}

/** Something in the line that is not understood, with the place (from, to) that it stands at. */
export type QuickProblem = { readonly kind: QuickProblemKind; readonly start: number; readonly end: number }
export type QuickProblemKind =
  | 'agencyMissing'
  | 'agencyUnknown'
  | 'agencyAmbiguous'
  | 'descriptionMissing'
  | 'descriptionTooLong'
  | 'dateUnreadable'
  | 'dateBeforeMeeting'
  | 'unknownFlag'
  | 'actionUnknown'
  | 'needUnknown'

/** One line of the meeting, as far as it is understood. `dueOn` is null where no date was said. */
export type QuickAction = {
  readonly agency: AgencyReading
  readonly description: string
  readonly dueOn: IsoDate | null
  readonly isSafetyAction: boolean
  /** What else is said of it by flags, in their order. */
  readonly marks: readonly Exclude<QuickMark, 'safety'>[]
  /** The reference of the action that comes before it, in capitals; null where none was said. */
  readonly after: string | null
  /** The needs of hers that it answers. */
  readonly needs: readonly NeedDomain[]
  readonly problems: readonly QuickProblem[]
}

export const longestDescription = 1000
/** Until when an action is due where nobody says: shown before it is taken. */
export const daysUnlessSaid = 14
const connector = /(?<=\s|^)(?:by|due|para|hasta|antes del?)\s+(?=\S)/giu
const warnings: ReadonlySet<QuickProblemKind> = new Set(['dateBeforeMeeting', 'unknownFlag'])

/** True where the line can be recorded; warnings alone do not hold it up. */
export function isRecordable(quick: QuickAction): boolean {
  return quick.problems.every(({ kind }) => warnings.has(kind))
}

/**
 * Reads `housing: change locks by 14 dec !safety`: an agency by any of its names, what it will do, by when, flags. Never throws; what is not
 * understood is a problem with its place. A description in double quotes is taken word for word (a quote in it is doubled).
 */
export function readQuickAction(text: string, context: QuickContext): QuickAction {
  const head = splitAgency(text, context.agencies)
  const body = readBody(text, head.bodyStart, context)
  const problems = [...agencyProblems(text, head), ...body.problems]
  return { ...body, agency: head.agency, problems }
}

/** The line from which `readQuickAction` reads this action again. */
export function writeQuickAction(
  action: {
    readonly agency: SpeakableAgency
    readonly description: string
    readonly dueOn: IsoDate | null
    readonly isSafetyAction: boolean
    readonly marks?: QuickAction['marks']
    readonly after?: string | null
    readonly needs?: readonly NeedDomain[]
  },
  context: QuickContext,
): string {
  const marks = action.marks ?? []
  const after = action.after ?? null
  const needs = action.needs ?? []
  const flags = quickMarks
    .filter((mark) => (mark === 'safety' ? action.isSafetyAction : marks.includes(mark)))
    .map((mark) => ` ${flagOf(mark)}`)
    .concat(needs.map((need) => ` ${needFlag(need)}`))
  const end = `${after === null ? '' : ` after ${after}`}${action.dueOn === null ? '' : ` by ${action.dueOn}`}${flags.join('')}`
  const plain = `${action.agency.name}: ${action.description}${end}`
  const read = readQuickAction(plain, context)
  const isSame =
    read.agency.kind === 'one' &&
    read.agency.agency.id === action.agency.id &&
    read.description === action.description &&
    read.dueOn === action.dueOn &&
    read.isSafetyAction === action.isSafetyAction &&
    read.after === after &&
    read.marks.length === marks.length &&
    read.needs.length === needs.length
  return isSame ? plain : `${action.agency.name}: "${action.description.replaceAll('"', '""')}"${end}`
}

/** An agency before a colon, and where the rest begins; `colon` is -1 where there is none. */
export type AgencyHead = { readonly agency: AgencyReading; readonly colon: number; readonly bodyStart: number }

/** Splits `police: text`; a name that has a colon of its own counts as a whole. */
export function splitAgency(text: string, agencies: readonly SpeakableAgency[]): AgencyHead {
  const start = text.length - text.trimStart().length
  const named = agencies
    .filter(({ name }) => text.startsWith(name, start) && /^\s*:/u.test(text.slice(start + name.length)))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  const colon = text.indexOf(':', named === undefined ? 0 : start + named.name.length)
  if (colon === -1) return { agency: { kind: 'none' }, colon, bodyStart: 0 }
  const agency: AgencyReading = named === undefined ? readAgency(text.slice(0, colon), agencies) : { kind: 'one', agency: named }
  return { agency, colon, bodyStart: colon + 1 }
}

function agencyProblems(text: string, { agency, colon }: AgencyHead): readonly QuickProblem[] {
  if (colon === -1) return [{ kind: 'agencyMissing', start: 0, end: text.length }]
  if (agency.kind === 'one') return []
  const isEmpty = text.slice(0, colon).trim() === ''
  return [{ kind: isEmpty ? 'agencyMissing' : agency.kind === 'none' ? 'agencyUnknown' : 'agencyAmbiguous', start: 0, end: colon }]
}

type Body = Omit<QuickAction, 'agency'>

function readBody(text: string, start: number, context: QuickContext): Body {
  const literal = /^\s*"((?:[^"]|"")*)"(?=\s|$)/u.exec(text.slice(start))
  if (literal) {
    const rest = readPlain(text, start + literal[0].length, context)
    const description = (literal[1] ?? '').replaceAll('""', '"').trim()
    if (rest.description === '')
      return { ...rest, description, problems: [...lengthProblems(description, start, text.length), ...rest.problems] }
  }
  const plain = readPlain(text, start, context)
  return { ...plain, problems: [...lengthProblems(plain.description, start, text.length), ...plain.problems] }
}

function lengthProblems(description: string, start: number, end: number): readonly QuickProblem[] {
  if (description === '') return [{ kind: 'descriptionMissing', start, end }]
  return description.length > longestDescription ? [{ kind: 'descriptionTooLong', start, end }] : []
}

type Span = { readonly start: number; readonly end: number }

function readPlain(text: string, from: number, context: QuickContext): Body {
  const problems: QuickProblem[] = []
  const cuts: Span[] = []
  const marks = new Set<QuickMark>()
  const needs = new Set<NeedDomain>()
  for (const { index, 0: said, 1: word = '' } of text.slice(from).matchAll(needMark)) {
    const span = { start: from + index, end: from + index + said.length }
    const need = needOf(word)
    if (need === null) problems.push({ kind: 'needUnknown', ...span })
    else needs.add(need)
    cuts.push(span)
  }
  for (const { index, 0: flag } of blanked(text, cuts)
    .slice(from)
    .matchAll(/(?<=\s|^)!\p{L}+(?=\s|$)/gu)) {
    const span = { start: from + index, end: from + index + flag.length }
    const mark = markOf(flag)
    if (mark === null) problems.push({ kind: 'unknownFlag', ...span })
    else {
      marks.add(mark)
      cuts.push(span)
    }
  }
  const before = afterAction.exec(blanked(text, cuts).slice(from))
  const after = before?.[1]?.toUpperCase() ?? null
  if (before) {
    const span = { start: from + before.index, end: from + before.index + before[0].length }
    cuts.push(span)
    if (after !== null && context.actions?.includes(after) === false) problems.push({ kind: 'actionUnknown', ...span })
  }
  const date = findDate(blanked(text, cuts), from, context)
  if (date !== null) cuts.push(date.span)
  if (date?.dueOn === null) problems.push({ kind: 'dateUnreadable', ...date.span })
  const dueOn = date?.dueOn ?? null
  if (date && dueOn !== null && dueOn < context.on) problems.push({ kind: 'dateBeforeMeeting', ...date.span })
  return {
    description: without(text, from, cuts),
    dueOn,
    isSafetyAction: marks.has('safety'),
    marks: quickMarks.filter((mark): mark is Exclude<QuickMark, 'safety'> => mark !== 'safety' && marks.has(mark)),
    after,
    needs: [...needs],
    problems,
  }
}

/** The date at the end of the line; its `dueOn` is null where something was surely meant as one. */
function findDate(text: string, from: number, context: QuickContext): { readonly span: Span; readonly dueOn: IsoDate | null } | null {
  const end = text.trimEnd().length
  const places = [...text.slice(from, end).matchAll(connector)].map(({ index, 0: word }) => ({
    start: from + index,
    said: text.slice(from + index + word.length, end),
  }))
  for (const { start, said } of places) {
    const dueOn = readSpokenDate(said, context)
    if (dueOn !== null) return { span: { start, end }, dueOn }
  }
  const last = places.at(-1)
  return last && looksLikeDate(last.said) ? { span: { start: last.start, end }, dueOn: null } : null
}

/** The text with spaces where the cuts are, so that places stay what they are. */
function blanked(text: string, cuts: readonly Span[]): string {
  return cuts.reduce((now, { start, end }) => now.slice(0, start) + ' '.repeat(end - start) + now.slice(end), text)
}

/** The text from a place on, without the cuts and the spaces before them. */
function without(text: string, from: number, cuts: readonly Span[]): string {
  let kept = ''
  let at = from
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    kept += start > at ? text.slice(at, start).trimEnd() : ''
    at = Math.max(at, end)
  }
  return (kept + text.slice(at)).trim()
}
