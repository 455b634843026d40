import { assertNever } from '#domain/assert-never.ts'
import type { EntryKind } from '#domain/record/entry.ts'
import type { SearchHit } from '#domain/search/hit.ts'

/** Where a hit opens. */
export type HitPlace =
  | { readonly to: '/cases/$caseId'; readonly params: { readonly caseId: number }; readonly search: { readonly tab: CaseTab } }
  | { readonly to: '/meetings/$meetingId'; readonly params: { readonly meetingId: number } }
  | { readonly to: '/agencies'; readonly search: { readonly agencyId: number } }

type CaseTab = 'actions' | 'timeline' | 'people' | 'risk' | 'chain' | 'needs' | 'notes'

/** The tab of a case on which an entry is read. */
const tabOfEntry = {
  assessment: 'risk',
  incident: 'timeline',
  voice: 'timeline',
  contactPoint: 'needs',
  awareness: 'chain',
  chainLink: 'chain',
  measure: 'chain',
  need: 'needs',
  note: 'notes',
  vote: 'notes',
} as const satisfies Readonly<Record<EntryKind, CaseTab>>

function tabOf(hit: SearchHit): CaseTab {
  switch (hit.kind) {
    case 'entry':
      return hit.entryKind === null ? 'timeline' : tabOfEntry[hit.entryKind]
    case 'person':
    case 'case':
      return 'people'
    case 'action':
      return 'actions'
    case 'referral':
    case 'meeting':
    case 'agency':
      return 'timeline'
    default:
      return assertNever(hit.kind)
  }
}

/** The page, and of a case the tab, on which what was found is read. */
export function placeOf(hit: SearchHit): HitPlace {
  if (hit.kind === 'agency') return { to: '/agencies', search: { agencyId: hit.id } }
  if (hit.kind === 'meeting' && hit.meetingId !== null) return { to: '/meetings/$meetingId', params: { meetingId: hit.meetingId } }
  return { to: '/cases/$caseId', params: { caseId: hit.caseId ?? 0 }, search: { tab: tabOf(hit) } }
}
