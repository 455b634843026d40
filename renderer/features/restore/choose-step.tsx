import type { ChosenBackup } from '#contract'
import { Button } from '@mantine/core'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './restore.module.css'
import { useSize } from '../../ui/use-size.ts'

type Props = { readonly onChosen: (backup: ChosenBackup) => void }

const mostShown = 6

/** Which backup: one that lies on this computer, or a file. */
export function ChooseStep({ onChosen }: Props) {
  const t = useT()
  const format = useFormat()
  const size = useSize()
  const found = useApiQuery('restore.found')
  const choose = useApiCommand('restore.choose', { isQuiet: true, onDone: onChosen })
  const browse = useApiCommand('restore.browse', { isQuiet: true, onDone: onChosen })
  const isPending = choose.isPending || browse.isPending
  const backups = found.data?.backups ?? []
  const unreadable = found.data?.unreadable ?? []
  const shown = backups.filter(({ name }, index) => index < mostShown || name === found.data?.newestWhole)
  return (
    <div className={classes.flow}>
      <RefusalNotice error={choose.error ?? browse.error ?? found.error} />
      <div className={classes.row}>
        <Button disabled={isPending} onClick={() => browse.mutate(undefined)}>
          {t('restore.chooseFile')}
        </Button>
      </div>
      <h2 className={classes.heading}>{t('restore.found')}</h2>
      {found.data !== undefined && backups.length === 0 ? <p className={classes.quiet}>{t('restore.found.none')}</p> : null}
      {unreadable.length === 0 ? null : (
        <p className={classes.warning}>{t('restore.found.unreadable', { count: unreadable.length, names: unreadable.join(', ') })}</p>
      )}
      {shown.length === 0 ? null : (
        <ul className={classes.found} aria-label={t('restore.found')}>
          {shown.map(({ name, date, time, bytes }) => {
            const when = `${format.date(date)}, ${format.clock(time)}`
            return (
              <li key={name} className={classes.backup}>
                <span className={classes.grow}>
                  {when}
                  {name === found.data?.newestWhole ? <span className={classes.quiet}> ({t('restore.found.newest')})</span> : null}
                </span>
                <span className={classes.quiet}>{size(bytes)}</span>
                <Button
                  size="xs"
                  variant="default"
                  disabled={isPending}
                  aria-label={t('restore.found.open', { when })}
                  onClick={() => choose.mutate({ name })}
                >
                  {t('restore.secret.title')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
