import { z } from 'zod'
import type { IsoInstant } from './dates.ts'
import { CaseId, type LinkId } from './ids.ts'
import type { TieRole } from './people/tie.ts'
import { line } from './text.ts'

/** Why two cases belong together. */
export const linkKinds = ['samePair', 'samePerpetrator', 'sameVictim', 'relative', 'household', 'other'] as const
export const LinkKind = z.enum(linkKinds)
export type LinkKind = z.infer<typeof LinkKind>

/** The other case is named by its reference, as it is spoken of; the same link is seen from both. */
export const LinkDraft = z.strictObject({
  caseId: CaseId,
  otherReference: line(40),
  kind: LinkKind,
  reason: line(1000),
})
export type LinkDraft = z.infer<typeof LinkDraft>

/** A link as one of its two cases shows it: the other's reference, how and why. Never who is in it or what it says. */
export type CaseLink = {
  readonly id: LinkId
  readonly otherId: CaseId
  readonly otherReference: string
  readonly kind: LinkKind
  readonly reason: string
  readonly linkedAt: IsoInstant
  readonly linkedBy: string
}

/** A case that shares somebody with this one and is not linked. */
export type LinkSuggestion = { readonly otherId: CaseId; readonly otherReference: string; readonly kind: LinkKind }

export type LinksOfCase = { readonly links: readonly CaseLink[]; readonly suggestions: readonly LinkSuggestion[] }

type RoleInCase = 'victim' | 'perpetrator' | TieRole

/** Roles by which somebody of the family is in a case. */
const familyRoles: ReadonlySet<RoleInCase> = new Set(['child', 'parent', 'relative'])

/** What a link would be called where one person is in both cases, by what they are here and there. */
export function suggestedKind(here: RoleInCase, there: RoleInCase): LinkKind {
  if (here === 'perpetrator' && there === 'perpetrator') return 'samePerpetrator'
  if (here === 'victim' && there === 'victim') return 'sameVictim'
  return familyRoles.has(here) || familyRoles.has(there) ? 'relative' : 'other'
}

const isPair = (one: LinkKind, other: LinkKind) =>
  (one === 'samePerpetrator' && other === 'sameVictim') || (one === 'sameVictim' && other === 'samePerpetrator')

/** One suggestion for each other case: of several people that are in both, the one that says most; the same two people are one pair (domain.md 4). */
export function suggestLinks(
  shared: readonly { readonly otherId: CaseId; readonly otherReference: string; readonly here: RoleInCase; readonly there: RoleInCase }[],
): readonly LinkSuggestion[] {
  const found = new Map<CaseId, LinkSuggestion>()
  for (const { otherId, otherReference, here, there } of shared) {
    const known = found.get(otherId)
    const one = suggestedKind(here, there)
    const kind = known && isPair(known.kind, one) ? 'samePair' : one
    if (known && linkKinds.indexOf(known.kind) <= linkKinds.indexOf(kind)) continue
    found.set(otherId, { otherId, otherReference, kind })
  }
  return [...found.values()]
}
