import type { RecordsHistory } from '#contract'
import { IsoInstant } from '#domain/dates.ts'
import { Button } from '@mantine/core'
import { useApiCommand } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './restore.module.css'

type Props = {
  readonly history: Extract<RecordsHistory, { readonly kind: 'older' | 'otherHistory' }>
  readonly onRestore: () => void
}

/** An older file was put back: what is known of it, and the ways on. Nothing else is shown before one is chosen. */
export function OlderRecords({ history, onRestore }: Props) {
  const t = useT()
  const format = useFormat()
  const goOn = useApiCommand('integrity.goOn')
  const lock = useApiCommand('app.lock')
  const moment = (at: string | null) => {
    const known = IsoInstant.safeParse(at)
    return known.success ? format.instant(known.data) : t('older.unknown')
  }
  return (
    <div className={classes.flow}>
      <p>{history.kind === 'older' ? t('older.missing', { count: history.missingEntries }) : t('older.other')}</p>
      <p>{t('older.seen', { seen: moment(history.witnessedAt), found: moment(history.storeAt) })}</p>
      <RefusalNotice error={goOn.error ?? lock.error} />
      <div className={classes.row}>
        <Button onClick={onRestore}>{t('backups.restore')}</Button>
        <Button variant="default" onClick={() => lock.mutate(undefined)}>
          {t('older.lock')}
        </Button>
      </div>
      <div className={classes.row}>
        <Button variant="default" disabled={goOn.isPending} onClick={() => goOn.mutate(undefined)}>
          {t('older.goOn')}
        </Button>
        <span className={classes.quiet}>{t('older.goOnHint')}</span>
      </div>
    </div>
  )
}
