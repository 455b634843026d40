import type { CaseDetail } from '#domain/case.ts'
import { initials } from '#domain/person.ts'
import { Button } from '@mantine/core'
import { repeatWords } from '../../i18n/repeat-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RestrictedMark } from '../../ui/restricted-mark.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './case.module.css'
import { ListButton } from './list-button.tsx'
import { stateKinds } from './state-kinds.ts'

/** What was just done, and how it is taken back where it can be. */
export type Done = { readonly text: string; readonly undo?: () => void }

type Props = {
  readonly detail: CaseDetail
  readonly mayEdit: boolean
  readonly onPrint: () => void
  readonly onEdit: () => void
  readonly onEmergency: () => void
  readonly onDone: (done: Done | null) => void
}

/** The case in a line: reference, initials, children, repeat, state; and what can be done with it as a whole. */
export function CaseHead({ detail, mayEdit, onPrint, onEdit, onEmergency, onDone }: Props) {
  const t = useT()
  const format = useFormat()
  const { repeat } = detail
  // A referral that waits offers the emergency meeting itself.
  const isWaiting = detail.referrals.some(({ state }) => state === 'open' || state === 'deferred')
  return (
    <PageHeader
      title={detail.reference}
      detail={
        <span className={classes.head}>
          <span className={classes.headPeople}>
            {initials(detail.victim.name)} / {initials(detail.perpetrator.name)}
          </span>
          <span>{detail.childrenCount === null ? t('cases.childrenUnknown') : t('cases.children', { count: detail.childrenCount })}</span>
          {repeat.kind === 'first' ? null : (
            <span className={repeat.kind === 'repeat' ? classes.repeat : undefined} title={repeatWords(repeat, t, format)}>
              {t(`repeat.short.${repeat.kind}`)}
            </span>
          )}
          {detail.lacksAcceptance && detail.state !== 'closed' ? (
            <span className={classes.repeat} title={t('case.notAccepted.hint')}>
              {t('case.notAccepted')}
            </span>
          ) : null}
          {detail.isRestricted ? <RestrictedMark /> : null}
          <StatusBadge kind={stateKinds[detail.state]} word={t(`caseState.${detail.state}`)} />
        </span>
      }
      action={
        <>
          {mayEdit ? (
            <Button size="xs" variant="default" onClick={onPrint}>
              {t('print.open')}
            </Button>
          ) : null}
          <Button size="xs" variant="default" onClick={onEdit}>
            {t('case.edit')}
          </Button>
          {mayEdit && detail.state !== 'closed' && !isWaiting ? (
            <Button size="xs" variant="default" onClick={onEmergency}>
              {t('case.emergency')}
            </Button>
          ) : null}
          {mayEdit ? <ListButton detail={detail} onDone={onDone} /> : null}
        </>
      }
    />
  )
}
