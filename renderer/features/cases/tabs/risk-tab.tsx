import { entriesOf } from '#domain/record/entry.ts'
import { riskHistory } from '#domain/risk/history.ts'
import { riskSummary } from '#domain/risk/risk-summary.ts'
import { Button } from '@mantine/core'
import { useId } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useScreenKeys } from '../../../ui/screen-keys.ts'
import { today } from '../../../ui/today.ts'
import { Card } from '../card.tsx'
import classes from '../case.module.css'
import { useEntryEditor } from '../record/entry-editor.ts'
import { EntryItem } from '../record/entry-item.tsx'
import { newestFirst } from '../record/entry-order.ts'
import { CurrentRisk } from '../risk/current-risk.tsx'
import { HistoryChart } from '../risk/history-chart.tsx'
import { HistoryTable } from '../risk/history-table.tsx'
import { useStaleDays } from '../use-stale-days.ts'
import columns from '../tab-columns.module.css'
import type { CaseTabProps } from './case-tab.ts'

/** How dangerous it is as far as anybody knows, how that came about over the incidents, and a new assessment. */
export function RiskTab({ detail, record }: CaseTabProps) {
  const t = useT()
  const tableId = useId()
  const editor = useEntryEditor()
  const assess = () => editor.add('assessment')
  useScreenKeys(editor.mayEdit ? [{ keys: 'n', label: t('riskTab.key.assess'), run: assess }] : [])
  const { entries } = record
  const { referrals } = detail
  const staleDays = useStaleDays()
  const summary = riskSummary({ entries, referrals, today: today(), staleDays })
  const history = riskHistory(entries, referrals)
  const incidents = entriesOf(entries, 'incident')
  const assessments = newestFirst(entriesOf(entries, 'assessment'))
  const button = editor.mayEdit ? (
    <Button size="xs" style={{ alignSelf: 'start' }} onClick={assess}>
      {t('riskTab.assess')}
    </Button>
  ) : null
  if (summary === null) {
    return (
      <EmptyState title={t('riskTab.none')} text={t('riskTab.none.text')}>
        {button}
      </EmptyState>
    )
  }
  return (
    <div className={columns.columns}>
      <div className={columns.narrow}>
        <Card title={t('riskTab.now')}>
          <CurrentRisk detail={detail} summary={summary} />
          {button}
        </Card>
        {assessments.length === 0 ? null : (
          <Card title={t('riskTab.each')}>
            <ul className={classes.list}>
              {assessments.map((entry) => (
                <EntryItem key={entry.id} detail={detail} entry={entry} />
              ))}
            </ul>
          </Card>
        )}
      </div>
      <div className={columns.wide}>
        <Card title={t('riskTab.history')}>
          <HistoryChart history={history} incidents={incidents.map(({ content }) => content.on)} today={today()} describedBy={tableId} />
          <HistoryTable id={tableId} detail={detail} history={history} incidents={incidents} />
        </Card>
      </div>
    </div>
  )
}
