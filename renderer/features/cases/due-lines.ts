import { type ActionRow, isEnded } from '#domain/action.ts'
import type { CaseListing } from '#domain/case.ts'
import { addDays, daysBetween, type IsoDate } from '#domain/dates.ts'
import type { MeetingId } from '#domain/ids.ts'
import { type ChainStep, chainOf } from '#domain/record/chain-state.ts'
import type { Entry } from '#domain/record/entry.ts'
import { type RiskDate, riskDates } from '#domain/record/risk-dates.ts'

/** One thing that is late or about to be due in a case. `days` from today; negative for what is late. */
export type DueLine =
  | { readonly kind: 'action'; readonly on: IsoDate; readonly days: number; readonly action: ActionRow }
  | { readonly kind: 'risk'; readonly on: IsoDate; readonly days: number; readonly risk: RiskDate }
  | { readonly kind: 'link'; readonly on: IsoDate; readonly days: number; readonly step: ChainStep }
  | { readonly kind: 'meeting'; readonly on: IsoDate; readonly days: number; readonly meetingId: MeetingId }

/** Promises due within so many days stand on the card. Ours: a meeting is a month away at the most. */
const aheadDays = 31

/** What is late, the latest first, then what is to come, the soonest first: promises, risk dates, planned links, and the next meeting. */
export function dueLines(
  detail: { readonly actions: readonly ActionRow[]; readonly listings: readonly CaseListing[] },
  entries: readonly Entry[],
  today: IsoDate,
): readonly DueLine[] {
  const until = addDays(today, aheadDays)
  const actions = detail.actions
    .filter(({ status, dueOn }) => !isEnded(status) && dueOn <= until)
    .map((action): DueLine => ({ kind: 'action', on: action.dueOn, days: daysBetween(today, action.dueOn), action }))
  const risks = riskDates(entries, today, aheadDays)
  const named = new Set(risks.map(({ entryId }) => entryId))
  const links = chainOf(entries, today).flatMap((step): readonly DueLine[] => {
    const { on, state } = step.link.content
    const isAwaited = state === 'planned' && on !== null && on <= until && !named.has(step.link.id)
    return isAwaited ? [{ kind: 'link', on, days: daysBetween(today, on), step }] : []
  })
  const meetings = detail.listings
    .filter(({ outcome, meetingOn }) => outcome === 'waiting' && meetingOn >= today)
    .map(({ meetingOn, meetingId }): DueLine => ({ kind: 'meeting', on: meetingOn, days: daysBetween(today, meetingOn), meetingId }))
  const found = [...actions, ...risks.map((risk): DueLine => ({ kind: 'risk', on: risk.on, days: risk.days, risk })), ...links, ...meetings]
  return found.toSorted((one, other) => one.days - other.days)
}
