import type { CaseFilter, CaseRow } from '#domain/case.ts'
import type { Format } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/use-t.ts'
import type { ReactNode } from 'react'
import { PersonName } from '../../ui/person-name.tsx'
import { RestrictedMark } from '../../ui/restricted-mark.tsx'
import { RiskMark } from '../../ui/risk-mark.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Column } from '../../ui/table-columns.ts'
import classes from './cases.module.css'
import { stateKinds } from './state-kinds.ts'

export type CaseSort = CaseFilter['sort']

/** The columns of the table of cases; `isWide` has room for who referred it, the days of the last referral, of the coming meeting and of the last one heard. */
export function casesColumns(t: Translate, format: Format, isWide: boolean): readonly Column<CaseRow, CaseSort>[] {
  const dash = <span className={classes.dim}>–</span>
  const received: Column<CaseRow, CaseSort> = {
    id: 'received',
    header: t('cases.column.received'),
    width: '112px',
    sort: 'receivedOn',
    cell: (row) => (row.receivedOn === null ? dash : format.date(row.receivedOn)),
  }
  /** The next risk date or the next meeting, whichever comes first; a risk date on the day of a meeting is what the meeting must know of. */
  const nextWords = ({ nextMeetingOn, nextRiskDate }: CaseRow): ReactNode => {
    if (nextRiskDate !== null && (nextMeetingOn === null || nextRiskDate.on <= nextMeetingOn)) {
      const what = t(`riskDate.${nextRiskDate.kind}`)
      const words = t('cases.nextRisk', { what, date: format.day(nextRiskDate.on) })
      return (
        <span className={classes.riskDate} title={t('cases.nextRisk', { what, date: format.date(nextRiskDate.on) })}>
          {words}
        </span>
      )
    }
    return nextMeetingOn === null ? null : t('cases.nextMeeting', { date: format.date(nextMeetingOn) })
  }
  const next: Column<CaseRow, CaseSort> = {
    id: 'next',
    header: t('cases.column.next'),
    width: '168px',
    cell: (row) => nextWords(row) ?? dash,
  }
  const discussed: Column<CaseRow, CaseSort> = {
    id: 'discussed',
    header: t('cases.column.discussed'),
    width: '120px',
    cell: (row) => (row.lastDiscussedOn === null ? dash : format.date(row.lastDiscussedOn)),
  }
  const meeting: Column<CaseRow, CaseSort> = {
    id: 'meeting',
    header: t('cases.column.next'),
    width: '192px',
    cell: (row) => {
      const words = nextWords(row)
      if (words !== null) return words
      const { lastDiscussedOn } = row
      return lastDiscussedOn === null ? (
        dash
      ) : (
        <span className={classes.dim}>{t('cases.lastMeeting', { date: format.date(lastDiscussedOn) })}</span>
      )
    },
  }
  const source: Column<CaseRow, CaseSort> = {
    id: 'source',
    header: t('cases.column.source'),
    width: 'minmax(96px, 1fr)',
    cell: (row) => <span title={row.sourceAgencyName}>{row.sourceAgencyName}</span>,
  }
  const repeat: Column<CaseRow, CaseSort> = {
    id: 'repeat',
    header: t('cases.column.repeat'),
    width: '64px',
    cell: (row) => (row.isRepeat ? <span className={classes.repeat}>{t('cases.isRepeat')}</span> : dash),
  }
  return [
    { id: 'reference', header: t('cases.column.reference'), width: '124px', sort: 'reference', cell: (row) => row.reference },
    {
      id: 'people',
      header: t('cases.column.people'),
      width: 'minmax(160px, 2fr)',
      cell: (row) => (
        <span className={classes.parties}>
          {row.isRestricted ? (
            <RestrictedMark />
          ) : (
            <>
              <span className={classes.party}>
                <PersonName name={row.victimName} />
              </span>
              {' / '}
              <span className={classes.party}>
                <PersonName name={row.perpetratorName} />
              </span>
            </>
          )}
          {row.childrenCount === null || row.childrenCount === 0 ? null : (
            <span className={classes.dim}> · {t('cases.children', { count: row.childrenCount })}</span>
          )}
          {!isWide && row.isRepeat ? <span className={classes.repeat}>{t('cases.isRepeat')}</span> : null}
        </span>
      ),
    },
    {
      id: 'risk',
      header: t('cases.column.risk'),
      width: '104px',
      sort: 'riskScore',
      cell: (row) =>
        row.risk === null && !row.isHigh ? (
          <span className={classes.dim}>{t('cases.noRisk')}</span>
        ) : (
          <RiskMark risk={row.risk} isHigh={row.isHigh} />
        ),
    },
    ...(isWide ? [source, received, repeat] : []),
    {
      id: 'state',
      header: t('cases.column.state'),
      width: '176px',
      cell: (row) => <StatusBadge kind={stateKinds[row.state]} word={t(`caseState.${row.state}`)} />,
    },
    ...(isWide ? [] : [meeting]),
    {
      id: 'actions',
      header: t('cases.column.actions'),
      width: '144px',
      cell: (row) => {
        if (row.openActions === 0) return dash
        if (row.overdueActions === 0) return t('cases.openActions', { count: row.openActions })
        return (
          <StatusBadge kind="overdue" word={t('meetings.agenda.openAndOverdue', { open: row.openActions, overdue: row.overdueActions })} />
        )
      },
    },
    ...(isWide ? [next, discussed] : []),
  ]
}
