import type { CaseDetail } from '#domain/case.ts'
import { isEnded } from '#domain/action.ts'
import { IsoDate } from '#domain/dates.ts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Card } from './card.tsx'
import classes from './case.module.css'
import { ClosingForm } from './closing-form.tsx'
import { HoldForm } from './hold-form.tsx'
import { useSaid } from './use-said.ts'

/** Whether the work on the case has ended, since when it is kept, and whether a legal hold keeps it longer. */
export function ClosingCard({ detail }: { readonly detail: CaseDetail }) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const [asked, setAsked] = useState<'close' | 'hold' | 'lift' | null>(null)
  const keeping = useApiQuery('retention.ofCase', { caseId: detail.id })
  const role = useApiQuery('keys.me').data?.role
  const reopen = useApiCommand('cases.reopen')
  const lift = useApiCommand('retention.liftHold', { onDone: () => setAsked(null) })
  if (keeping.data === undefined) return null
  const { closed, hold, dueOn, isDue } = keeping.data
  const mayChange = role !== undefined && role !== 'readOnly'
  const openActions = detail.actions.filter(({ status }) => !isEnded(status)).length
  const due =
    closed === null
      ? null
      : dueOn === null
        ? t('closing.noLimit')
        : t(isDue ? 'closing.isDue' : 'closing.dueOn', { date: format.date(dueOn) })

  return (
    <Card title={t('closing.title')}>
      {closed === null ? (
        <p>{t('closing.open')}</p>
      ) : (
        <>
          <p>
            {t('closing.closedOn', {
              date: format.date(closed.closedOn),
              reason: t(closed.reason === null ? 'closing.reason.unknown' : `closing.reason.${closed.reason}`),
            })}
          </p>
          {closed.note === '' ? null : <p className={classes.dim}>{said(closed.note)}</p>}
          <p className={classes.dim}>{due}</p>
        </>
      )}
      {hold === null ? null : (
        <p>
          <strong>{t('retention.hold.stands', { date: format.date(IsoDate.parse(hold.placedAt.slice(0, 10))) })}</strong>{' '}
          {said(hold.reason)}
        </p>
      )}
      {asked === 'close' ? <ClosingForm detail={detail} openActions={openActions} onClose={() => setAsked(null)} /> : null}
      {asked === 'hold' ? <HoldForm caseId={detail.id} onClose={() => setAsked(null)} /> : null}
      {mayChange && asked !== 'close' && asked !== 'hold' ? (
        <div className={classes.buttons}>
          {closed === null ? (
            <Button size="xs" variant="default" onClick={() => setAsked('close')}>
              {t('closing.close')}
            </Button>
          ) : (
            <Button size="xs" variant="default" loading={reopen.isPending} onClick={() => reopen.mutate({ id: detail.id })}>
              {t('closing.reopen')}
            </Button>
          )}
          {hold === null ? (
            <Button size="xs" variant="default" onClick={() => setAsked('hold')}>
              {t('retention.hold.place')}
            </Button>
          ) : asked === 'lift' ? (
            <Button size="xs" autoFocus loading={lift.isPending} onClick={() => lift.mutate({ caseId: detail.id })}>
              {t('retention.hold.liftSure')}
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={() => setAsked('lift')}>
              {t('retention.hold.lift')}
            </Button>
          )}
          {closed !== null && hold === null ? (
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => <Link to="/settings/retention" search={{ tab: 'destroyed', caseId: detail.id }} {...props} />}
            >
              {t('closing.erase')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <RefusalNotice error={keeping.error ?? reopen.error ?? lift.error} />
    </Card>
  )
}
