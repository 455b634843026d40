import type { LinkKind } from '../record/chain-link.ts'
import type { MeasureKind } from '../record/measure.ts'
import type { NeedDomain } from '../record/need.ts'

/** What a column can tell of a need of hers, by its domain. */
export const needFields = {
  needSafety: 'safety',
  needLegal: 'legal',
  needHousing: 'housing',
  needIncome: 'income',
  needEmployment: 'employment',
  needChildcare: 'childcare',
  needHealth: 'health',
  needTransport: 'transport',
  needImmigration: 'immigration',
  needSubstanceUse: 'substanceUse',
  needFaithAndCommunity: 'faithAndCommunity',
} as const satisfies Record<string, NeedDomain>
export type NeedField = keyof typeof needFields

/** What a column can tell of the chain of response: the link and whether its day may lie ahead. */
export const linkFields = {
  arrestOn: { link: 'arrest', mayBeAhead: false },
  chargeOn: { link: 'charge', mayBeAhead: false },
  hearingOn: { link: 'hearing', mayBeAhead: true },
  releaseOn: { link: 'release', mayBeAhead: true },
  orderIssuedOn: { link: 'orderIssued', mayBeAhead: false },
  orderEndsOn: { link: 'orderEnds', mayBeAhead: true },
} as const satisfies Record<string, { readonly link: LinkKind; readonly mayBeAhead: boolean }>

/** What a column can tell of what is done towards the perpetrator. */
export const measureFields = {
  bail: 'bail',
  noContact: 'noContact',
  gps: 'gps',
  supervision: 'supervision',
  firearms: 'firearms',
  programme: 'programme',
} as const satisfies Record<string, MeasureKind>

const named = <Name extends string>(fields: Readonly<Record<Name, unknown>>) => Object.keys(fields) as Name[]

/** What a row can tell for the record of a case and for what is known of its people, beyond the referral. */
export const recordFields = [
  'victimAliases',
  'victimOtherAddress',
  'victimOtherPhone',
  'victimLanguage',
  'victimInterpreter',
  'victimAccessNeeds',
  'safeContactTime',
  'safeToTalkTo',
  'notSafeToTalkTo',
  'wants',
  'fears',
  'wasAsked',
  'knowsOfMeeting',
  'toldBy',
  'codeWord',
  'incidentKind',
  'needs',
  ...named(needFields),
  ...named(linkFields),
  ...named(measureFields),
  'bailConditions',
  'bailUntil',
  'perpetratorAware',
  'perpetratorAliases',
  'perpetratorOtherAddress',
] as const
export type RecordField = (typeof recordFields)[number]
