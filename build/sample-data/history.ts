import type { ActionStatus } from '#domain/action.ts'
import { addDays, addMonths, type IsoDate, weekday } from '#domain/dates.ts'
import type { Presence } from '#domain/meeting.ts'
import type { ReferralDraft } from '#domain/referral.ts'
import { sampleAgencies, sampleAgencyName } from './agencies.ts'
import { samplePair } from './pairs.ts'
import { seededRandom, type SeededRandom } from './seeded-random.ts'
import { type SaidFact, type TakenAction, type Theme, themeFor } from './themes/index.ts'

/** A status that an agency reported after the meeting, with the reason where it needs one. */
export type ReportedStatus = { readonly status: ActionStatus; readonly reason: string }
export type PastAction = Omit<TakenAction, 'by'> & { readonly agencyName: string; readonly reports: readonly ReportedStatus[] }
export type PastReferral = Omit<ReferralDraft, 'sourceAgencyId'> & { readonly agencyName: string }

/** What happened with one case at one meeting; `pair` names the case. */
export type PastHearing =
  | {
      readonly kind: 'discussed'
      readonly pair: number
      readonly facts: readonly (Omit<SaidFact, 'from'> & { readonly agencyName: string })[]
      readonly risks: readonly string[]
      readonly actions: readonly PastAction[]
      readonly seconds: number
      /** What earlier meetings left open in this case had been done by then. */
      readonly endsEarlierActions: boolean
    }
  | { readonly kind: 'deferred'; readonly pair: number; readonly reason: string }

export type PastMeeting = {
  readonly heldOn: IsoDate
  readonly referrals: readonly { readonly pair: number; readonly draft: PastReferral }[]
  readonly attendance: readonly {
    readonly agencyName: string
    readonly presence: Exclude<Presence, 'expected'>
    readonly byDeputy: boolean
  }[]
  readonly hearings: readonly PastHearing[]
}

/** The Thursday on or before a day: when the Quillhaven team meets. */
const thursdayBefore = (date: IsoDate) => addDays(date, -((weekday(date) + 3) % 7))

const done: readonly ReportedStatus[] = [{ status: 'complete', reason: '' }]
const doneInSteps: readonly ReportedStatus[] = [{ status: 'inProgress', reason: '' }, ...done]
const begun: readonly ReportedStatus[] = [{ status: 'inProgress', reason: '' }]
const ends: readonly ReportedStatus[] = [
  { status: 'notPossible', reason: 'She has moved out of the area, so the step no longer fits' },
  { status: 'notUndertaken', reason: 'Not passed on to the cover while the representative was on leave' },
  { status: 'superseded', reason: 'Replaced by the plan made at the child protection meeting' },
  { status: 'withdrawn', reason: 'The advocate advised that it would be noticed at home' },
]

/** What became of a meeting's actions. In `openCases` they wait still; elsewhere they have ended, one way or another. */
function reportsOf(random: SeededRandom, isOpenCase: boolean, place: number): readonly ReportedStatus[] {
  if (isOpenCase) return place === 0 ? done : place % 2 === 1 ? begun : []
  const chance = random.between(1, 10)
  if (chance <= 5) return done
  return chance <= 7 ? doneInSteps : [random.pick([{ status: 'notPossible', reason: 'The appointment was declined twice' }, ...ends])]
}

function referralOf(random: SeededRandom, pairIndex: number, turn: number, receivedOn: IsoDate, isRepeat: boolean): PastReferral {
  const pair = samplePair(pairIndex)
  const score = random.between(9, 21)
  return {
    agencyName:
      turn % 2 === 0 ? sampleAgencyName('police') : (sampleAgencies[turn % sampleAgencies.length]?.name ?? sampleAgencyName('advocate')),
    sourceContact: '',
    receivedOn,
    incidentOn: addDays(receivedOn, -random.between(1, 4)),
    incidentKind: null,
    victim: pair.victim,
    perpetrator: pair.perpetrator,
    relationship: pair.relationship,
    childrenCount: pair.childAges.length,
    children: [],
    safeContact: turn % 3 === 0 ? { kind: 'onlyThrough', who: sampleAgencyName('advocate'), note: '' } : { kind: 'doNotContact', note: '' },
    criteria: {
      visibleHighRisk: score >= 14,
      professionalJudgement: score < 14,
      judgementReason: score < 14 ? 'Frightened, and the last incident is played down on the form' : '',
      escalation: turn % 4 === 0,
      repeat: isRepeat,
    },
    risk: { tool: 'dash', score, assessedOn: receivedOn },
    summary: themeFor(pairIndex, pair.childAges.length > 0).reason,
    teamReference: '',
  }
}

/** One plan in the history was made without a safety action, for the home page to say so. */
const planOf = (theme: Theme, pair: number) => (pair === 15 ? theme.actions.filter(({ isSafety }) => !isSafety) : theme.actions)

function discussed(random: SeededRandom, pair: number, isOpenCase: boolean, isReview: boolean): PastHearing {
  const theme = themeFor(pair, samplePair(pair).childAges.length > 0)
  const named = ({ from, ...said }: SaidFact) => ({ ...said, agencyName: sampleAgencyName(from) })
  const actions = isReview ? theme.actions.slice(-1) : planOf(theme, pair).slice(0, isOpenCase ? 4 : random.between(2, 4))
  return {
    kind: 'discussed',
    pair,
    facts: theme.facts.slice(0, isReview ? 1 : 3).map(named),
    risks: isReview ? [] : theme.risks,
    actions: actions.map(({ by, ...action }, place) => ({
      ...action,
      agencyName: sampleAgencyName(by),
      // The last promises of an open case have their day still to come.
      days: isOpenCase && place >= 2 ? action.days + 28 : action.days,
      reports: reportsOf(random, isOpenCase, isReview ? 0 : place),
    })),
    seconds: isReview ? random.between(120, 260) : random.between(420, 840),
    endsEarlierActions: isReview && !isOpenCase,
  }
}

type Plan = {
  readonly firstHeard: readonly number[]
  readonly repeats: readonly number[]
  readonly reviews: readonly number[]
  readonly deferred: Readonly<Record<number, string>>
  readonly open: readonly number[]
}

/** By number of pair. A case with open actions is heard again at the next meeting; so is one that was deferred. */
const plans: readonly [Plan, Plan] = [
  {
    firstHeard: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    repeats: [],
    reviews: [],
    deferred: { 13: 'The referrer was ill and had briefed nobody' },
    open: [1, 6, 10],
  },
  {
    firstHeard: [14, 15, 16, 17, 18, 19, 20, 21],
    repeats: [3, 8],
    reviews: [1, 6, 10, 13],
    deferred: {
      17: 'The family moved during the week; the new area is to be asked first',
      21: 'The school could not attend and holds most of what is known',
    },
    open: [1, 8, 15, 16, 19],
  },
]

function meetingOf(plan: Plan, heldOn: IsoDate, random: SeededRandom): PastMeeting {
  const referred = [...plan.firstHeard, ...plan.repeats]
  return {
    heldOn,
    referrals: referred.map((pair, turn) => ({
      pair,
      draft: referralOf(random, pair, turn, addDays(heldOn, -24 + Math.floor((turn * 16) / referred.length)), plan.repeats.includes(pair)),
    })),
    attendance: sampleAgencies.map(({ name }, index) => ({
      agencyName: name,
      presence: index === 2 ? 'apologies' : index === 10 && plan.repeats.length === 0 ? 'absent' : 'present',
      byDeputy: index === 6,
    })),
    hearings: [...referred, ...plan.reviews].map((pair): PastHearing => {
      const reason = plan.deferred[pair]
      return reason === undefined
        ? discussed(random, pair, plan.open.includes(pair), plan.reviews.includes(pair) && pair !== 13)
        : { kind: 'deferred', pair, reason }
    }),
  }
}

/** The two meetings before `today`, one and two months ago: 14 cases each, some deferred, some carried over, actions in every state that is reached. */
export function sampleHistory(today: IsoDate): readonly PastMeeting[] {
  const random = seededRandom(5_550_123)
  return plans.map((plan, index) => meetingOf(plan, thursdayBefore(addMonths(today, index - 2)), random))
}
