import type { CaseDetail } from '#domain/case.ts'
import type { IsoDate } from '#domain/dates.ts'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { today } from '../../ui/today.ts'
import classes from './case.module.css'
import { ReasonField } from './inline-form.tsx'

const newMeeting = 'new'

type Props = {
  readonly detail: CaseDetail
  readonly onClose: () => void
  /** Said where the case will be heard, and when. */
  readonly onDone: (text: string) => void
}

/** Has the case heard by an emergency meeting, one that is there or one that is called here, with the reason; in one step. */
export function EmergencyPanel({ detail, onClose, onDone }: Props) {
  const t = useT()
  const format = useFormat()
  const meetings = (useApiQuery('meetings.list').data ?? []).filter(({ kind, state }) => kind === 'emergency' && state !== 'closed')
  const [chosen, setChosen] = useState<string | null>(null)
  const [heldOn, setHeldOn] = useState<IsoDate | null>(today())
  const [startsAt, setStartsAt] = useState('')
  const [reason, setReason] = useState('')
  const known = chosen === newMeeting ? undefined : (meetings.find(({ id }) => String(id) === chosen) ?? meetings[0])
  const day = known?.heldOn ?? heldOn
  const call = useApiCommand('meetings.callEmergency', {
    onDone: () => {
      onDone(t('case.emergency.done', { date: day === null ? '' : format.day(day) }))
      onClose()
    },
  })
  const errorOf = useFieldErrors(call.error)
  const isWhole = reason.trim() !== '' && (known !== undefined || (heldOn !== null && startsAt !== ''))

  function submit(): void {
    if (!isWhole || call.isPending) return
    const meeting =
      known !== undefined
        ? ({ kind: 'known', meetingId: known.id } as const)
        : ({ kind: 'new', heldOn: heldOn ?? today(), startsAt } as const)
    call.mutate({ caseId: detail.id, meeting, reason })
  }

  return (
    <SidePanel isForm title={t('case.emergency.title', { reference: detail.reference })} onClose={onClose}>
      <form
        className={classes.turnDown}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p>{t('case.emergency.explain')}</p>
        {meetings.length === 0 ? null : (
          <NativeSelect
            label={t('case.emergency.meeting')}
            value={known === undefined ? newMeeting : String(known.id)}
            data={[
              ...meetings.map((each) => ({
                value: String(each.id),
                label: t('case.emergency.of', { day: format.day(each.heldOn), time: format.clock(each.startsAt) }),
              })),
              { value: newMeeting, label: t('case.emergency.new') },
            ]}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        {known === undefined ? (
          <>
            <DateField
              label={t('case.emergency.heldOn')}
              isRequired
              min={today()}
              value={heldOn}
              error={errorOf('heldOn')}
              onChange={setHeldOn}
            />
            <TextInput
              type="time"
              label={t('case.emergency.startsAt')}
              required
              withAsterisk
              value={startsAt}
              error={errorOf('startsAt')}
              onChange={(event) => setStartsAt(event.currentTarget.value)}
            />
          </>
        ) : null}
        <ReasonField
          label={t('case.emergency.reason')}
          hint={t('case.emergency.reasonHint')}
          isRequired
          value={reason}
          error={errorOf('reason')}
          onChange={setReason}
        />
        <RefusalNotice error={call.error} />
        <div className={classes.buttons}>
          <Button size="xs" type="submit" loading={call.isPending} disabled={!isWhole}>
            {t('case.emergency.save')}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}
