import { Link, useRouterState } from '@tanstack/react-router'
import { useApiQuery } from '../api.ts'
import type { MessageKey } from '../i18n/message-key.ts'
import { useT } from '../i18n/use-t.ts'
import classes from './app-frame.module.css'
import { pages } from './pages.ts'

/** The pages on the left, with what is overdue. */
export function Navigation() {
  const t = useT()
  const overdue = useApiQuery('home.thisMonth', undefined, { keepsPrevious: true }).data?.totals.overdueActions ?? 0
  // The import of agencies shares its page with that of referrals, and belongs to the agencies.
  const isAgencyImport = useRouterState({
    select: ({ location }) => location.pathname === '/cases/import' && 'kind' in location.search && location.search.kind === 'agencies',
  })
  const label = (key: MessageKey) => t(key)
  return (
    <nav aria-label={t('frame.navigation')} className={classes.nav}>
      <span className={classes.brand}>Caseboard</span>
      {pages.map(({ to, message }) => (
        <Link
          key={to}
          to={to}
          className={classes.link}
          activeOptions={{ exact: to === '/' || isAgencyImport, includeSearch: false }}
          {...(to === '/agencies' && isAgencyImport ? { 'data-status': 'active', 'aria-current': 'page' } : {})}
        >
          <span>{label(message)}</span>
          {to === '/actions' && overdue > 0 ? (
            <span className={classes.count} aria-label={t('frame.overdueCount', { count: overdue })}>
              <span aria-hidden>▲ {overdue}</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}
