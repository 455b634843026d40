import { moveItem } from '#domain/agenda.ts'
import type { AgendaItem, MeetingDetail } from '#domain/meeting.ts'
import { useState } from 'react'
import { call, useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'

type Removed = { readonly item: AgendaItem; readonly at: number }

/** The agenda as it is being put in order: what is shown, what can be done, what was said last. */
export function useAgenda(meeting: MeetingDetail) {
  const t = useT()
  const [spoken, setSpoken] = useState('')
  const [removed, setRemoved] = useState<Removed | null>(null)
  const reorder = useApiCommand('meetings.reorderAgenda')
  const add = useApiCommand('meetings.addToAgenda')
  const remove = useApiCommand('meetings.removeFromAgenda')

  const byId = new Map(meeting.agenda.map((item) => [item.listingId as number, item]))
  const pending = reorder.isPending ? reorder.variables.order.map((id) => byId.get(id)) : []
  const isWhole = pending.length === meeting.agenda.length && pending.every((item) => item !== undefined)
  // The order just asked for is shown at once; a refusal brings the stored one back.
  const items: readonly AgendaItem[] = isWhole ? pending.filter((item) => item !== undefined) : meeting.agenda

  function move(from: number, to: number): void {
    const item = items[from]
    const place = Math.max(0, Math.min(to, items.length - 1))
    if (item === undefined || from === place) return
    setSpoken(t('meetings.moved', { reference: item.caseReference, place: place + 1, count: items.length }))
    reorder.mutate({ meetingId: meeting.id, order: moveItem(items, from, place).map(({ listingId }) => listingId) })
  }

  function takeOff(item: AgendaItem): void {
    const at = items.indexOf(item)
    remove.mutate({ listingId: item.listingId }, { onSuccess: () => setRemoved({ item, at }) })
  }

  async function putBack(): Promise<void> {
    if (removed === null) return
    const { item, at } = removed
    setRemoved(null)
    const waiting = await call('meetings.get', { meetingId: meeting.id })
    const referralId = waiting.candidates.find(({ caseId }) => caseId === item.caseId)?.referralId ?? null
    const listingId = await add.mutateAsync({ meetingId: meeting.id, caseId: item.caseId, referralId })
    const others = waiting.agenda.map((other) => other.listingId)
    await reorder.mutateAsync({ meetingId: meeting.id, order: [...others.slice(0, at), listingId, ...others.slice(at)] })
  }

  return {
    items,
    spoken,
    removed: removed?.item ?? null,
    error: reorder.error ?? add.error ?? remove.error,
    move,
    takeOff,
    putBack: () => void putBack().catch(() => undefined),
    forgetRemoved: () => setRemoved(null),
    addCandidate: (caseId: number, referralId: number | null) => add.mutate({ meetingId: meeting.id, caseId, referralId }),
  }
}
