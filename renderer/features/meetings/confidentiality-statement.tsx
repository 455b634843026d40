import { useT } from '../../i18n/use-t.ts'
import classes from './meetings.module.css'

/** What everybody present agrees to before a case is opened. */
export function ConfidentialityStatement() {
  const t = useT()
  return (
    <section className={classes.statement} aria-labelledby="statement">
      <h2 id="statement">{t('meetings.statement.title')}</h2>
      <p>{t('meetings.statement.intro')}</p>
      <ol>
        <li>{t('meetings.statement.purpose')}</li>
        <li>{t('meetings.statement.passOn')}</li>
        <li>{t('meetings.statement.perpetrator')}</li>
        <li>{t('meetings.statement.keep')}</li>
        <li>{t('meetings.statement.conflict')}</li>
        <li>{t('meetings.statement.breach')}</li>
      </ol>
      <p className={classes.quiet}>{t('meetings.statement.how')}</p>
    </section>
  )
}
