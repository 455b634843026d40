import type { IsoDate } from '#domain/dates.ts'
import { addDays } from '#domain/dates.ts'
import type { MeetingRow } from '#domain/meeting.ts'
import type { RaisedCase } from '#domain/record/raised-case.ts'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useReasonWords } from './early-review-line.tsx'
import classes from './home.module.css'
import { type ReviewMeeting, usePutOnAgenda } from './use-put-on-agenda.ts'

type Props = { readonly cases: readonly RaisedCase[]; readonly today: IsoDate; readonly onClose: () => void }

/** Puts the cases that cannot wait on the agenda of a meeting that is there, or of an emergency meeting that is called here. */
export function EarlyReviewPanel({ cases, today, onClose }: Props) {
  const t = useT()
  const format = useFormat()
  const meetings = (useApiQuery('meetings.list').data ?? []).filter(({ state }) => state !== 'closed').toSorted(byDay)
  const [chosen, setChosen] = useState<string | null>(null)
  const [heldOn, setHeldOn] = useState<IsoDate | null>(addDays(today, 1))
  const [startsAt, setStartsAt] = useState('09:30')
  const [done, setDone] = useState('')
  const agenda = usePutOnAgenda()
  const known = meetings.find(({ id }) => String(id) === chosen) ?? (chosen === null ? meetings[0] : undefined)
  const meeting = meetingOf(known, heldOn, startsAt)

  async function put(raised: RaisedCase): Promise<void> {
    if (meeting === null || agenda.isPending) return
    const meetingId = await agenda.put(raised, meeting)
    if (meetingId === null) return
    // The next case goes to the same meeting.
    setChosen(String(meetingId))
    setDone(t('home.earlyReview.done', { reference: raised.reference, day: format.day(known?.heldOn ?? heldOn ?? today) }))
  }

  return (
    <SidePanel isForm title={t('home.earlyReview.title')} onClose={onClose}>
      <div className={classes.panel}>
        <NativeSelect
          label={t('home.earlyReview.meeting')}
          value={known === undefined ? newMeeting : String(known.id)}
          data={[
            ...meetings.map((each) => ({
              value: String(each.id),
              label: t(`home.earlyReview.${each.kind}`, { day: format.day(each.heldOn), time: format.clock(each.startsAt) }),
            })),
            { value: newMeeting, label: t('home.earlyReview.newEmergency') },
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        {known === undefined ? (
          <div className={classes.pair}>
            <DateField label={t('home.earlyReview.heldOn')} isRequired min={today} value={heldOn} onChange={setHeldOn} />
            <TextInput
              type="time"
              label={t('home.earlyReview.startsAt')}
              required
              value={startsAt}
              onChange={(event) => setStartsAt(event.currentTarget.value)}
            />
          </div>
        ) : null}
        <RefusalNotice error={agenda.error} />
        <p role="status" className={classes.quiet}>
          {done}
        </p>
        {cases.length === 0 ? <p>{t('home.earlyReview.none')}</p> : null}
        <ul className={classes.raised}>
          {cases.map((raised) => (
            <li key={raised.caseId}>
              <RaisedItem raised={raised} />
              <Button size="xs" variant="default" disabled={meeting === null} onClick={() => void put(raised)}>
                {t('home.earlyReview.put', { reference: raised.reference })}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </SidePanel>
  )
}

const newMeeting = 'new'

function byDay(one: MeetingRow, other: MeetingRow): number {
  return one.heldOn === other.heldOn ? one.id - other.id : one.heldOn < other.heldOn ? -1 : 1
}

/** The meeting that is chosen; null while the emergency meeting lacks its day or time. */
function meetingOf(known: MeetingRow | undefined, heldOn: IsoDate | null, startsAt: string): ReviewMeeting | null {
  if (known !== undefined) return { kind: 'known', meetingId: known.id }
  return heldOn === null || startsAt === '' ? null : { kind: 'emergency', heldOn, startsAt }
}

function RaisedItem({ raised: { caseId, reference, reasons, listed } }: { readonly raised: RaisedCase }) {
  const t = useT()
  const format = useFormat()
  const reasonWords = useReasonWords()
  return (
    <>
      <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'chain' }} className={classes.link}>
        {reference}
      </Link>
      <span>
        {format.list(
          reasons.map((reason) => {
            const { what, when } = reasonWords(reason)
            return `${what} ${when}`
          }),
        )}
      </span>
      {listed === null ? null : <span className={classes.late}>{t('home.earlyReview.tooLate', { day: format.day(listed.heldOn) })}</span>}
    </>
  )
}
