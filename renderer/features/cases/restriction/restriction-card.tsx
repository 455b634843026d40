import type { CaseId } from '#domain/ids.ts'
import { IsoDate } from '#domain/dates.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../../api.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { Card } from '../card.tsx'
import classes from '../case.module.css'
import { RestrictionForm } from './restriction-form.tsx'

/** Whether the case is hidden from somebody of the team, from whom, and why; changed and lifted here. */
export function RestrictionCard({ caseId, mayChange }: { readonly caseId: CaseId; readonly mayChange: boolean }) {
  const t = useT()
  const format = useFormat()
  const [asked, setAsked] = useState<'set' | 'lift' | null>(null)
  const state = useApiQuery('restrictions.of', { caseId })
  const agencies = useApiQuery('agencies.list', { includeArchived: true })
  const lift = useApiCommand('restrictions.lift', { onDone: () => setAsked(null) })
  if (state.data === undefined) return <RefusalNotice error={state.error} onRetry={() => void state.refetch()} />
  const { restriction, holders } = state.data
  const hidden =
    restriction === null
      ? []
      : [
          ...restriction.slotIds.map((id) => {
            const holder = holders.find(({ slotId }) => slotId === id)
            return holder === undefined ? t('restriction.formerHolder') : holder.name || t(`role.${holder.role}`)
          }),
          ...restriction.agencyIds.flatMap((id) => agencies.data?.find((agency) => agency.id === id)?.name ?? []),
        ]
  return (
    <Card title={t('restriction.title')}>
      {restriction === null ? (
        <p>{t('restriction.none')}</p>
      ) : (
        <>
          <p>
            <strong>{hidden.length === 0 ? t('restriction.fromNobody') : format.list(hidden)}</strong>
          </p>
          <p className={classes.dim}>
            {t('restriction.since', { date: format.date(IsoDate.parse(restriction.setAt.slice(0, 10))), name: restriction.setBy })}{' '}
            {restriction.reason}
          </p>
        </>
      )}
      {asked === 'set' ? (
        <RestrictionForm caseId={caseId} restriction={restriction} holders={holders} onClose={() => setAsked(null)} />
      ) : mayChange ? (
        <div className={classes.buttons}>
          <Button size="xs" variant="default" onClick={() => setAsked('set')}>
            {t(restriction === null ? 'restriction.restrict' : 'restriction.change')}
          </Button>
          {restriction === null ? null : asked === 'lift' ? (
            <Button size="xs" autoFocus loading={lift.isPending} onClick={() => lift.mutate({ caseId })}>
              {t('restriction.liftSure')}
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={() => setAsked('lift')}>
              {t('restriction.lift')}
            </Button>
          )}
        </div>
      ) : null}
      <RefusalNotice error={lift.error} />
    </Card>
  )
}
