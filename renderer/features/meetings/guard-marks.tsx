import type { AgendaGuard } from '#domain/conflict.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './meetings.module.css'
import { useSeatWords } from './use-seat-words.ts'

/** Who must leave the room for a case, in a few words. */
export function GuardMarks({ guard }: { readonly guard: AgendaGuard | undefined }) {
  const t = useT()
  const format = useFormat()
  const seatWords = useSeatWords()
  if (guard === undefined || guard.concerned.length === 0) return null
  const agencies = format.list(guard.concerned.map(({ agencyName }) => agencyName))
  return (
    <div className={classes.guardMark} title={format.list(guard.concerned.map(seatWords))}>
      <StatusBadge kind="soon" word={t('conflicts.is.conflict')} /> {agencies}
    </div>
  )
}
