import { isEnded } from '#domain/action.ts'
import type { ListingId } from '#domain/ids.ts'
import type { AgendaItem, ListingDetail, MeetingDetail } from '#domain/meeting.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call, useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import type { RefusalError } from '../../../refusal-error.ts'
import { focusLine } from './focus-line.ts'

/** What the bar above the line shows: what was done last, a warning before a case is left, or the question why it is deferred. */
export type Bar =
  | { readonly kind: 'said'; readonly text: string; readonly undo?: () => void }
  | { readonly kind: 'warning'; readonly lacks: Lack }
  | { readonly kind: 'defer' }

export type Lack = 'action' | 'safetyAction'
export type View = 'case' | 'attendance' | 'end'
export type Say = (text: string, undo?: () => void) => void
export type Turns = ReturnType<typeof useTurns>

/** What a plan still lacks before its case may be left without a word (domain.md, section 12): any action, or one for safety. */
function lackOf(listing: ListingDetail): Lack | null {
  const standing = [...listing.actions, ...listing.earlierActions].filter(({ status }) => !isEnded(status) || status === 'complete')
  if (standing.length === 0) return 'action'
  return standing.some(({ isSafetyAction }) => isSafetyAction) ? null : 'safetyAction'
}

/** How the meeting goes from case to case. */
export function useTurns(meeting: MeetingDetail, current: AgendaItem | null) {
  const t = useT()
  const navigate = useNavigate()
  const [view, setView] = useState<View>('case')
  const [bar, setBar] = useState<Bar>({ kind: 'said', text: '' })
  const params = { meetingId: meeting.id }
  const turn = useApiCommand('listings.turnTo')
  const finish = useApiCommand('listings.finish')
  const defer = useApiCommand('listings.defer')
  const reopen = useApiCommand('listings.reopen')
  const close = useApiCommand('meetings.close', { onDone: () => void navigate({ to: '/meetings/$meetingId', params }) })
  const error: RefusalError | null = turn.error ?? finish.error ?? defer.error ?? reopen.error

  const say: Say = (text, undo) => setBar(undo === undefined ? { kind: 'said', text } : { kind: 'said', text, undo })

  function turnTo(listingId: ListingId): void {
    setView('case')
    setBar({ kind: 'said', text: '' })
    if (listingId !== current?.listingId) turn.mutate({ listingId })
    else focusLine('action')
  }

  function turnBy(step: -1 | 1): void {
    if (current === null) return
    const to = meeting.agenda[meeting.agenda.indexOf(current) + step]
    if (to !== undefined) turnTo(to.listingId)
  }

  function sayLeft(item: AgendaItem, message: 'run.finished' | 'run.deferred'): void {
    say(t(message, { reference: item.caseReference }), () => takeUpAgain(item))
  }

  /** After the last case comes the end. */
  function endAfter(next: ListingId | null): void {
    if (next === null) setView('end')
  }

  function takeUpAgain(item: AgendaItem): void {
    setView('case')
    reopen.mutate({ listingId: item.listingId }, { onSuccess: () => turn.mutate({ listingId: item.listingId }) })
    say(t('run.reopened', { reference: item.caseReference }))
  }

  /** The next case that is still to be heard, after the given one. */
  function nextWaiting(after: AgendaItem): AgendaItem | undefined {
    const at = meeting.agenda.indexOf(after)
    return [...meeting.agenda.slice(at + 1), ...meeting.agenda.slice(0, at)].find(({ outcome }) => outcome === 'waiting')
  }

  function done(): void {
    if (current === null || view !== 'case') return
    if (current.outcome !== 'waiting') {
      const next = nextWaiting(current)
      if (next === undefined) setView('end')
      else turnTo(next.listingId)
      return
    }
    leave(current, bar.kind === 'warning' ? bar.lacks : null).catch(() => undefined)
  }

  /** Leaves a case that is done. `warned`: the warning that stands; pressing again while it still holds is the answer to it. */
  async function leave(item: AgendaItem, warned: Lack | null): Promise<void> {
    const { listingId } = item
    // Asked anew: what was agreed a moment ago may not be on the screen yet.
    const lacks = await call('listings.get', { listingId }).then(lackOf, () => null)
    if (lacks !== null && lacks !== warned) {
      setBar({ kind: 'warning', lacks })
      return
    }
    // Said at once, so that a key pressed meanwhile (to defer the next case) is not answered over; a refusal says otherwise.
    sayLeft(item, 'run.finished')
    finish.mutate({ listingId }, { onSuccess: ({ nextListingId }) => endAfter(nextListingId), onError: () => say('') })
  }

  return {
    view,
    setView: (next: View) => setView((now) => (now === next ? 'case' : next)),
    bar,
    say,
    stay: () => {
      setBar({ kind: 'said', text: '' })
      focusLine('action')
    },
    undo: () => {
      if (bar.kind !== 'said' || bar.undo === undefined) return
      const { undo } = bar
      setBar({ kind: 'said', text: '' })
      undo()
      focusLine('action')
    },
    error,
    turnTo,
    turnBy,
    done,
    askToDefer: () => {
      if (current?.outcome === 'waiting' && view === 'case') setBar({ kind: 'defer' })
    },
    deferNow: async (reason: string) => {
      if (current === null) return
      const { nextListingId } = await defer.mutateAsync({ listingId: current.listingId, reason })
      sayLeft(current, 'run.deferred')
      endAfter(nextListingId)
    },
    /** Defers every case that is left, for one reason. */
    deferRest: async (reason: string) => {
      for (const item of meeting.agenda.filter(({ outcome }) => outcome === 'waiting'))
        await defer.mutateAsync({ listingId: item.listingId, reason })
    },
    takeUpAgain,
    close: () => close.mutate(params),
    closeError: close.error,
    isClosing: close.isPending,
  }
}
