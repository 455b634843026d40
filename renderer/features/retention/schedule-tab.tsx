import type { RetentionOverview } from '#contract'
import { IsoDate } from '#domain/dates.ts'
import { kindRules, recordKinds, type RecordKind } from '#domain/retention/record-kind.ts'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './retention.module.css'
import { monthsOf, scheduleOf, textsOf } from './schedule-form.ts'

type Props = { readonly overview: RetentionOverview; readonly canChange: boolean; readonly onShowDue: (kind: RecordKind) => void }

/** How long each kind of record is kept: defaults to be confirmed, or what the team has decided. */
export function ScheduleTab({ overview, canChange, onShowDue }: Props) {
  const t = useT()
  const format = useFormat()
  const { schedule } = overview
  const [texts, setTexts] = useState(() => textsOf(schedule.months))
  const save = useApiCommand('retention.saveSchedule')
  const months = scheduleOf(texts)
  const isConfirmed = schedule.confirmedAt !== null
  const isSame = JSON.stringify(months) === JSON.stringify(schedule.months)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (months !== null) save.mutate(months)
      }}
    >
      <p className={isConfirmed ? classes.dim : classes.unconfirmed} role="status">
        {schedule.confirmedAt === null
          ? t('retention.unconfirmed')
          : t('retention.confirmed', { by: schedule.confirmedBy, date: format.date(IsoDate.parse(schedule.confirmedAt.slice(0, 10))) })}
      </p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('retention.column.kind')}</th>
              <th scope="col">{t('retention.column.months')}</th>
              <th scope="col">{t('retention.column.due')}</th>
            </tr>
          </thead>
          <tbody>
            {recordKinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">
                  <div className={classes.kind}>{t(`retention.kind.${kind}`)}</div>
                  <div className={classes.dim}>
                    {t(`retention.kind.${kind}.what`)}
                    {isConfirmed ? '' : ` ${t(`retention.source.${kindRules[kind].source}`)}`}
                  </div>
                </th>
                <td>
                  <TextInput
                    className={classes.months}
                    aria-label={t('retention.monthsOf', { kind: t(`retention.kind.${kind}`) })}
                    placeholder={t('retention.noLimit')}
                    inputMode="numeric"
                    disabled={!canChange}
                    value={texts[kind]}
                    error={monthsOf(texts[kind]) === undefined ? t('retention.monthsBad') : null}
                    onChange={(event) => setTexts({ ...texts, [kind]: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <DueButton overview={overview} kind={kind} onShowDue={onShowDue} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.dim}>{t('retention.monthsHint')}</p>
      <RefusalNotice error={save.error} />
      {canChange ? (
        <div className={classes.buttons}>
          <Button type="submit" loading={save.isPending} disabled={months === null || (isConfirmed && isSame)}>
            {t('retention.save')}
          </Button>
          <span role="status">{save.isSuccess && isSame ? t('retention.saved') : ''}</span>
        </div>
      ) : null}
    </form>
  )
}

type DueProps = { readonly overview: RetentionOverview; readonly kind: RecordKind; readonly onShowDue: (kind: RecordKind) => void }

function DueButton({ overview, kind, onShowDue }: DueProps) {
  const t = useT()
  const standing = overview.kinds.find((each) => each.kind === kind)
  if (standing === undefined || standing.due === 0) return <span className={classes.dim}>{t('retention.dueCount', { count: 0 })}</span>
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={`${t('retention.due.table', { kind: t(`retention.kind.${kind}`) })} ${t('retention.dueCount', { count: standing.due })}`}
      onClick={() => onShowDue(kind)}
    >
      {t('retention.dueCount', { count: standing.due })}
      {standing.held > 0 ? ` (${t('retention.heldCount', { count: standing.held })})` : ''}
    </Button>
  )
}
