import type { AuditStanding } from '#domain/audit/entry.ts'
import { Progress } from '@mantine/core'
import { breakWords } from '../../i18n/log-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import classes from './audit.module.css'

/** Whether the chain of the log holds, how far the check has come, or where it breaks and what to do then. */
export function LogStanding({ standing }: { readonly standing: AuditStanding }) {
  const t = useT()
  const format = useFormat()
  switch (standing.kind) {
    case 'waiting':
      return (
        <p role="status" className={classes.dim}>
          {t('audit.standing.waiting')}
        </p>
      )
    case 'checking':
      return (
        <div className={classes.checking}>
          <p role="status">
            {t('audit.standing.checking', { checked: format.number(standing.checked), total: format.number(standing.total) })}
          </p>
          <Progress
            aria-label={t('audit.verify')}
            value={standing.total === 0 ? 0 : (standing.checked / standing.total) * 100}
            transitionDuration={0}
          />
        </div>
      )
    case 'sound':
      return (
        <p role="status" className={classes.sound}>
          <span aria-hidden>✓ </span>
          {t(standing.isWhole ? 'audit.standing.sound' : 'audit.standing.soundRecent', {
            entries: format.number(standing.entries),
            when: format.instant(standing.checkedAt),
          })}
        </p>
      )
    case 'broken':
      return (
        <section className={classes.broken} aria-label={t('audit.broken.title')}>
          <h2>
            <span aria-hidden>▲ </span>
            {t('audit.broken.title')}
          </h2>
          <p>{breakWords(standing, t, format)}</p>
          <p>{t('audit.broken.whatNow')}</p>
        </section>
      )
  }
}
