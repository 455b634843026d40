import { z } from 'zod'
import type { Sector } from '../agency.ts'
import { IsoDate } from '../dates.ts'
import { AgencyId } from '../ids.ts'

/** Who said a thing, whether it is fact or opinion, and whether an advocate's privilege is on it (domain.md R3, 1.3). Null: the team's own. */
export const Provenance = z.strictObject({
  saidBy: AgencyId.nullable().default(null),
  saidOn: IsoDate.nullable().default(null),
  basis: z.enum(['fact', 'opinion']).default('fact'),
  /** Said to or by an advocate in confidence: leaves to nobody but whom a release names. */
  isPrivileged: z.boolean().default(false),
})
export type Provenance = z.infer<typeof Provenance>

/** Whether what an agency says is privileged until somebody says otherwise: what comes from an advocate is (domain.md R3). */
export function isPrivilegedFrom(sector: Sector | null): boolean {
  return sector === 'advocate'
}

/** Where a thing comes from that an agency wrote to the team. */
export function fromAgency(saidBy: AgencyId, sector: Sector | null, saidOn: IsoDate): Provenance {
  return { saidBy, saidOn, basis: 'fact', isPrivileged: isPrivilegedFrom(sector) }
}
