import { z } from 'zod'
import { type AgencyId, TeamPersonId } from './ids.ts'
import { line, words } from './text.ts'

/** The sectors of a coordinated response, law and far beyond it ("Benefits of Coordination", domain.md section 12 c). */
export const sectors = [
  'police',
  'prosecution',
  'courts',
  'probation',
  'advocate',
  'shelter',
  'health',
  'childProtection',
  'schools',
  'housing',
  'employment',
  'faith',
  'media',
  'culturallySpecific',
  'other',
] as const
export const Sector = z.enum(sectors)
export type Sector = z.infer<typeof Sector>

export const teamRoles = ['representative', 'deputy', 'contact'] as const
export const TeamRole = z.enum(teamRoles)
export type TeamRole = z.infer<typeof TeamRole>

/** A person who works for a member agency; never a person of a case. */
export const TeamPersonDraft = z.strictObject({
  id: TeamPersonId.optional(),
  name: line(120),
  role: TeamRole,
  email: words(200).default(''),
  phone: words(60).default(''),
})
export type TeamPersonDraft = z.infer<typeof TeamPersonDraft>
export type TeamPerson = Omit<TeamPersonDraft, 'id'> & { readonly id: TeamPersonId; readonly agencyId: AgencyId }

export const AgencyDraft = z.strictObject({
  name: line(120),
  sector: Sector,
  isCore: z.boolean(),
  email: words(200).default(''),
  phone: words(60).default(''),
  notes: words(2000).default(''),
  people: z.array(TeamPersonDraft).max(50).default([]),
})
export type AgencyDraft = z.infer<typeof AgencyDraft>

export type Agency = Omit<AgencyDraft, 'people'> & {
  readonly id: AgencyId
  readonly isArchived: boolean
  readonly people: readonly TeamPerson[]
}

/** An agency's name without case, accents, punctuation and company words: two agencies with the same key are the same agency. */
export function agencyKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
