import type { ThisMonth } from '#contract'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { NextMeeting } from './next-meeting.tsx'
import { WaitingWork } from './waiting-work.tsx'

/** What the coordinator has to do this month; each line opens the thing. */
export function HomePage() {
  const t = useT()
  const month = useApiQuery('home.thisMonth')
  return (
    <>
      <PageHeader title={t('frame.home')} />
      <RefusalNotice error={month.error} onRetry={() => void month.refetch()} />
      {month.data === undefined ? null : isEmpty(month.data) ? (
        <FirstSteps />
      ) : (
        <>
          <NextMeeting today={month.data.today} meeting={month.data.nextMeeting} />
          <WaitingWork month={month.data} />
        </>
      )}
    </>
  )
}

function isEmpty({ totals, nextMeeting }: ThisMonth): boolean {
  return totals.cases === 0 && nextMeeting === null
}

function FirstSteps() {
  const t = useT()
  return (
    <EmptyState title={t('home.start.title')} text={t('home.start.text')}>
      <Button renderRoot={(props) => <Link to="/cases/import" search={{ kind: 'referrals' }} {...props} />}>{t('palette.import')}</Button>
      <Button variant="default" renderRoot={(props) => <Link to="/cases/new-referral" {...props} />}>
        {t('palette.newReferral')}
      </Button>
      <Button variant="default" renderRoot={(props) => <Link to="/agencies" {...props} />}>
        {t('home.start.agencies')}
      </Button>
    </EmptyState>
  )
}
