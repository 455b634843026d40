import type { ListingId } from '#domain/ids.ts'
import type { AgendaItem, ListingDetail, MeetingDetail } from '#domain/meeting.ts'
import { againstDeferral, type PlanFinding } from '#domain/safety/plan-check.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call, useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import type { RefusalError } from '../../../refusal-error.ts'
import { focusLine } from './focus-line.ts'

type Said = { readonly kind: 'said'; readonly text: string; readonly undo?: () => void }

/** What is asked before a case is left: why it is left although its plan lacks something, or why it is deferred. */
type Asked = { readonly kind: 'warning' | 'defer'; readonly findings: readonly PlanFinding[] }

/** What the bar above the line shows: what was done last, or a question about the case in sight. */
export type Bar = Said | Asked
export type View = 'case' | 'attendance' | 'end'
export type Say = (text: string, undo?: () => void) => void
export type Turns = ReturnType<typeof useTurns>

const nothingSaid: Said = { kind: 'said', text: '' }

/** What stands against the way in which a case is to be left. */
function against(way: Asked['kind'], { findings, actions }: ListingDetail): readonly PlanFinding[] {
  return way === 'warning' ? findings : againstDeferral(findings, actions)
}

/** How the meeting goes from case to case. */
export function useTurns(meeting: MeetingDetail, current: AgendaItem | null, listing: ListingDetail | null) {
  const t = useT()
  const navigate = useNavigate()
  const [view, setView] = useState<View>('case')
  const [said, setSaid] = useState<Said>(nothingSaid)
  const [asked, setAsked] = useState<{ readonly listingId: ListingId; readonly bar: Asked } | null>(null)
  const params = { meetingId: meeting.id }
  const turn = useApiCommand('listings.turnTo')
  const finish = useApiCommand('listings.finish')
  const defer = useApiCommand('listings.defer')
  const reopen = useApiCommand('listings.reopen')
  const close = useApiCommand('meetings.close', { onDone: () => void navigate({ to: '/meetings/$meetingId', params }) })
  const error: RefusalError | null = turn.error ?? finish.error ?? defer.error ?? reopen.error

  const say: Say = (text, undo) => setSaid(undo === undefined ? { kind: 'said', text } : { kind: 'said', text, undo })
  // A question belongs to its case, and a warning is over once the plan has what it lacked.
  const question = asked?.listingId === current?.listingId ? (asked?.bar ?? null) : null
  const isAnswered = question?.kind === 'warning' && listing !== null && listing.findings.length === 0
  const asking: Asked | null = question === null || listing === null ? question : { ...question, findings: against(question.kind, listing) }
  const bar: Bar = asking === null || isAnswered ? said : asking

  function turnTo(listingId: ListingId): void {
    setView('case')
    setSaid(nothingSaid)
    setAsked(null)
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
    leave(current).catch(() => undefined)
  }

  /** Leaves a case that is done, or asks why where its plan lacks something. */
  async function leave(item: AgendaItem): Promise<void> {
    const { listingId } = item
    // Asked anew: what was agreed a moment ago may not be on the screen yet.
    const findings = await call('listings.get', { listingId }).then(
      (now) => now.findings,
      () => [],
    )
    if (findings.length > 0) {
      setAsked({ listingId, bar: { kind: 'warning', findings } })
      return
    }
    // Said at once, so that a key pressed meanwhile (to defer the next case) is not answered over; a refusal says otherwise.
    setAsked(null)
    sayLeft(item, 'run.finished')
    finish.mutate({ listingId }, { onSuccess: ({ nextListingId }) => endAfter(nextListingId), onError: () => say('') })
  }

  return {
    view,
    setView: (next: View) => setView((now) => (now === next ? 'case' : next)),
    bar,
    say,
    stay: () => {
      setAsked(null)
      focusLine('action')
    },
    undo: () => {
      if (bar.kind !== 'said' || bar.undo === undefined) return
      const { undo } = bar
      setSaid(nothingSaid)
      undo()
      focusLine('action')
    },
    error,
    turnTo,
    turnBy,
    done,
    askToDefer: () => {
      if (current?.outcome === 'waiting' && view === 'case')
        setAsked({ listingId: current.listingId, bar: { kind: 'defer', findings: [] } })
    },
    leaveNow: async (reason: string) => {
      if (current === null) return
      const { nextListingId } = await finish.mutateAsync({ listingId: current.listingId, reason })
      setAsked(null)
      sayLeft(current, 'run.finished')
      endAfter(nextListingId)
    },
    deferNow: async (reason: string) => {
      if (current === null) return
      const leavesPlanSo = asking?.kind === 'defer' && asking.findings.length > 0
      const { nextListingId } = await defer.mutateAsync({ listingId: current.listingId, reason, leavesPlanSo })
      setAsked(null)
      sayLeft(current, 'run.deferred')
      endAfter(nextListingId)
    },
    /** Defers every case that is left, for one reason; one whose actions lack something stays, to be put off by itself. */
    deferRest: async (reason: string) => {
      let refused: unknown = null
      for (const item of meeting.agenda.filter(({ outcome }) => outcome === 'waiting'))
        await defer.mutateAsync({ listingId: item.listingId, reason }).catch((error: unknown) => {
          refused ??= error
        })
      if (refused !== null) throw refused
    },
    takeUpAgain,
    close: () => close.mutate(params),
    closeError: close.error,
    isClosing: close.isPending,
  }
}
