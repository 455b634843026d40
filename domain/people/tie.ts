import { z } from 'zod'
import type { CaseId, PersonId, TieId } from '../ids.ts'
import { KnownAnswer } from '../record/known.ts'
import { words } from '../text.ts'
import type { PersonRecord } from './person-record.ts'

/** Who somebody is in a case, besides the victim and the perpetrator. */
export const tieRoles = [
  'child',
  'newPartner',
  'formerPartner',
  'parent',
  'relative',
  'friend',
  'ally',
  'neighbour',
  'colleague',
  'professional',
  'other',
] as const
export const TieRole = z.enum(tieRoles)
export type TieRole = z.infer<typeof TieRole>

export const sides = ['unknown', 'victim', 'perpetrator', 'both'] as const
export const households = ['unknown', 'victim', 'perpetrator', 'both', 'neither'] as const

/** How somebody is tied to a case. Whether it is safe to talk to them is asked of everybody; "unknown" means: do not. */
export const TieDraft = z.strictObject({
  role: TieRole,
  /** Whose parent, relative, friend. */
  side: z.enum(sides).default('unknown'),
  isSafeToTalkTo: KnownAnswer.default('unknown'),
  livesWith: z.enum(households).default('unknown'),
  note: words(1000).default(''),
})
export type TieDraft = z.infer<typeof TieDraft>

export type Tie = TieDraft & { readonly id: TieId; readonly caseId: CaseId; readonly personId: PersonId; readonly version: number }

/** Where else a person appears: a case by its reference, and as what. */
export type Appearance = { readonly caseId: CaseId; readonly reference: string; readonly role: 'victim' | 'perpetrator' | TieRole }

export type PersonInCase = { readonly person: PersonRecord; readonly elsewhere: readonly Appearance[] }
export type TiedPerson = PersonInCase & { readonly tie: Tie }

/** Everybody of a case. */
export type CasePeople = {
  readonly caseId: CaseId
  readonly victim: PersonInCase
  readonly perpetrator: PersonInCase
  readonly ties: readonly TiedPerson[]
}
