import { Tabs } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { RecordKind } from '#domain/retention/record-kind.ts'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { CaseToDestroy } from './case-to-destroy.tsx'
import { DestroyedTab } from './destroyed-tab.tsx'
import { DueTab } from './due-tab.tsx'
import { HoldsTab } from './holds-tab.tsx'
import classes from './retention.module.css'
import { ScheduleTab } from './schedule-tab.tsx'
import { SweepNotice } from './sweep-notice.tsx'

const route = getRouteApi('/settings/retention')
const tabs = ['schedule', 'due', 'holds', 'destroyed'] as const
type Tab = (typeof tabs)[number]

/** How long records are kept, what is due, what is held, and what was destroyed. */
export function RetentionPage() {
  const t = useT()
  const format = useFormat()
  const { tab, kind, caseId } = route.useSearch()
  const navigate = useNavigate()
  const overview = useApiQuery('retention.overview', undefined, { keepsPrevious: true })
  const role = useApiQuery('keys.me').data?.role
  const mayDestroy = role !== undefined && role !== 'readOnly'
  const show = (next: { readonly tab: Tab; readonly kind?: RecordKind }) =>
    void navigate({ to: '/settings/retention', search: { kind, ...next } })
  const { data } = overview
  const due = data?.kinds.reduce((sum, each) => sum + each.due, 0) ?? 0

  return (
    <>
      <PageHeader title={t('retention.title')} detail={t('retention.intro')} />
      <RefusalNotice error={overview.error} onRetry={() => void overview.refetch()} />
      {data?.isSweepDue === true && caseId === undefined ? <SweepNotice canSweep={mayDestroy} /> : null}
      {data === undefined ? null : (
        <Tabs
          className={classes.tabs}
          value={tab}
          keepMounted={false}
          onChange={(value) => show({ tab: tabs.find((each) => each === value) ?? 'schedule' })}
        >
          <Tabs.List>
            <Tabs.Tab value="schedule">{t('retention.tab.schedule')}</Tabs.Tab>
            <Tabs.Tab value="due">{t('retention.tab.due', { count: format.number(due) })}</Tabs.Tab>
            <Tabs.Tab value="holds">{t('retention.tab.holds', { count: format.number(data.holds.length) })}</Tabs.Tab>
            <Tabs.Tab value="destroyed">{t('retention.tab.destroyed')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="schedule" className={classes.tab}>
            <ScheduleTab
              key={data.schedule.confirmedAt ?? ''}
              overview={data}
              canChange={mayDestroy}
              onShowDue={(next) => show({ tab: 'due', kind: next })}
            />
          </Tabs.Panel>
          <Tabs.Panel value="due" className={classes.tab}>
            <DueTab overview={data} kind={kind} canDestroy={mayDestroy} onKind={(next) => show({ tab: 'due', kind: next })} />
          </Tabs.Panel>
          <Tabs.Panel value="holds" className={classes.tab}>
            <HoldsTab holds={data.holds} />
          </Tabs.Panel>
          <Tabs.Panel value="destroyed" className={classes.tab}>
            <DestroyedTab canExport={mayDestroy} />
          </Tabs.Panel>
        </Tabs>
      )}
      {caseId !== undefined && mayDestroy ? (
        <CaseToDestroy key={caseId} caseId={caseId} onClose={() => show({ tab: 'destroyed' })} />
      ) : null}
    </>
  )
}
