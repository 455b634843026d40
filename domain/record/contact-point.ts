import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { AgencyId } from '../ids.ts'
import { words } from '../text.ts'
import { KnownAnswer } from './known.ts'

export const metPeople = ['victim', 'child', 'perpetrator'] as const
export const MetPerson = z.enum(metPeople)
export type MetPerson = z.infer<typeof MetPerson>

/** Which agency meets whom, when last, and whether it is safe to raise the matter there (domain.md 12, benefit b). */
export const ContactPoint = z.strictObject({
  kind: z.literal('contactPoint'),
  agencyId: AgencyId,
  meets: MetPerson,
  lastOn: IsoDate.nullable().default(null),
  /** In the words of the agency: `daily at the gate`, `every second Tuesday`. */
  often: words(120).default(''),
  isSafeToRaise: KnownAnswer.default('unknown'),
  note: words(1000).default(''),
})
export type ContactPoint = z.infer<typeof ContactPoint>
