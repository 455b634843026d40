import { initials } from '#domain/person.ts'
import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { repeatWords } from '../../i18n/repeat-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { Card } from './card.tsx'
import { CaseEditPanel } from './case-edit-panel.tsx'
import { ActionsCard, MeetingsCard } from './case-follow-up.tsx'
import classes from './case.module.css'
import { ClosingCard } from './closing-card.tsx'
import { DangerCard } from './danger-card.tsx'
import { PeopleCard } from './people-card.tsx'
import { ReferralEntry } from './referral-entry.tsx'
import { SafeContactCard } from './safe-contact-card.tsx'
import { stateKinds } from './state-kinds.ts'

const route = getRouteApi('/cases/$caseId')

/** One case on one screen: the danger, how she may be reached, who is in it, what was referred, heard and promised. */
export function CasePage() {
  const t = useT()
  const format = useFormat()
  const { caseId } = route.useParams()
  const { data: detail, error, refetch } = useApiQuery('cases.get', { id: caseId })
  const [isEditing, setEditing] = useState(false)
  const [isSaved, setSaved] = useState(false)
  useScreenKeys([{ keys: 'e', label: t('case.key.edit'), run: () => setEditing(true) }])

  if (detail === undefined) {
    return (
      <>
        <PageHeader title={t('case.title')} />
        <RefusalNotice error={error} onRetry={() => void refetch()} />
      </>
    )
  }

  return (
    <>
      <PageHeader
        title={detail.reference}
        detail={
          <span className={classes.head}>
            <span className={classes.headPeople}>
              {initials(detail.victim.name)} / {initials(detail.perpetrator.name)}
            </span>
            <span>{detail.childrenCount === null ? t('cases.childrenUnknown') : t('cases.children', { count: detail.childrenCount })}</span>
            {detail.repeat.kind === 'first' ? null : (
              <span className={detail.repeat.kind === 'repeat' ? classes.repeat : undefined}>
                {t(`repeat.short.${detail.repeat.kind}`)}
              </span>
            )}
            <StatusBadge kind={stateKinds[detail.state]} word={t(`caseState.${detail.state}`)} />
          </span>
        }
        action={
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            {t('case.edit')}
          </Button>
        }
      />
      <div className={classes.page}>
        <div className={classes.top}>
          <DangerCard detail={detail} />
          <SafeContactCard contact={detail.safeContact} />
          <PeopleCard detail={detail} />
        </div>
        <div className={classes.below}>
          <Card title={t('case.referrals')}>
            {detail.repeat.kind === 'first' ? null : <p>{repeatWords(detail.repeat, t, format)}</p>}
            <ul className={classes.list}>
              {detail.referrals.map((referral, index) => (
                <ReferralEntry key={referral.id} detail={detail} referral={referral} isNewest={index === 0} />
              ))}
            </ul>
          </Card>
          <div className={classes.side}>
            <ActionsCard detail={detail} />
            <MeetingsCard detail={detail} />
            <ClosingCard detail={detail} />
          </div>
        </div>
      </div>
      {isEditing ? (
        <CaseEditPanel
          key={detail.id}
          detail={detail}
          onClose={() => setEditing(false)}
          onRefused={() => void refetch()}
          onSaved={() => {
            setEditing(false)
            setSaved(true)
          }}
        />
      ) : null}
      <UndoNotice text={isSaved ? t('case.edit.saved') : null} onDismiss={() => setSaved(false)} />
    </>
  )
}
