import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { AgencyId } from '../ids.ts'
import { words } from '../text.ts'

/** What counts as a further incident (domain.md section 4); `other` never makes a repeat. */
export const incidentKinds = ['violence', 'threats', 'damage', 'stalking', 'harassment', 'sexual', 'breachOfOrder', 'other'] as const
export const IncidentKind = z.enum(incidentKinds)
export type IncidentKind = z.infer<typeof IncidentKind>

/** Something that he did, whoever came to know of it: a police report is not needed. */
export const Incident = z.strictObject({
  kind: z.literal('incident'),
  incident: IncidentKind,
  on: IsoDate,
  /** The day on which an agency came to know; the day of the incident where it is not said. */
  identifiedOn: IsoDate.nullable().default(null),
  identifiedBy: AgencyId.nullable().default(null),
  reportedToPolice: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  note: words(2000).default(''),
})
export type Incident = z.infer<typeof Incident>
