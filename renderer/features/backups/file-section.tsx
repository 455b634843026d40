import type { Integrity } from '#contract'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { type StatusKind, StatusBadge } from '../../ui/status-badge.tsx'
import classes from './backups.module.css'

const kinds: Readonly<Record<Integrity['pages']['kind'], StatusKind>> = {
  waiting: 'plain',
  checking: 'plain',
  sound: 'done',
  damaged: 'overdue',
}

/** Whether the file of the records is as it was written, and what to do where it is not. */
export function FileSection({ askEveryMs }: { readonly askEveryMs: number }) {
  const t = useT()
  const check = useApiCommand('integrity.check', { isQuiet: true })
  const integrity = useApiQuery('integrity.state', undefined, { keepsPrevious: true, refetchEveryMs: askEveryMs })
  if (integrity.data === undefined) return <RefusalNotice error={integrity.error} />
  const { pages, history, isWitnessBehind } = integrity.data
  return (
    <section className={classes.section}>
      <h2>
        <StatusBadge kind={kinds[pages.kind]} word={t('backups.file')} />
      </h2>
      <Pages pages={pages} />
      {isWitnessBehind ? <p>{t('backups.file.witnessBehind')}</p> : null}
      {history.kind === 'missing' ? <p className={classes.quiet}>{t('backups.file.witnessMissing')}</p> : null}
      {history.kind === 'unreadable' ? <p className={classes.quiet}>{t('backups.file.witnessUnreadable')}</p> : null}
      <RefusalNotice error={check.error} />
      <div className={classes.row}>
        <Button size="xs" variant="default" disabled={check.isPending || pages.kind === 'checking'} onClick={() => check.mutate(undefined)}>
          {t('backups.file.check')}
        </Button>
        {pages.kind === 'damaged' ? (
          <Button size="xs" variant="default" renderRoot={(props) => <Link to="/backups/salvage" {...props} />}>
            {t('backups.salvage')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

function Pages({ pages }: Pick<Integrity, 'pages'>) {
  const t = useT()
  const format = useFormat()
  switch (pages.kind) {
    case 'waiting':
      return <p>{t('backups.file.waiting')}</p>
    case 'checking':
      return <p>{t('backups.file.checking', { percent: Math.floor((pages.done / Math.max(1, pages.total)) * 100) })}</p>
    case 'sound':
      return <p>{t('backups.file.sound', { when: format.instant(pages.at), pages: format.number(pages.total) })}</p>
    case 'damaged':
      return (
        <p role="alert" className={classes.damaged}>
          {t('backups.file.damaged', { count: pages.damaged })}
        </p>
      )
  }
}
