import { daysBetween } from '#domain/dates.ts'
import { Anchor } from '@mantine/core'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { today } from '../../ui/today.ts'
import classes from './cases.module.css'

/** How many referrals wait for a meeting and since when; nothing where none does. */
export function WaitingStrip({ onShow }: { readonly onShow: () => void }) {
  const t = useT()
  const format = useFormat()
  const waiting = useApiQuery('referrals.waiting').data ?? []
  const [oldest] = waiting
  if (oldest === undefined) return null
  return (
    <p className={classes.waiting}>
      {t('cases.waiting', { count: waiting.length, age: format.daysFromToday(daysBetween(today(), oldest.receivedOn)) })}
      <Anchor component="button" type="button" onClick={onShow}>
        {t('cases.showWaiting')}
      </Anchor>
    </p>
  )
}
