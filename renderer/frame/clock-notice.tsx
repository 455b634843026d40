import { daysBetween } from '#domain/dates.ts'
import { Button } from '@mantine/core'
import { useApiCommand, useApiQuery } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import { today as todayHere } from '../ui/today.ts'
import classes from './damage-notice.module.css'

/** Stands on every page while the date of this computer does not follow the log; the coordinator says that it is right. */
export function ClockNotice() {
  const t = useT()
  const format = useFormat()
  const doubt = useApiQuery('integrity.clock', undefined, { keepsPrevious: true }).data
  const me = useApiQuery('keys.me').data
  const confirm = useApiCommand('integrity.confirmClock')
  if (doubt === undefined || doubt === null) return null
  const today = todayHere()
  const values = { today: format.date(today), last: format.date(doubt.lastOn), days: daysBetween(doubt.lastOn, today) }
  return (
    <p role="alert" className={classes.notice}>
      <span aria-hidden>▲ </span>
      {doubt.kind === 'behind' ? t('clock.behind', values) : t('clock.ahead', values)} {t('clock.what')}{' '}
      {me?.role === 'coordinator' ? (
        <Button size="compact-xs" variant="default" loading={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
          {t('clock.confirm')}
        </Button>
      ) : (
        t('clock.coordinator')
      )}
    </p>
  )
}
