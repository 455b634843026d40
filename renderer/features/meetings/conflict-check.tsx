import type { ConflictMatch } from '#domain/conflict-match.ts'
import type { MeetingConflicts } from '#domain/conflict.ts'
import type { AgencyId, CaseId } from '#domain/ids.ts'
import type { MeetingDetail } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { call, useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './meetings.module.css'
import { useSeatWords } from './use-seat-words.ts'

/** Before the agenda goes out: who is too close to a case, who was not asked yet, and whom to ask because of a name or an employer. */
export function ConflictCheck({ meeting }: { readonly meeting: MeetingDetail }) {
  const t = useT()
  const conflicts = useApiQuery('conflicts.of', { meetingId: meeting.id })
  const flag = useApiCommand('conflicts.declare')
  const restrict = useApiCommand('restrictions.set')
  if (conflicts.data === undefined) return <RefusalNotice error={conflicts.error} onRetry={() => void conflicts.refetch()} />
  const { seats, matches } = conflicts.data
  const isFixed = meeting.state === 'closed'

  function onFlag({ agencyId, caseId }: ConflictMatch): void {
    const before = seats.find((seat) => seat.agencyId === agencyId)?.conflicts.filter(({ saidBy }) => saidBy === 'coordinator') ?? []
    flag.mutate({ meetingId: meeting.id, agencyId, saidBy: 'coordinator', caseIds: [...before.map((each) => each.caseId), caseId] })
  }

  async function onRestrict(caseId: CaseId, agencyId: AgencyId): Promise<void> {
    const { restriction } = await call('restrictions.of', { caseId })
    restrict.mutate({
      caseId,
      reason: restriction?.reason ?? t('conflicts.restrict.reason'),
      agencyIds: [...(restriction?.agencyIds ?? []), agencyId],
      slotIds: [...(restriction?.slotIds ?? [])],
    })
  }

  const guardOf = (caseId: CaseId) =>
    meeting.guards.find(({ listingId }) => listingId === meeting.agenda.find((item) => item.caseId === caseId)?.listingId)
  const whyOf = (caseId: CaseId, agencyId: AgencyId) => guardOf(caseId)?.concerned.find((seat) => seat.agencyId === agencyId)?.why ?? null
  return (
    <div className={classes.conflicts}>
      <RefusalNotice error={flag.error ?? restrict.error} />
      <Declared meeting={meeting} seats={seats} />
      <section aria-labelledby="matches" className={classes.conflictSection}>
        <h2 id="matches">{t('conflicts.matches', { count: matches.length })}</h2>
        <p className={classes.quiet}>{t('conflicts.matches.text')}</p>
        {matches.length === 0 ? null : (
          <div className={classes.tableFrame}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('meetings.agenda.reference')}</th>
                  <th scope="col">{t('meetings.attendance.agency')}</th>
                  <th scope="col">{t('conflicts.why')}</th>
                  <th scope="col">{t('conflicts.standing')}</th>
                </tr>
              </thead>
              <tbody>
                {matches.map((match) => {
                  const why = whyOf(match.caseId, match.agencyId)
                  return (
                    <tr key={[match.listingId, match.agencyId, match.teamName, match.role, match.reason].join(' ')}>
                      <th scope="row">{match.caseReference}</th>
                      <td className={classes.long}>{match.agencyName}</td>
                      <td className={classes.conflictWhy}>
                        {t(`conflicts.match.${match.reason}`, { name: match.teamName, role: t(`people.role.${match.role}`) })}
                      </td>
                      <td>
                        <span className={classes.conflictButtons}>
                          {why === null ? null : <StatusBadge kind="soon" word={t(`conflicts.is.${why}`)} />}
                          {isFixed || why !== null || match.teamName === '' ? null : (
                            <Button
                              size="compact-xs"
                              variant="default"
                              aria-label={t('conflicts.flag.of', { agency: match.agencyName, reference: match.caseReference })}
                              onClick={() => onFlag(match)}
                            >
                              {t('conflicts.flag')}
                            </Button>
                          )}
                          {isFixed || why === 'restricted' ? null : (
                            <Button
                              size="compact-xs"
                              variant="default"
                              aria-label={t('conflicts.restrict.of', { agency: match.agencyName, reference: match.caseReference })}
                              onClick={() => void onRestrict(match.caseId, match.agencyId).catch(() => undefined)}
                            >
                              {t('conflicts.restrict')}
                            </Button>
                          )}
                        </span>
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </div>
  )
}

/** What was declared, case by case, and who was not asked about every case. */
function Declared({ meeting, seats }: { readonly meeting: MeetingDetail; readonly seats: MeetingConflicts['seats'] }) {
  const t = useT()
  const format = useFormat()
  const seatWords = useSeatWords()
  const asked = seats.filter(({ presence }) => presence === 'expected' || presence === 'present')
  const missing = meeting.agenda.length === 0 ? [] : asked.filter(({ unanswered }) => unanswered > 0)
  return (
    <section aria-labelledby="declared" className={classes.conflictSection}>
      <h2 id="declared">{t('conflicts.declared')}</h2>
      <ul className={classes.conflictLines}>
        {meeting.guards
          .filter(({ concerned }) => concerned.length > 0)
          .map((guard) => (
            <li key={guard.listingId}>
              <strong>{meeting.agenda.find(({ listingId }) => listingId === guard.listingId)?.caseReference}</strong>{' '}
              {t('conflicts.leaves', { agencies: format.list(guard.concerned.map(seatWords)) })}
            </li>
          ))}
      </ul>
      <p>
        {missing.length === 0
          ? t('conflicts.allAsked')
          : t('conflicts.notAsked', { count: missing.length, who: format.list(missing.map(seatWords)) })}
      </p>
    </section>
  )
}
