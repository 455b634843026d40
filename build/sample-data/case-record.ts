import type { Sector } from '#domain/agency.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { AgencyId, EntryId } from '#domain/ids.ts'
import type { LinkKind, LinkState } from '#domain/record/chain-link.ts'
import type { EntryContent } from '#domain/record/entry.ts'
import type { z } from 'zod'

/** What a form of the case screen hands over. */
export type SampleContent = z.input<typeof EntryContent>

/** An entry of a case, with the name of the one that it depends on, and by which sector it was said. */
export type SampleEntry = {
  readonly name?: string
  readonly dependsOn?: string
  readonly saidBy?: Sector
  readonly content: (agencies: (sector: Sector) => AgencyId, on: (days: number) => IsoDate, dependsOn: EntryId | null) => SampleContent
}

type LinkDetail = {
  readonly day?: number
  readonly by?: Sector
  readonly heldFor?: number
  readonly after?: string
  readonly note?: string
}

function link(kind: LinkKind, state: LinkState, { day, by, heldFor, after, note = '' }: LinkDetail = {}): SampleEntry {
  return {
    name: kind,
    ...(after === undefined ? {} : { dependsOn: after }),
    content: (agencies, on, dependsOn) => ({
      kind: 'chainLink',
      link: kind,
      state,
      on: day === undefined ? null : on(day),
      heldBy: by === undefined ? null : agencies(by),
      heldSince: heldFor === undefined ? null : on(-heldFor),
      dependsOn,
      note,
    }),
  }
}

type Met = 'victim' | 'child' | 'perpetrator'

function meets(sector: Sector, person: Met, daysAgo: number | null, isSafeToRaise: 'yes' | 'no' | 'unknown', often = ''): SampleEntry {
  return {
    saidBy: sector,
    content: (agencies, on) => ({
      kind: 'contactPoint',
      agencyId: agencies(sector),
      meets: person,
      lastOn: daysAgo === null ? null : on(-daysAgo),
      isSafeToRaise,
      often,
    }),
  }
}

const plain = (content: (on: (days: number) => IsoDate) => SampleContent, saidBy?: Sector): SampleEntry => ({
  ...(saidBy === undefined ? {} : { saidBy }),
  content: (_, on) => content(on),
})

const need = (domain: Extract<SampleContent, { kind: 'need' }>['domain'], state: 'open' | 'met' | 'none'): SampleEntry =>
  plain(() => ({ kind: 'need', domain, state }))

/** An order that nobody entered in the register and that he broke: bail was not decided on its day, the charge waits for the prosecution. */
const brokenOrder: readonly SampleEntry[] = [
  link('orderIssued', 'done', { day: -40, by: 'courts' }),
  link('orderServed', 'done', { day: -36, by: 'police', after: 'orderIssued' }),
  link('orderViolated', 'done', { day: -9, after: 'orderServed', note: 'Messages through a friend, then waiting outside work' }),
  link('arrest', 'done', { day: -8, by: 'police', after: 'orderViolated' }),
  link('bail', 'planned', { day: -2, by: 'courts', heldFor: 8, after: 'arrest' }),
  link('charge', 'waiting', { by: 'prosecution', heldFor: 16, after: 'arrest' }),
  link('hearing', 'planned', { day: 5, by: 'courts', after: 'charge' }),
  {
    saidBy: 'probation',
    content: (agencies, on) => ({
      kind: 'measure',
      measure: 'gps',
      state: 'inForce',
      from: on(-30),
      until: on(9),
      heldBy: agencies('probation'),
      conditions: 'Keeps out of the streets round the school',
      violations: [
        { on: on(-9), what: 'In the zone for ten minutes', answer: 'Warned in writing' },
        { on: on(-3), what: 'Charger off for six hours', answer: '' },
      ],
    }),
  },
  plain((on) => ({ kind: 'awareness', on: on(-12), heKnows: 'no' }), 'advocate'),
  plain(
    (on) => ({
      kind: 'voice',
      on: on(-6),
      wasAsked: 'yes',
      wants: 'To stay in the home, with new locks, near her sister',
      fears: 'The school pick-up, and what he does when he is served',
      knowsOfMeeting: 'yes',
      toldBy: 'the advocate',
      toldHow: 'by phone at the agreed time',
      agreed: 'yes',
    }),
    'advocate',
  ),
  meets('advocate', 'victim', 2, 'yes', 'Tuesdays, by phone'),
  meets('health', 'victim', 14, 'yes'),
  meets('schools', 'child', 0, 'no', 'daily at the gate'),
  meets('probation', 'perpetrator', 7, 'unknown', 'every week'),
  need('safety', 'open'),
  need('housing', 'open'),
  need('income', 'open'),
  need('childcare', 'met'),
  need('immigration', 'none'),
  plain(
    (on) => ({ kind: 'incident', incident: 'breachOfOrder', on: on(-9), reportedToPolice: 'yes', note: 'Waited outside her work' }),
    'police',
  ),
]

/** From arrest to trial, with a release that is near. */
const nearRelease: readonly SampleEntry[] = [
  link('emergencyCall', 'done', { day: -21, by: 'police' }),
  link('arrest', 'done', { day: -21, by: 'police', after: 'emergencyCall' }),
  link('charge', 'done', { day: -18, by: 'prosecution', after: 'arrest' }),
  link('custody', 'done', { day: -18, by: 'courts', after: 'charge' }),
  link('release', 'planned', { day: 3, by: 'probation', heldFor: 6, after: 'custody' }),
  {
    saidBy: 'probation',
    content: (agencies) => ({ kind: 'measure', measure: 'supervision', state: 'proposed', heldBy: agencies('probation') }),
  },
  plain(
    (on) => ({
      kind: 'voice',
      on: on(-10),
      wasAsked: 'yes',
      wants: 'To know the hour of the release before he does',
      knowsOfMeeting: 'no',
    }),
    'advocate',
  ),
  meets('advocate', 'victim', 5, 'yes', 'at the drop-in'),
  meets('health', 'victim', 40, 'unknown'),
  need('safety', 'open'),
  need('transport', 'open'),
  need('legal', 'met'),
]

/** An order that nobody has served for two weeks, and a separation that is planned. */
const unserved: readonly SampleEntry[] = [
  link('orderAppliedFor', 'done', { day: -24, by: 'advocate' }),
  link('orderIssued', 'done', { day: -15, by: 'courts', after: 'orderAppliedFor' }),
  link('orderServed', 'broken', { by: 'police', heldFor: 15, after: 'orderIssued', note: 'Not met at home twice' }),
  link('separation', 'planned', { day: 11, note: 'The tenancy ends on that day' }),
  plain((on) => ({ kind: 'voice', on: on(-4), wasAsked: 'notSafe', knowsOfMeeting: 'notSafe' }), 'advocate'),
  meets('housing', 'victim', 9, 'unknown'),
  meets('schools', 'child', 1, 'unknown', 'at the breakfast club'),
  need('housing', 'open'),
  need('income', 'open'),
  need('health', 'met'),
]

/** Little is known yet: who meets her is what there is. */
const early: readonly SampleEntry[] = [
  meets('health', 'victim', 6, 'yes', 'every fortnight'),
  meets('faith', 'victim', null, 'unknown'),
  need('safety', 'open'),
]

/** What she said, where nothing else is written down yet. */
export const onlyHerVoice: readonly SampleEntry[] = [
  plain(
    (on) => ({
      kind: 'voice',
      on: on(-5),
      wasAsked: 'yes',
      wants: 'That it stops',
      knowsOfMeeting: 'yes',
      toldBy: 'the advocate',
      toldHow: 'by phone',
    }),
    'advocate',
  ),
]

/** What stands in the record of the sample cases, case after case. */
export const sampleRecords: readonly (readonly SampleEntry[])[] = [brokenOrder, nearRelease, unserved, early]

/** The day so many days from today. */
export const dayFrom = (today: IsoDate) => (days: number) => addDays(today, days)
