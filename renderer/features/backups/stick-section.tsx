import type { BackupOverview, MadeBackup } from '#contract'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { BackupPlaceNotice } from '../../ui/place-notice.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useSize } from '../../ui/use-size.ts'
import classes from './backups.module.css'

const askEveryMs = 400

/** The backups that outlive this computer: how old the last one is, and the button for the next. */
export function StickSection({ overview: { standing, place } }: { readonly overview: BackupOverview }) {
  const t = useT()
  const format = useFormat()
  const [made, setMade] = useState<MadeBackup | null>(null)
  const onDone = (backup: MadeBackup) => setMade(backup)
  const make = useApiCommand('backups.make', { onDone })
  const again = useApiCommand('backups.makeAgain', { onDone })
  const isRunning = make.isPending || again.isPending
  const { elsewhere, isDue } = standing
  return (
    <section className={classes.section}>
      <h2>
        <StatusBadge kind={isDue ? 'overdue' : elsewhere === null ? 'soon' : 'done'} word={t('backups.off')} />
      </h2>
      <p>
        {elsewhere === null ? t('backups.off.never') : t('backups.off.last', { when: format.daysFromToday(-elsewhere.daysAgo) })}
        {isDue && elsewhere !== null ? ` ${t('backups.off.due')}` : ''}
      </p>
      <div className={classes.row}>
        <Button disabled={isRunning} onClick={() => make.mutate(undefined)}>
          {t('backups.make')}
        </Button>
        {place === null ? null : (
          <Button variant="default" disabled={isRunning || !place.isThere} onClick={() => again.mutate(undefined)}>
            {t('backups.makeAgain')}
          </Button>
        )}
        <Button variant="default" renderRoot={(props) => <Link to="/backups/restore" {...props} />}>
          {t('backups.restore')}
        </Button>
      </div>
      {place === null ? null : (
        <p className={classes.quiet}>{t(place.isThere ? 'backups.place' : 'backups.place.gone', { folder: place.folder })}</p>
      )}
      <BackupPlaceNotice abroad={place?.abroad} />
      <p className={classes.quiet}>{t('backups.restore.hint')}</p>
      <RefusalNotice error={make.error ?? again.error} />
      <div role="status">{isRunning ? <Running /> : made === null ? null : <Made backup={made} />}</div>
    </section>
  )
}

/** How far the backup is that is being made. */
function Running() {
  const t = useT()
  const running = useApiQuery('backups.overview', undefined, { keepsPrevious: true, refetchEveryMs: askEveryMs }).data?.running
  if (running == null) return <p>{t('backups.running.checking')}</p>
  return <p>{t(`backups.running.${running.phase}`, { percent: Math.floor((running.done / Math.max(1, running.total)) * 100) })}</p>
}

function Made({ backup: { fileName, bytes, removed, isElsewhere } }: { readonly backup: MadeBackup }) {
  const t = useT()
  const size = useSize()
  return (
    <>
      <p>{t('backups.made', { name: fileName, size: size(bytes) })}</p>
      {removed === 0 ? null : <p>{t('backups.made.removed', { count: removed })}</p>}
      {isElsewhere ? null : <p className={classes.damaged}>{t('backups.made.sameDrive')}</p>}
    </>
  )
}
