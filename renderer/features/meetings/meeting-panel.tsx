import { isIsoDate, isoDate } from '#domain/dates.ts'
import type { MeetingId } from '#domain/ids.ts'
import type { MeetingRow } from '#domain/meeting.ts'
import { Button, NumberInput, Radio, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { type MeetingForm, meetingDraftOf, restoreMeetingForm } from './meeting-form.ts'
import classes from './meetings.module.css'

type Props = {
  /** Null for a new meeting. */
  readonly meeting: MeetingRow | null
  readonly initial: MeetingForm
  readonly onClose: () => void
  readonly onDone: (meetingId: MeetingId) => void
}

/** When and where a meeting is, who leads it, and how long a case should take. */
export function MeetingPanel({ meeting, initial, onClose, onDone }: Props) {
  const t = useT()
  const draft = useDraft(`meeting:${meeting === null ? 'new' : String(meeting.id)}`, initial, restoreMeetingForm)
  const form = draft.value
  const change = (part: Partial<MeetingForm>) => draft.set((now) => ({ ...now, ...part }))
  const finish = async (id: MeetingId) => {
    await draft.discard()
    onDone(id)
  }
  const schedule = useApiCommand('meetings.schedule', { onDone: (id) => void finish(id) })
  const save = useApiCommand('meetings.change', { onDone: (id) => void finish(id) })
  const error = schedule.error ?? save.error
  const errorOf = useFieldErrors(error)

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (meeting === null) schedule.mutate(meetingDraftOf(form))
    else save.mutate({ meetingId: meeting.id, draft: meetingDraftOf(form) })
  }

  return (
    <SidePanel isForm title={t(meeting === null ? 'meetings.schedule' : 'meetings.details')} onClose={onClose}>
      {draft.isRestored ? (
        <p role="status" className={classes.restored}>
          {t('ui.draftRestored')}
          <Button size="xs" variant="default" onClick={() => void draft.discard()}>
            {t('ui.draftDiscard')}
          </Button>
        </p>
      ) : null}
      <form className={classes.form} onSubmit={submit} noValidate>
        <div className={classes.pair}>
          <DateField
            label={t('meetings.date')}
            isRequired
            value={isIsoDate(form.heldOn) ? isoDate(form.heldOn) : null}
            error={errorOf('heldOn')}
            onChange={(heldOn) => change({ heldOn: heldOn ?? '' })}
          />
          <TextInput
            type="time"
            label={t('meetings.time')}
            required
            value={form.startsAt}
            error={errorOf('startsAt')}
            onChange={(event) => change({ startsAt: event.currentTarget.value })}
          />
        </div>
        <TextInput
          label={t('meetings.place')}
          value={form.place}
          error={errorOf('place')}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
        <TextInput
          label={t('meetings.chair')}
          value={form.chair}
          error={errorOf('chair')}
          onChange={(event) => change({ chair: event.currentTarget.value })}
        />
        <NumberInput
          label={t('meetings.minutesPerCase')}
          description={t('meetings.minutesPerCase.hint')}
          min={1}
          max={60}
          allowDecimal={false}
          value={form.minutesPerCase}
          error={errorOf('minutesPerCase')}
          onChange={(minutesPerCase) => change({ minutesPerCase })}
        />
        <Radio.Group
          label={t('meetings.kind')}
          value={form.kind}
          onChange={(value) => change({ kind: value === 'emergency' ? 'emergency' : 'regular' })}
        >
          <Radio mt="sm" value="regular" label={t('meetings.kind.regular')} description={t('meetings.kind.regular.hint')} />
          <Radio mt="sm" value="emergency" label={t('meetings.kind.emergency')} description={t('meetings.kind.emergency.hint')} />
        </Radio.Group>
        <RefusalNotice error={error} fieldLabel={(path) => fieldLabels(path, t)} />
        <div>
          <Button type="submit" loading={schedule.isPending || save.isPending}>
            {t(meeting === null ? 'meetings.schedule' : 'ui.save')}
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}

function fieldLabels(path: string, t: ReturnType<typeof useT>): string | null {
  switch (path.replace(/^draft\./u, '')) {
    case 'heldOn':
      return t('meetings.date')
    case 'startsAt':
      return t('meetings.time')
    case 'place':
      return t('meetings.place')
    case 'chair':
      return t('meetings.chair')
    case 'minutesPerCase':
      return t('meetings.minutesPerCase')
    default:
      return null
  }
}
