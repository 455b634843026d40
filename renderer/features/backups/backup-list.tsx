import type { KeptBackup } from '#contract'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useSize } from '../../ui/use-size.ts'
import classes from './backups.module.css'
import { useProblemWords } from './use-problem-words.ts'

/** The backups of the last while, those that failed included. */
export function BackupList({ backups }: { readonly backups: readonly KeptBackup[] }) {
  const t = useT()
  const format = useFormat()
  const size = useSize()
  const problem = useProblemWords()
  return (
    <section className={classes.section}>
      <h2>{t('backups.list')}</h2>
      {backups.length === 0 ? (
        <p className={classes.quiet}>{t('backups.list.none')}</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={t('backups.list')}>
            <thead>
              <tr>
                <th scope="col">{t('backups.list.when')}</th>
                <th scope="col">{t('backups.list.where')}</th>
                <th scope="col">{t('backups.list.file')}</th>
                <th scope="col" className={classes.number}>
                  {t('backups.list.size')}
                </th>
                <th scope="col">{t('backups.list.state')}</th>
              </tr>
            </thead>
            <tbody>
              {backups.map((backup) => (
                <tr key={backup.id}>
                  <td>{format.instant(backup.madeAt)}</td>
                  <td>{backup.place === 'chosen' ? backup.folder : t(`backups.place.${backup.place}`)}</td>
                  <td>{backup.problem === '' ? backup.fileName : problem(backup.problem)}</td>
                  <td className={classes.number}>{backup.problem === '' ? size(backup.bytes) : ''}</td>
                  <td>
                    {backup.problem !== '' ? (
                      <StatusBadge kind="overdue" word={t('backups.state.failed')} />
                    ) : backup.isRemoved ? (
                      <StatusBadge kind="plain" word={t('backups.state.removed')} />
                    ) : (
                      <StatusBadge kind="done" word={t('backups.state.verified')} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
