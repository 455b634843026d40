import type { LinkKind } from './chain-link.ts'

/** What usually follows a link: what a form for the next one starts from. */
const followers: Readonly<Record<LinkKind, LinkKind>> = {
  emergencyCall: 'arrest',
  orderAppliedFor: 'orderIssued',
  orderIssued: 'orderServed',
  orderServed: 'orderEntered',
  orderEntered: 'orderEnds',
  orderViolated: 'arrest',
  orderEnds: 'orderAppliedFor',
  arrest: 'charge',
  charge: 'bail',
  bail: 'hearing',
  hearing: 'sentence',
  condition: 'hearing',
  custody: 'release',
  release: 'supervision',
  sentence: 'custody',
  supervision: 'orderViolated',
  separation: 'orderAppliedFor',
  childContact: 'hearing',
  other: 'emergencyCall',
}

/** The kind of link that usually follows one; the first of a chain is a call. */
export function nextLink(after: LinkKind | null): LinkKind {
  return after === null ? 'emergencyCall' : followers[after]
}
