import { type ActionSort, isEnded } from '#domain/action.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { ReactNode } from 'react'
import type { Format } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/use-t.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Column } from '../../ui/table-columns.ts'
import { dueWords, statusKinds } from './action-kinds.ts'
import classes from './actions.module.css'
import type { GroupedAction } from './grouped-rows.ts'

type Context = {
  readonly t: Translate
  readonly format: Format
  readonly today: IsoDate
  /** By what the rows are grouped: the first of a group stands out. */
  readonly sort: ActionSort
  /** Less room, since the panel stands beside the table: case, day and meeting are left to it. */
  readonly isBeside: boolean
  /** Room for the meeting as well; where there is not, the whole name of the agency comes first. */
  readonly isWide: boolean
}

/** The columns of the table of actions. */
export function actionColumns({ t, format, today, sort, isBeside, isWide }: Context): readonly Column<GroupedAction, ActionSort>[] {
  const grouped = (by: ActionSort, row: GroupedAction, text: string): ReactNode => {
    if (sort !== by) return text
    return <span className={row.startsGroup ? classes.groupStart : classes.dim}>{text}</span>
  }
  const ofCase: Column<GroupedAction, ActionSort> = {
    id: 'case',
    header: t('actions.column.case'),
    width: '124px',
    sort: 'case',
    cell: (row) => grouped('case', row, row.caseReference),
  }
  const meeting: Column<GroupedAction, ActionSort> = {
    id: 'meeting',
    header: t('actions.column.meeting'),
    width: '112px',
    sort: 'meeting',
    cell: (row) => grouped('meeting', row, format.date(row.meetingOn)),
  }
  return [
    { id: 'reference', header: t('actions.column.reference'), width: '72px', sort: 'reference', cell: (row) => row.reference },
    ...(isBeside ? [] : [ofCase]),
    {
      id: 'agency',
      header: t('actions.column.agency'),
      width: isBeside ? 'minmax(152px, 1fr)' : 'minmax(204px, 1.4fr)',
      sort: 'agency',
      cell: (row) => <span title={row.agencyName}>{grouped('agency', row, row.agencyName)}</span>,
    },
    {
      id: 'description',
      header: t('actions.column.description'),
      width: isBeside ? 'minmax(80px, 2fr)' : 'minmax(180px, 3fr)',
      cell: (row) => (
        <>
          {row.isWithConcerned && !isEnded(row.status) ? (
            <>
              <StatusBadge kind="overdue" word={t('actions.concerned')} />{' '}
            </>
          ) : null}
          {row.isSafetyAction ? <SafetyMark word={t('actions.safety')} /> : null}
          {row.description}
        </>
      ),
    },
    {
      id: 'due',
      header: t('actions.column.due'),
      width: isBeside ? '132px' : '236px',
      sort: 'dueOn',
      cell: (row) => {
        const date = format.date(row.dueOn)
        const due = dueWords(row, today, t)
        if (due === null) return <span className={classes.dim}>{date}</span>
        return (
          <span className={classes.due} title={date}>
            {isBeside ? null : <span className={classes.date}>{date}</span>}
            <DueMark due={due} />
          </span>
        )
      },
    },
    {
      id: 'status',
      header: t('actions.column.status'),
      width: isBeside ? '156px' : 'minmax(156px, 1fr)',
      sort: 'status',
      cell: (row) => {
        const word = t(`actionStatus.${row.status}`)
        return (
          <span title={word}>
            <StatusBadge kind={statusKinds[row.status]} word={word} />
          </span>
        )
      },
    },
    ...(isBeside || !(isWide || sort === 'meeting') ? [] : [meeting]),
  ]
}

type DueProps = { readonly due: NonNullable<ReturnType<typeof dueWords>> }

/** How soon, in words; with a mark once it presses. */
export function DueMark({ due: { kind, word } }: DueProps) {
  return kind === null ? <span className={classes.dim}>{word}</span> : <StatusBadge kind={kind} word={word} />
}

/** Marks what keeps somebody safe, as a shape and a word. */
export function SafetyMark({ word }: { readonly word: string }) {
  return (
    <span className={classes.safety}>
      <span aria-hidden>◆ </span>
      {word}
    </span>
  )
}
