import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/use-t.ts'
import classes from './settings.module.css'

/** The ways to the log, and to how long records are kept. */
export function RecordsLinks() {
  const t = useT()
  return (
    <>
      <section className={classes.section}>
        <h2>{t('retention.title')}</h2>
        <p>{t('retention.linkText')}</p>
        <div>
          <Button variant="default" renderRoot={(props) => <Link to="/settings/retention" {...props} />}>
            {t('retention.link')}
          </Button>
        </div>
      </section>
      <section className={classes.section}>
        <h2>{t('audit.title')}</h2>
        <p>{t('retention.logLinkText')}</p>
        <div>
          <Button variant="default" renderRoot={(props) => <Link to="/settings/log" {...props} />}>
            {t('audit.broken.show')}
          </Button>
        </div>
      </section>
    </>
  )
}
