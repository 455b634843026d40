import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { AgencyId, EntryId } from '../ids.ts'
import { words } from '../text.ts'

/** What happens to an order, a charge and a person in the hands of the authorities: the links of the chain of response. */
export const linkKinds = [
  'emergencyCall',
  'orderAppliedFor',
  'orderIssued',
  'orderServed',
  'orderEntered',
  'orderViolated',
  'orderEnds',
  'arrest',
  'charge',
  'bail',
  'hearing',
  'condition',
  'custody',
  'release',
  'sentence',
  'supervision',
  'separation',
  'childContact',
  'other',
] as const
export const LinkKind = z.enum(linkKinds)
export type LinkKind = z.infer<typeof LinkKind>

/** `planned`: a date is set; `waiting`: somebody has to act; `broken`: it should have happened and did not. */
export const linkStates = ['done', 'planned', 'waiting', 'broken', 'dropped'] as const
export const LinkState = z.enum(linkStates)
export type LinkState = z.infer<typeof LinkState>

/** One link: what it depends on, which agency holds it and since when (domain.md 12, benefit a). */
export const ChainLink = z.strictObject({
  kind: z.literal('chainLink'),
  link: LinkKind,
  state: LinkState,
  /** The day on which it happened, or is to happen. */
  on: IsoDate.nullable().default(null),
  heldBy: AgencyId.nullable().default(null),
  heldSince: IsoDate.nullable().default(null),
  dependsOn: EntryId.nullable().default(null),
  note: words(1000).default(''),
})
export type ChainLink = z.infer<typeof ChainLink>
