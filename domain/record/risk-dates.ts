import { addDays, daysBetween, isoDate, type IsoDate } from '../dates.ts'
import type { EntryId } from '../ids.ts'
import type { LinkKind } from './chain-link.ts'
import { entriesOf, type Entry } from './entry.ts'

/** A case is raised for early review so many days before a risk date, and so many days after one that was not reviewed since. Ours. */
export const earlyReviewDays = 14

/** The links whose day raises the risk: before it where it is known, after it in any case (domain.md 2.1, trigger list). */
export const riskyLinks = [
  'release',
  'hearing',
  'bail',
  'separation',
  'childContact',
  'orderServed',
  'orderEnds',
] as const satisfies readonly LinkKind[]

/** Links that raise the risk once they have happened; nobody plans them. */
export const alarmingLinks = ['orderViolated'] as const satisfies readonly LinkKind[]

export type RiskDateKind = (typeof riskyLinks)[number] | (typeof alarmingLinks)[number] | 'measureEnds' | 'measureViolated' | 'incident'

/** A day on which her risk rises, or rose. `days` from today; negative for what has happened. */
export type RiskDate = { readonly entryId: EntryId; readonly kind: RiskDateKind; readonly on: IsoDate; readonly days: number }

type Found = Omit<RiskDate, 'days'>

/** No day that can be entered is later. */
const lastDay = isoDate('9999-12-31')

const isIn = <Kind extends string>(kinds: readonly Kind[], kind: string): kind is Kind => kinds.some((known) => known === kind)

/** What is to come: a link with a day that is neither done nor dropped, and the end of a measure in force. */
function aheadOf(entries: readonly Entry[]): readonly Found[] {
  const links = entriesOf(entries, 'chainLink').flatMap(({ id, content: { link, state, on } }): readonly Found[] =>
    on !== null && state !== 'done' && state !== 'dropped' && isIn(riskyLinks, link) ? [{ entryId: id, kind: link, on }] : [],
  )
  const ends = entriesOf(entries, 'measure').flatMap(({ id, content: { state, until } }): readonly Found[] =>
    until !== null && state === 'inForce' ? [{ entryId: id, kind: 'measureEnds', on: until }] : [],
  )
  return [...links, ...ends]
}

/** What has happened: a risky link that is done, a violation, a further incident by the day on which it became known. */
function behind(entries: readonly Entry[]): readonly Found[] {
  const links = entriesOf(entries, 'chainLink').flatMap(({ id, content: { link, state, on } }): readonly Found[] =>
    on !== null && state === 'done' && (isIn(riskyLinks, link) || isIn(alarmingLinks, link)) ? [{ entryId: id, kind: link, on }] : [],
  )
  const violations = entriesOf(entries, 'measure').flatMap(({ id, content }) =>
    content.violations.map(({ on }): Found => ({ entryId: id, kind: 'measureViolated', on })),
  )
  const incidents = entriesOf(entries, 'incident').map(({ id, content: { on, identifiedOn } }): Found => ({
    entryId: id,
    kind: 'incident',
    on: identifiedOn ?? on,
  }))
  return [...links, ...violations, ...incidents]
}

function dated(found: readonly Found[], from: IsoDate, to: IsoDate, today: IsoDate): readonly RiskDate[] {
  return found
    .filter(({ on }) => on >= from && on <= to)
    .map((date) => ({ ...date, days: daysBetween(today, date.on) }))
    .toSorted((one, other) => one.days - other.days || one.entryId - other.entryId)
}

/** The days ahead on which her risk rises: release, hearing, bail, separation, contact with the child, an order served or ending, a measure ending. Soonest first. */
export function riskDates(entries: readonly Entry[], today: IsoDate, days: number = earlyReviewDays): readonly RiskDate[] {
  return dated(aheadOf(entries), today, addDays(today, days), today)
}

/** The next day on which her risk rises, however far off; null where none is known. */
export function nextRiskDate(entries: readonly Entry[], today: IsoDate): RiskDate | null {
  return dated(aheadOf(entries), today, lastDay, today)[0] ?? null
}

/** What raised her risk in the last days and was not before a meeting since. A thing of the day of the meeting itself counts as not reviewed. */
export function risksSince(
  entries: readonly Entry[],
  today: IsoDate,
  lastDiscussedOn: IsoDate | null,
  days: number = earlyReviewDays,
): readonly RiskDate[] {
  const from = addDays(today, -days)
  return dated(behind(entries), lastDiscussedOn !== null && lastDiscussedOn > from ? lastDiscussedOn : from, today, today)
}

/** Why a case should be reviewed early: what has happened since it was last discussed, and what is about to. Empty where it can wait. */
export function earlyReviewReasons(entries: readonly Entry[], today: IsoDate, lastDiscussedOn: IsoDate | null): readonly RiskDate[] {
  return [...risksSince(entries, today, lastDiscussedOn), ...riskDates(entries, today)]
}
