import type { AuditRow } from '#domain/audit/entry.ts'
import type { Format } from '../../i18n/format.ts'
import { entryWords, overrideWords, whyWords } from '../../i18n/log-words.ts'
import type { Translate } from '../../i18n/use-t.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Column } from '../../ui/table-columns.ts'
import classes from './audit.module.css'

/** The columns of the log. `isBeside` leaves out what the panel beside it says as well. */
export function auditColumns(t: Translate, format: Format, isBeside: boolean): readonly Column<AuditRow>[] {
  const who: Column<AuditRow> = {
    id: 'who',
    header: t('audit.column.who'),
    width: 'minmax(110px, 1fr)',
    cell: (row) => (row.actor === '' ? <span className={classes.dim}>{t('audit.nobody')}</span> : row.actor),
  }
  const outcome: Column<AuditRow> = {
    id: 'outcome',
    header: t('audit.column.outcome'),
    width: '168px',
    cell: (row) => <Outcome outcome={row.outcome} t={t} />,
  }
  return [
    { id: 'number', header: t('audit.column.number'), width: '84px', align: 'end', cell: (row) => format.number(row.seq) },
    { id: 'time', header: t('audit.column.time'), width: '160px', cell: (row) => format.instant(row.at) },
    ...(isBeside ? [] : [who]),
    { id: 'what', header: t('audit.column.what'), width: 'minmax(200px, 4fr)', cell: (row) => <What row={row} t={t} format={format} /> },
    ...(isBeside ? [] : [outcome]),
  ]
}

type WhatProps = { readonly row: AuditRow; readonly t: Translate; readonly format: Format }

function What({ row, t, format }: WhatProps) {
  const override = overrideWords(row, t)
  return (
    <>
      {entryWords(row, t, format)}
      {override === null ? null : (
        <span className={classes.override}>
          <span aria-hidden>◆ </span>
          {override}
        </span>
      )}
    </>
  )
}

/** Done, not done and why, or a warning: as a shape and a word. */
export function Outcome({ outcome, t }: { readonly outcome: string; readonly t: Translate }) {
  if (outcome === 'done') return <StatusBadge kind="done" word={t('audit.outcome.done')} />
  if (outcome === 'warned' || outcome === 'damaged') return <StatusBadge kind="overdue" word={t('audit.outcome.warned')} />
  return <StatusBadge kind="plain" word={whyWords(outcome, t)} />
}
