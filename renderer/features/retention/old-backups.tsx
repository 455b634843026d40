import type { OldBackup } from '#contract'
import { IsoInstant } from '#domain/dates.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import classes from './retention.module.css'

/** The backups from before a destruction, each by file and folder, since only a person can remove those on a stick. */
export function OldBackups({ backups }: { readonly backups: readonly OldBackup[] }) {
  const t = useT()
  const format = useFormat()
  if (backups.length === 0) return <p className={classes.dim}>{t('retention.noOldBackups')}</p>
  return (
    <>
      <p>{t('retention.oldBackups', { count: backups.length })}</p>
      <ul className={classes.list}>
        {backups.map(({ fileName, folder, madeAt }) => (
          <li key={`${folder} ${fileName}`}>
            {t(folder === '' ? 'retention.oldBackupBeside' : 'retention.oldBackup', {
              fileName,
              folder,
              when: format.instant(IsoInstant.parse(madeAt)),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
