import type { KnownAnswer } from '#domain/record/known.ts'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge, type StatusKind } from '../../../ui/status-badge.tsx'

const kinds: Readonly<Record<KnownAnswer, StatusKind>> = { yes: 'done', no: 'overdue', unknown: 'plain' }

/** Whether somebody may be talked to, as a shape and in words; not known is no yes. */
export function SafeBadge({ answer }: { readonly answer: KnownAnswer }) {
  const t = useT()
  return <StatusBadge kind={kinds[answer]} word={t(`people.safe.${answer}`)} />
}
