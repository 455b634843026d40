import type { CaseDetail } from '#domain/case.ts'
import { criterionNames, type Referral } from '#domain/referral.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { riskWords } from '../../i18n/risk-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './case.module.css'
import { EmergencyPanel } from './emergency-panel.tsx'
import { referralKinds } from './state-kinds.ts'
import { TurnDownForm } from './turn-down-form.tsx'
import { useSaid } from './use-said.ts'

type Props = { readonly detail: CaseDetail; readonly referral: Referral; readonly isNewest: boolean }

/** One referral of the case: where it came from, what it said, and what became of it. */
export function ReferralEntry({ detail, referral, isNewest }: Props) {
  const t = useT()
  const said = useSaid(detail)
  const { areShown } = useNames()
  const format = useFormat()
  const [isCalling, setCalling] = useState(false)
  const [called, setCalled] = useState('')
  const [isTurningDown, setTurningDown] = useState(false)
  const takeUp = useApiCommand('referrals.takeUpAgain')
  const isWaiting = referral.state === 'open' || referral.state === 'deferred'
  const facts = [
    ...criterionNames.filter((name) => referral.criteria[name]).map((name) => t(`criterion.${name}`)),
    ...(referral.risk === null ? [] : [riskWords(referral.risk, t)]),
    ...(referral.incidentOn === null ? [] : [t('case.incidentOn', { date: format.date(referral.incidentOn) })]),
  ]
  const origins = [
    ...(referral.sourceContact === '' ? [] : [t('case.contact', { contact: referral.sourceContact })]),
    ...(referral.teamReference === '' ? [] : [t('case.teamReference', { reference: referral.teamReference })]),
    ...(referral.importId === null ? [] : [t('case.imported')]),
  ]
  return (
    <li className={classes.entry}>
      <div className={classes.entryHead}>
        <strong>{referral.sourceAgencyName}</strong>
        <span>{t('case.receivedOn', { date: format.date(referral.receivedOn) })}</span>
        <StatusBadge kind={referralKinds[referral.state]} word={t(`referralState.${referral.state}`)} />
        {isWaiting && !isTurningDown ? (
          <span className={classes.entryActions}>
            <Button size="compact-xs" variant="default" onClick={() => setCalling(true)}>
              {t('case.emergency')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => setTurningDown(true)}>
              {t('case.turnDown')}
            </Button>
          </span>
        ) : null}
        {referral.state === 'returned' || referral.state === 'screenedOut' ? (
          <Button
            className={classes.entryAction}
            size="compact-xs"
            variant="default"
            loading={takeUp.isPending}
            onClick={() => takeUp.mutate({ id: referral.id })}
          >
            {t('case.takeUpAgain')}
          </Button>
        ) : null}
      </div>
      <RefusalNotice error={takeUp.error} />
      {called === '' ? null : <p role="status">{called}</p>}
      {facts.length === 0 ? null : <p>{facts.join(' · ')}</p>}
      {!referral.criteria.professionalJudgement || referral.criteria.judgementReason === '' || isNewest ? null : (
        <p>
          <span className={classes.dim}>{t('case.judgement')}</span> {said(referral.criteria.judgementReason)}
        </p>
      )}
      {referral.stateReason === '' ? null : <p>{t('case.stateReason', { reason: said(referral.stateReason) })}</p>}
      {origins.length === 0 ? null : <p className={classes.dim}>{origins.join(' · ')}</p>}
      {referral.summary === '' ? null : (
        <details open={isNewest}>
          <summary>{t('case.summary')}</summary>
          {/* A story names more people than the record knows. */}
          <p className={classes.summary}>{areShown ? referral.summary : t('case.detailHidden')}</p>
        </details>
      )}
      {isCalling ? <EmergencyPanel detail={detail} onClose={() => setCalling(false)} onDone={setCalled} /> : null}
      {isTurningDown ? <TurnDownForm referral={referral} onClose={() => setTurningDown(false)} /> : null}
    </li>
  )
}
