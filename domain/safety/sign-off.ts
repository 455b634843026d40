import type { Sector } from '../agency.ts'

/** Whose word counts as the advocate's: those whose primary mission she is (domain.md 2.1). */
const signingSectors: ReadonlySet<Sector> = new Set<Sector>(['advocate', 'shelter'])

/** True where an agency of this sector may say that an action which he could notice may go ahead. */
export function maySignOff(sector: Sector): boolean {
  return signingSectors.has(sector)
}
