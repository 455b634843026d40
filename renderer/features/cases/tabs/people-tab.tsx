import { PeopleCard } from '../people-card.tsx'
import type { CaseTabProps } from './case-tab.ts'

/** Who is in the case. */
export function PeopleTab({ detail }: CaseTabProps) {
  return <PeopleCard detail={detail} />
}
