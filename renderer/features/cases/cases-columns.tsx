import type { CaseFilter, CaseRow } from '#domain/case.ts'
import { isHighByScore } from '#domain/risk-tool.ts'
import type { Format } from '../../i18n/format.ts'
import { riskWords } from '../../i18n/risk-words.ts'
import type { Translate } from '../../i18n/use-t.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { RestrictedMark } from '../../ui/restricted-mark.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Column } from '../../ui/table-columns.ts'
import classes from './cases.module.css'
import { stateKinds } from './state-kinds.ts'

export type CaseSort = CaseFilter['sort']

/** The columns of the table of cases; `isWide` has room for the days of the last referral, of the coming meeting and of the last one heard. */
export function casesColumns(t: Translate, format: Format, isWide: boolean): readonly Column<CaseRow, CaseSort>[] {
  const dash = <span className={classes.dim}>–</span>
  const received: Column<CaseRow, CaseSort> = {
    id: 'received',
    header: t('cases.column.received'),
    width: '112px',
    sort: 'receivedOn',
    cell: (row) => (row.receivedOn === null ? dash : format.date(row.receivedOn)),
  }
  const next: Column<CaseRow, CaseSort> = {
    id: 'next',
    header: t('cases.column.next'),
    width: '112px',
    cell: (row) => (row.nextMeetingOn === null ? dash : format.date(row.nextMeetingOn)),
  }
  const discussed: Column<CaseRow, CaseSort> = {
    id: 'discussed',
    header: t('cases.column.discussed'),
    width: '120px',
    cell: (row) => (row.lastDiscussedOn === null ? dash : format.date(row.lastDiscussedOn)),
  }
  const meeting: Column<CaseRow, CaseSort> = {
    id: 'meeting',
    header: t('cases.column.meeting'),
    width: '140px',
    cell: ({ nextMeetingOn, lastDiscussedOn }) => {
      if (nextMeetingOn !== null) return t('cases.nextMeeting', { date: format.date(nextMeetingOn) })
      return lastDiscussedOn === null ? (
        dash
      ) : (
        <span className={classes.dim}>{t('cases.lastMeeting', { date: format.date(lastDiscussedOn) })}</span>
      )
    },
  }
  return [
    { id: 'reference', header: t('cases.column.reference'), width: '120px', sort: 'reference', cell: (row) => row.reference },
    {
      id: 'people',
      header: t('cases.column.people'),
      width: 'minmax(160px, 2fr)',
      cell: (row) => (
        <>
          {row.isRestricted ? (
            <RestrictedMark />
          ) : (
            <>
              <PersonName name={row.victimName} /> / <PersonName name={row.perpetratorName} />
            </>
          )}
          {row.childrenCount === null || row.childrenCount === 0 ? null : (
            <span className={classes.dim}> · {t('cases.children', { count: row.childrenCount })}</span>
          )}
        </>
      ),
    },
    {
      id: 'risk',
      header: t('cases.column.risk'),
      width: '96px',
      sort: 'riskScore',
      cell: (row) =>
        row.risk === null ? (
          <span className={classes.dim}>{t('cases.noRisk')}</span>
        ) : (
          <span className={isHighByScore(row.risk) ? classes.high : undefined}>{riskWords(row.risk, t)}</span>
        ),
    },
    {
      id: 'source',
      header: t('cases.column.source'),
      width: 'minmax(148px, 1fr)',
      cell: (row) => <span title={row.sourceAgencyName}>{row.sourceAgencyName}</span>,
    },
    ...(isWide ? [received] : []),
    {
      id: 'repeat',
      header: t('cases.column.repeat'),
      width: '72px',
      cell: (row) => (row.isRepeat ? <span className={classes.repeat}>{t('cases.isRepeat')}</span> : dash),
    },
    {
      id: 'state',
      header: t('cases.column.state'),
      width: '184px',
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
