import type { ThisMonth } from '#contract'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { type StatusKind, StatusBadge } from '../../ui/status-badge.tsx'
import { EarlyReviewLine } from './early-review-line.tsx'
import { EarlyReviewPanel } from './early-review-panel.tsx'
import classes from './home.module.css'

const mostCases = 8

/** What waits: to decide, to chase, without a safety action, not come back. */
export function WaitingWork({ month }: { readonly month: ThisMonth }) {
  const t = useT()
  const format = useFormat()
  const {
    referralsWaiting: waiting,
    overdueByAgency,
    casesWithoutSafetyAction: unsafe,
    listsToReturn,
    backup,
    earlyReview,
    brokenLinks,
  } = month
  const [isListing, setListing] = useState(false)
  const role = useApiQuery('keys.me').data?.role
  const mayList = role !== undefined && role !== 'readOnly'
  const restOfUnsafe = unsafe.length - mostCases
  return (
    <section aria-label={t('home.toDo')}>
      <dl className={classes.lines}>
        <Line label={t('home.decide')} kind={waiting.count > 0 ? 'new' : 'done'}>
          {waiting.count === 0 ? (
            t('home.decide.none')
          ) : (
            <Link to="/cases" search={{ state: 'waiting' }} className={classes.link}>
              {t('home.decide.some', { count: waiting.count })}
              {waiting.oldestDays === null ? '' : `, ${t('home.decide.oldest', { days: waiting.oldestDays })}`}
            </Link>
          )}
        </Line>
        <Line label={t('home.chase')} kind={overdueByAgency.length > 0 ? 'overdue' : 'done'}>
          {overdueByAgency.length === 0
            ? t('home.chase.none')
            : overdueByAgency.map(({ agencyId, agencyName, count }) => (
                <Link key={agencyId} to="/actions" search={{ agencyId, state: 'overdue' }} className={classes.link}>
                  {t('home.chase.agency', { agency: agencyName, count })}
                </Link>
              ))}
        </Line>
        <Line label={t('home.earlyReview')} kind={earlyReview.count > 0 ? 'overdue' : 'done'}>
          <EarlyReviewLine review={earlyReview} mayList={mayList} isListing={isListing} onList={() => setListing(true)} />
        </Line>
        <Line label={t('home.safety')} kind={unsafe.length > 0 ? 'overdue' : 'done'}>
          {unsafe.length === 0 ? (
            t('home.safety.none')
          ) : (
            <>
              <span>{t('home.safety.some')}</span>
              {unsafe.slice(0, mostCases).map(({ caseId, reference }) => (
                <Link key={caseId} to="/cases/$caseId" params={{ caseId }} className={classes.link}>
                  {reference}
                </Link>
              ))}
              {restOfUnsafe > 0 ? <span>{t('home.safety.more', { count: restOfUnsafe })}</span> : null}
            </>
          )}
        </Line>
        <Line label={t('home.chain')} kind={brokenLinks.links > 0 ? 'overdue' : 'done'}>
          {brokenLinks.links === 0 ? (
            t('home.chain.none')
          ) : (
            <Link to="/cases" search={{ attention: 'brokenChain' }} className={classes.link}>
              {t('home.chain.some', brokenLinks)}
            </Link>
          )}
        </Line>
        <Line label={t('home.returns')} kind={listsToReturn > 0 ? 'soon' : 'done'}>
          {listsToReturn === 0 ? (
            t('home.returns.none')
          ) : (
            <Link to="/sharing" className={classes.link}>
              {t('home.returns.some', { count: listsToReturn })}
            </Link>
          )}
        </Line>
        <Line
          label={t('home.backup')}
          kind={backup.isDue || backup.automaticProblem !== null ? 'overdue' : backup.elsewhere === null ? 'soon' : 'done'}
        >
          <Link to="/backups" className={classes.link}>
            {backup.elsewhere === null
              ? t('home.backup.none')
              : t('home.backup.ago', { when: format.daysFromToday(-backup.elsewhere.daysAgo) })}
          </Link>
          {backup.automaticProblem === null ? null : <span>{t('home.backup.automaticFailed')}</span>}
        </Line>
      </dl>
      {isListing ? <EarlyReviewPanel cases={earlyReview.cases} today={month.today} onClose={() => setListing(false)} /> : null}
    </section>
  )
}

type LineProps = { readonly label: string; readonly kind: StatusKind; readonly children: ReactNode }

function Line({ label, kind, children }: LineProps) {
  return (
    <div className={classes.line}>
      <dt>
        <StatusBadge kind={kind} word={label} />
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
