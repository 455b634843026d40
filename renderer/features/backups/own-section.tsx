import type { BackupStanding } from '#contract'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './backups.module.css'
import { useProblemWords } from './use-problem-words.ts'

/** The backups that are made by themselves beside the records. */
export function OwnSection({ standing: { automatic, automaticProblem } }: { readonly standing: BackupStanding }) {
  const t = useT()
  const format = useFormat()
  const problem = useProblemWords()
  return (
    <section className={classes.section}>
      <h2>
        <StatusBadge kind={automaticProblem === null ? (automatic === null ? 'plain' : 'done') : 'overdue'} word={t('backups.own')} />
      </h2>
      <p>{automatic === null ? t('backups.own.never') : t('backups.own.last', { when: format.daysFromToday(-automatic.daysAgo) })}</p>
      {automaticProblem === null ? null : <p>{t('backups.own.failed', { reason: problem(automaticProblem) })}</p>}
    </section>
  )
}
