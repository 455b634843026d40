import type { Agency, Sector } from '#domain/agency.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { AgendaItem, AttendanceRow, Presence } from '#domain/meeting.ts'
import { type SaidFact, type TakenAction, themeFor, themeSpokenOfIn } from './themes/index.ts'

/** What is said and agreed about one case of the demo's meeting, in the order in which it is to be typed. */
export type ScriptedCase =
  | {
      readonly kind: 'discuss'
      readonly facts: readonly (Omit<SaidFact, 'from'> & { readonly agencyName: string })[]
      readonly risks: readonly string[]
      /** Each as the one line under the meeting takes it: `Housing Options: change locks by 14 dec !safety`. */
      readonly actionLines: readonly string[]
      readonly seconds: number
    }
  | { readonly kind: 'defer'; readonly reason: string }

type ScriptedListing = Pick<AgendaItem, 'listingType' | 'hasChildren'> & {
  /** Its place on the agenda, from 0. */
  readonly place: number
  /** What the referral says; its theme is taken up where it is one of the sample's. */
  readonly summary: string
}
type Team = readonly Pick<Agency, 'name' | 'sector'>[]

/** The two that are put off, counted among the cases that are heard for the first time, and why. */
const deferrals: ReadonlyMap<number, string> = new Map([
  [5, 'The referrer is at a hearing and has briefed nobody; put first next month'],
  [11, 'The advocate has not reached her safely yet; her wishes are to be heard before a plan is made'],
])

/** Which of a meeting's cases are deferred: places on the agenda, with the reason. A short agenda (real input) may have one or none. */
export function scriptedDeferrals(agenda: readonly Pick<AgendaItem, 'listingType'>[]): ReadonlyMap<number, string> {
  const newPlaces = agenda.flatMap(({ listingType }, place) => (listingType === 'new' ? [place] : []))
  return new Map(
    newPlaces.flatMap((place, turn) => {
      const reason = deferrals.get(turn)
      return reason === undefined ? [] : [[place, reason] as const]
    }),
  )
}

/** What is said about one case. Sectors that the team lacks are spoken for by another of its agencies, so that it works for any team's file. */
export function scriptedCase(listing: ScriptedListing, deferReason: string | undefined, team: Team, heldOn: IsoDate): ScriptedCase {
  if (deferReason !== undefined) return { kind: 'defer', reason: deferReason }
  const theme = themeSpokenOfIn(listing.summary) ?? themeFor(listing.place, listing.hasChildren)
  const isReview = listing.listingType === 'carriedOver'
  const count = isReview ? 1 : 2 + (listing.place % 3)
  const actions = isReview ? theme.actions.slice(-1) : theme.actions.slice(0, count)
  return {
    kind: 'discuss',
    facts: theme.facts.slice(0, isReview ? 1 : 3).map(({ from, ...said }) => ({ ...said, agencyName: agencyNameFor(team, from) })),
    risks: isReview ? [] : theme.risks,
    actionLines: actions.map((action) => actionLine(agencyNameFor(team, action.by), action, heldOn)),
    seconds: isReview ? 150 + (listing.place % 5) * 20 : 430 + ((listing.place * 53) % 300),
  }
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

/** An action as the line at the bottom of the meeting takes it. */
export function actionLine(
  agencyName: string,
  action: Pick<TakenAction, 'text' | 'days' | 'isSafety' | 'isUnnoticed'>,
  heldOn: IsoDate,
): string {
  const [, month, day] = addDays(heldOn, action.days).split('-').map(Number)
  return `${agencyName}: ${action.text} by ${day} ${monthNames[(month ?? 1) - 1]}${action.isSafety ? ' !safety' : ''}${action.isUnnoticed ? ' !unnoticed' : ''}`
}

/** The team's agency of a sector; of the nearest one it has, where it has none. */
export function agencyNameFor(team: Team, sector: Sector): string {
  const nearest: Readonly<Partial<Record<Sector, readonly Sector[]>>> = {
    shelter: ['advocate', 'housing'],
    advocate: ['shelter', 'culturallySpecific'],
    childProtection: ['schools', 'health'],
    schools: ['childProtection'],
    courts: ['prosecution', 'probation'],
    prosecution: ['police', 'courts'],
    probation: ['police', 'courts'],
    employment: ['housing', 'advocate'],
    culturallySpecific: ['faith', 'advocate'],
  }
  for (const wanted of [sector, ...(nearest[sector] ?? [])]) {
    const found = team.find((agency) => agency.sector === wanted)
    if (found) return found.name
  }
  const anyone = team[sector.length % Math.max(1, team.length)]
  if (!anyone) throw new Error('a meeting needs at least one agency')
  return anyone.name
}

/** Who is there: all but one that has sent apologies and, at a large table, one that is absent. */
export function scriptedPresence(
  attendance: readonly AttendanceRow[],
): readonly { readonly row: AttendanceRow; readonly presence: Exclude<Presence, 'expected'> }[] {
  const optional = attendance.filter(({ isCore }) => !isCore)
  const [absent, apologies] =
    attendance.length >= 8 ? [optional.at(-1), optional.at(0)] : [undefined, attendance.length >= 4 ? optional.at(0) : undefined]
  return attendance.map((row) => ({ row, presence: row === apologies ? 'apologies' : row === absent ? 'absent' : 'present' }))
}
