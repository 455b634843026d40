import { addDays, type IsoDate, isIsoDate } from '#domain/dates.ts'
import type { MeetingRow } from '#domain/meeting.ts'
import { z } from 'zod'

const MeetingForm = z.strictObject({
  kind: z.enum(['regular', 'emergency']),
  heldOn: z.string(),
  startsAt: z.string(),
  place: z.string(),
  chair: z.string(),
  minutesPerCase: z.union([z.number(), z.string()]),
})

/** What stands in the panel while it is typed; the vault judges it when it is saved. */
export type MeetingForm = z.infer<typeof MeetingForm>

export function formOfMeeting({ kind, heldOn, startsAt, place, chair, minutesPerCase }: MeetingRow): MeetingForm {
  return { kind, heldOn, startsAt, place, chair, minutesPerCase }
}

/** The meeting after the last one: four weeks later (not in the past), at the same time and place. */
export function followingMeeting(meetings: readonly MeetingRow[], today: IsoDate): MeetingForm {
  const last = meetings.find(({ kind }) => kind === 'regular')
  if (last === undefined) return { kind: 'regular', heldOn: '', startsAt: '09:30', place: '', chair: '', minutesPerCase: 10 }
  let heldOn = addDays(last.heldOn, 28)
  while (heldOn < today) heldOn = addDays(heldOn, 28)
  return { ...formOfMeeting(last), heldOn }
}

/** The form from what the draft store kept, or null where it no longer fits. */
export function restoreMeetingForm(stored: unknown): MeetingForm | null {
  return MeetingForm.safeParse(stored).data ?? null
}

/** What is sent. A number that was not filled in is sent as one that is refused. */
export function meetingDraftOf(form: MeetingForm) {
  return {
    ...form,
    heldOn: isIsoDate(form.heldOn) ? form.heldOn : '',
    minutesPerCase: typeof form.minutesPerCase === 'number' ? form.minutesPerCase : Number.NaN,
  }
}
