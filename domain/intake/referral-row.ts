import { addMonths, type IsoDate } from '../dates.ts'
import type { RiskScore, RiskTool } from '../risk-tool.ts'
import type { DayOrder } from './day-order.ts'
import type { AgencyMatch } from './known-agency.ts'
import { orderlessKey } from '../people/name-likeness.ts'
import { oneLine, plainText, saysNothing, saysUnknown } from './plain-text.ts'
import { readChildrenCount } from './read-count.ts'
import { readDate } from './read-date.ts'
import { readFlag } from './read-flag.ts'
import { readBirth, readName } from './read-person.ts'
import { readScore } from './read-score.ts'
import { type KeptCell, readRowRecord } from './record-row.ts'
import { ReferralRowDraft } from './referral-draft.ts'
import type { ReferralField, ReferralValues } from './referral-fields.ts'
import { findRiskTool } from './risk-tool-words.ts'
import { readRowCriteria } from './row-criteria.ts'
import { problemsOf, type RowNote, type RowProblem } from './row-problem.ts'

export type ReferralRowOptions = {
  readonly today: IsoDate
  /** The file's order of day and month (`guessDayOrder`); null refuses what is ambiguous. */
  readonly order: DayOrder | null
  /** `agencyFinder(agencies)`, made once for all rows. */
  readonly findAgency: (written: string) => AgencyMatch
  readonly mayMakeAgencies: boolean
  /** The tool of a score that neither its header, its cell nor a column of tools names: `dash` in the UK, else `other`. */
  readonly usualTool: RiskTool
  /** The headers of the mapped columns. */
  readonly columns: Readonly<Partial<Record<ReferralField, string>>>
}

export type ReferralRowRead =
  | {
      readonly kind: 'draft'
      readonly draft: ReferralRowDraft
      readonly notes: readonly RowNote<ReferralField>[]
      readonly newAgency: string | null
    }
  | { readonly kind: 'refused'; readonly problems: readonly RowProblem<ReferralField>[]; readonly notes: readonly RowNote<ReferralField>[] }

const longest = {
  sourceAgency: 120,
  sourceContact: 200,
  address: 400,
  phone: 60,
  relationship: 200,
  details: 2000,
  note: 1000,
  reason: 2000,
  summary: 8000,
  reference: 80,
}
const oldestReferralYears = 30

/** Reads one row, by field, into a draft; or refuses it with everything that is wrong with it, so that all can be mended at once. */
export function readReferralRow(values: ReferralValues, options: ReferralRowOptions, kept: readonly KeptCell[] = []): ReferralRowRead {
  const { today, order, columns } = options
  const { problems, add } = problemsOf(values, columns)
  const notes: RowNote<ReferralField>[] = []
  const note = (field: ReferralField, code: RowNote['code'], value: string = oneLine(values[field])) => {
    notes.push({ field, code, value })
  }

  const text = (field: ReferralField, most: number, clean: (cell: string) => string = oneLine): string => {
    const said = clean(values[field])
    if (saysNothing(said)) return ''
    if (said.length > most) add(field, 'tooLong', { expected: { most } })
    return said
  }

  const day = (field: 'receivedOn' | 'incidentOn' | 'riskAssessedOn'): IsoDate | null => {
    const cell = oneLine(values[field])
    if (saysNothing(cell) || saysUnknown(cell)) {
      if (field === 'receivedOn') add(field, 'required')
      return null
    }
    const earliest = addMonths(today, -12 * oldestReferralYears)
    const read = readDate(cell, { order, twoDigitYears: 'recent', today, earliest, latest: today })
    if (read.kind === 'date') return read.date
    add(field, read.code, { suggestions: read.suggestions, expected: { earliest, latest: today } })
    return null
  }

  const person = (party: 'victim' | 'perpetrator') => {
    const name = readName(values[`${party}Name`], values[`${party}FirstName`], values[`${party}LastName`])
    const nameField: ReferralField =
      columns[`${party}Name`] === undefined && columns[`${party}FirstName`] !== undefined ? `${party}FirstName` : `${party}Name`
    if (name.kind === 'refused') add(nameField, name.code, { expected: name.expected ?? {} })
    const birth = readBirth(values[`${party}DateOfBirth`], today, order)
    if (birth.kind === 'refused') add(`${party}DateOfBirth`, birth.code, birth)
    return {
      name: name.kind === 'name' ? name.name : '',
      dateOfBirth: birth.kind === 'date' ? birth.date : null,
      address: text(`${party}Address`, longest.address, plainText),
      phone: text(`${party}Phone`, longest.phone),
    }
  }

  const receivedOn = day('receivedOn')
  const agency = readAgency(oneLine(values.sourceAgency), options)
  if (agency.kind === 'refused') add('sourceAgency', agency.code, agency)
  else if (agency.note !== null) note('sourceAgency', agency.note)
  const victim = person('victim')
  const perpetrator = person('perpetrator')
  if (victim.name !== '' && isSamePerson(victim, perpetrator)) add('perpetratorName', 'samePerson')

  const children = readChildrenCount(values.childrenCount)
  if (children.kind === 'refused') add('childrenCount', children.code, { expected: { least: 0, most: 20 } })
  else if (children.isAtLeast) note('childrenCount', 'childrenAtLeastOne')
  else if (children.details !== '') note('childrenCount', 'childrenTextKept')

  const assessedOn = day('riskAssessedOn')
  const risk = readRisk(values, options, assessedOn, add)
  const criteria = readRowCriteria(values, columns, risk)
  // a score that must be mended first may meet a criterion then
  const isScoreRefused = problems.some(({ field }) => field === 'riskScore' || field === 'riskTool')
  for (const { field, code } of criteria.problems)
    if (code !== 'criterionRequired' || !isScoreRefused)
      add(field, code, code === 'criterionRequired' ? { expected: { dashFrom: 14 } } : {})
  if (criteria.isHighByScore) note('riskScore', 'highByScore')
  if (criteria.criteria.judgementReason.length > longest.reason) add('judgementReason', 'tooLong', { expected: { most: longest.reason } })

  const { record, incidentKind, safeWords } = readRowRecord({ values, columns, today, order, on: receivedOn ?? today, kept, add, note })
  const safeNote = safeContactNote(text('safeContact', longest.note, plainText), columns.safeContact)
  const wholeSafeNote = [safeNote, ...safeWords].filter((part) => part !== '').join('\n')
  const fitsSafeNote = wholeSafeNote.length <= longest.note

  const draft = {
    receivedOn,
    sourceAgencyName: agency.kind === 'refused' ? '' : agency.name,
    sourceContact: text('sourceContact', longest.sourceContact),
    incidentOn: day('incidentOn'),
    incidentKind,
    victim,
    perpetrator,
    relationship: text('relationship', longest.relationship),
    childrenCount: children.kind === 'count' ? children.count : null,
    childrenDetails: [text('childrenDetails', longest.details, plainText), children.kind === 'count' ? children.details : '']
      .filter((part) => part !== '')
      .join('\n'),
    safeContact: { kind: 'doNotContact' as const, note: fitsSafeNote ? wholeSafeNote : safeNote },
    criteria: criteria.criteria,
    risk,
    summary: withReasonText(
      withCriteriaText(text('summary', longest.summary, plainText), plainText(values.criteria)),
      criteria.criteria.professionalJudgement ? '' : text('judgementReason', longest.reason, plainText),
    ),
    teamReference: text('caseReference', longest.reference),
    // What safe contact has no room for is not lost.
    record: fitsSafeNote ? record : { ...record, notes: [...safeWords, ...record.notes] },
  }
  if (problems.length > 0) return { kind: 'refused', problems, notes }
  return { kind: 'draft', draft: ReferralRowDraft.parse(draft), notes, newAgency: agency.kind === 'new' ? agency.name : null }
}

type AgencyRead =
  | { readonly kind: 'known' | 'new'; readonly name: string; readonly note: RowNote['code'] | null }
  | {
      readonly kind: 'refused'
      readonly code: RowProblem['code']
      readonly suggestions?: readonly string[]
      readonly expected?: RowProblem['expected']
    }

function readAgency(written: string, { findAgency, mayMakeAgencies }: ReferralRowOptions): AgencyRead {
  if (saysNothing(written) || saysUnknown(written)) return { kind: 'refused', code: 'required' }
  const match = findAgency(written)
  if (match.kind === 'known')
    return { kind: 'known', name: match.name, note: match.name.toLowerCase() === written.toLowerCase() ? null : 'agencySpelledOtherwise' }
  if (written.length > longest.sourceAgency) return { kind: 'refused', code: 'tooLong', expected: { most: longest.sourceAgency } }
  if (!/\p{L}/u.test(written) || /^[=@|+]/u.test(written)) return { kind: 'refused', code: 'unknownAgency', suggestions: match.suggestions }
  return mayMakeAgencies
    ? { kind: 'new', name: written, note: 'agencyWillBeMade' }
    : { kind: 'refused', code: 'unknownAgency', suggestions: match.suggestions }
}

function readRisk(
  values: ReferralValues,
  { columns, usualTool }: ReferralRowOptions,
  assessedOn: IsoDate | null,
  add: ReturnType<typeof problemsOf<ReferralField>>['add'],
): RiskScore | null {
  const written = oneLine(values.riskTool)
  const named = saysNothing(written) || saysUnknown(written) ? null : findRiskTool(written)
  if (named === null && !saysNothing(written) && !saysUnknown(written) && !saysNothing(oneLine(values.riskScore)))
    add('riskTool', 'unknownRiskTool')
  const read = readScore(values.riskScore, named ?? findRiskTool(columns.riskScore ?? '') ?? usualTool)
  switch (read.kind) {
    case 'none':
      return null
    case 'score':
      return { tool: read.tool, score: read.score, assessedOn }
    case 'refused':
      add('riskScore', read.code, { expected: read.expected })
      return null
  }
}

function isSamePerson(
  a: { readonly name: string; readonly dateOfBirth: IsoDate | null },
  b: { readonly name: string; readonly dateOfBirth: IsoDate | null },
): boolean {
  const differByBirth = a.dateOfBirth !== null && b.dateOfBirth !== null && a.dateOfBirth !== b.dateOfBirth
  return orderlessKey(a.name) === orderlessKey(b.name) && !differByBirth
}

/** `Y` under `Safe to call?` says nothing without its header. Whatever it says, contact stays off until somebody opens it knowingly. */
function safeContactNote(said: string, header: string | undefined): string {
  return said !== '' && header !== undefined && readFlag(said) !== null ? `${oneLine(header)}: ${said}`.slice(0, longest.note) : said
}

/** What stands under a reason of judgement that was not a criterion is kept with the summary. */
function withReasonText(summary: string, reason: string): string {
  return reason === '' || summary.includes(reason) ? summary : joined(reason, summary)
}

/** A column of criteria may hold sentences; they are kept with the summary, so nothing that was written is lost. */
function withCriteriaText(summary: string, criteria: string): string {
  return criteria.length <= 60 || summary.includes(criteria) ? summary : joined(criteria, summary)
}

function joined(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, longest.summary)
}
