import { isEnded, type Timeliness, timeliness } from '#domain/action.ts'
import type { CaseDetail, CaseListing } from '#domain/case.ts'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { StatusBadge, type StatusKind } from '../../ui/status-badge.tsx'
import { today } from '../../ui/today.ts'
import { Card } from './card.tsx'
import classes from './case.module.css'
import { useSaid } from './use-said.ts'

const dueKinds: Readonly<Record<Timeliness, StatusKind>> = { ended: 'done', overdue: 'overdue', soon: 'soon', later: 'plain' }

/** What was promised for this case, open promises first, the most urgent at the top. */
export function ActionsCard({ detail }: { readonly detail: CaseDetail }) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const sorted = detail.actions.toSorted((a, b) => Number(isEnded(a.status)) - Number(isEnded(b.status)) || a.dueOn.localeCompare(b.dueOn))
  return (
    <Card title={t('case.actions')}>
      {sorted.length === 0 ? <p className={classes.dim}>{t('case.noActions')}</p> : null}
      <ul className={classes.list}>
        {sorted.map((action) => {
          const due = timeliness(action, today())
          return (
            <li key={action.id} className={classes.action}>
              <div>
                <strong>{action.agencyName}</strong>{' '}
                <Link to="/actions" search={{ action: action.reference }} className={classes.opens}>
                  {said(action.description)}
                </Link>
              </div>
              <div className={classes.actionState}>
                {due === 'ended' ? null : <StatusBadge kind={dueKinds[due]} word={t(`timeliness.${due}`)} />}
                <StatusBadge
                  kind={due === 'ended' && action.status === 'complete' ? 'done' : 'plain'}
                  word={t(`actionStatus.${action.status}`)}
                />
                <span>{t('case.due', { date: format.date(action.dueOn) })}</span>
                {action.isWithConcerned && !isEnded(action.status) ? <StatusBadge kind="overdue" word={t('actions.concerned')} /> : null}
                {action.isSafetyAction ? <span className={classes.tag}>{t('case.safetyAction')}</span> : null}
                <span className={classes.dim}>{action.reference}</span>
              </div>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

const outcomeKinds: Readonly<Record<CaseListing['outcome'], StatusKind>> = { waiting: 'soon', discussed: 'done', deferred: 'plain' }

/** The meetings that heard the case, deferred it or are to hear it. */
export function MeetingsCard({ detail }: { readonly detail: CaseDetail }) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const { listings } = detail
  return (
    <Card title={t('case.meetings')}>
      {listings.length === 0 ? <p className={classes.dim}>{t('case.noMeetings')}</p> : null}
      <ul className={classes.list}>
        {listings.map((listing, index) => (
          <li key={index}>
            <Link to="/meetings/$meetingId" params={{ meetingId: listing.meetingId }} className={classes.opens}>
              {format.date(listing.meetingOn)}
            </Link>{' '}
            <StatusBadge kind={outcomeKinds[listing.outcome]} word={t(`listingOutcome.${listing.outcome}`)} />
            {listing.deferReason === '' ? null : (
              <div className={classes.dim}>{t('case.deferred', { reason: said(listing.deferReason) })}</div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
