import type { AgencyId, CaseId, ListingId } from './ids.ts'
import { alikeFrom, nameKeys, nameLikeness } from './people/name-likeness.ts'
import type { TieRole } from './people/tie.ts'
import { nameKey } from './person.ts'

/** Why somebody of an agency may be close to a case: the name, one spelled almost so, the same last name; or somebody of the case works for the agency. */
export const matchReasons = ['sameName', 'alikeName', 'sameLastName', 'employer'] as const
export type MatchReason = (typeof matchReasons)[number]

export type RoleInCase = 'victim' | 'perpetrator' | TieRole

/** Something to be asked about before the agenda goes out. It names the person of the agency, never the one of the case. */
export type ConflictMatch = {
  readonly listingId: ListingId
  readonly caseId: CaseId
  readonly caseReference: string
  readonly agencyId: AgencyId
  readonly agencyName: string
  /** '' where the agency itself is meant. */
  readonly teamName: string
  readonly role: RoleInCase
  readonly reason: MatchReason
}

type TeamMember = { readonly agencyId: AgencyId; readonly agencyName: string; readonly name: string }
type PersonOfCase = {
  readonly listingId: ListingId
  readonly caseId: CaseId
  readonly caseReference: string
  readonly role: RoleInCase
  /** The name and other names. */
  readonly names: readonly string[]
  readonly employer: string
}

/** Two names of the same last word, that word being long enough to say something. */
function sharesLastName(one: string, other: string): boolean {
  const last = (name: string) => nameKey(name).split(' ').at(-1) ?? ''
  return last(one).length >= 3 && last(one) === last(other)
}

function reasonOf(team: string, names: readonly string[]): MatchReason | null {
  const likeness = Math.max(0, ...names.map((name) => nameLikeness(nameKeys(team), nameKeys(name))))
  if (likeness === 1) return 'sameName'
  if (likeness >= alikeFrom) return 'alikeName'
  return names.some((name) => sharesLastName(team, name)) ? 'sameLastName' : null
}

/** True where an employer's words hold the agency's name or are held by it. */
function isEmployer(employer: string, agencyName: string): boolean {
  const [one, other] = [nameKey(employer), nameKey(agencyName)]
  if (Math.min(one.length, other.length) < 4) return false
  return ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `)
}

/** Who of the agencies may be somebody of a case on the agenda, or close to them, the likeliest first. A reason to ask, and no more. */
export function conflictMatches(team: readonly TeamMember[], people: readonly PersonOfCase[]): readonly ConflictMatch[] {
  const agencies = new Map(team.map(({ agencyId, agencyName }) => [agencyId, agencyName]))
  const found = new Map<string, ConflictMatch>()
  for (const { names, employer, ...person } of people) {
    const filled = names.filter((name) => name.trim() !== '')
    const note = (match: ConflictMatch) => {
      const key = [match.listingId, match.agencyId, nameKey(match.teamName), match.role, match.reason].join('|')
      found.set(key, match)
    }
    for (const { name, ...agency } of team) {
      const reason = name.trim() === '' ? null : reasonOf(name, filled)
      if (reason !== null) note({ ...person, ...agency, teamName: name, reason })
    }
    for (const [agencyId, agencyName] of agencies)
      if (isEmployer(employer, agencyName)) note({ ...person, agencyId, agencyName, teamName: '', reason: 'employer' })
  }
  return [...found.values()].toSorted(
    (a, b) => matchReasons.indexOf(a.reason) - matchReasons.indexOf(b.reason) || (a.caseReference < b.caseReference ? -1 : 1),
  )
}
