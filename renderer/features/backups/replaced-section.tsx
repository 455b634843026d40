import type { BackupOverview } from '#contract'
import { Button } from '@mantine/core'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useSize } from '../../ui/use-size.ts'
import classes from './backups.module.css'

/** What a restore has replaced and is still kept; nothing is shown where there is none. */
export function ReplacedSection({ replaced }: Pick<BackupOverview, 'replaced'>) {
  const t = useT()
  const size = useSize()
  const remove = useApiCommand('backups.removeReplaced')
  if (replaced.length === 0) return null
  return (
    <section className={classes.section}>
      <h2>{t('backups.replaced')}</h2>
      <p className={classes.quiet}>{t('backups.replaced.hint')}</p>
      <RefusalNotice error={remove.error} />
      <ul className={classes.replaced}>
        {replaced.map(({ name, bytes }) => (
          <li key={name} className={classes.replacedFile}>
            <span className={classes.grow}>{name}</span>
            <span className={classes.quiet}>{size(bytes)}</span>
            <Button
              size="xs"
              variant="default"
              disabled={remove.isPending}
              aria-label={t('backups.replaced.removeLabel', { name })}
              onClick={() => remove.mutate({ name })}
            >
              {t('backups.replaced.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
