import type { AgendaItem, MeetingDetail } from '#domain/meeting.ts'
import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useEffect, useRef } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { AgendaRow } from './agenda-row.tsx'
import classes from './meetings.module.css'
import { useDragWords } from './use-drag-words.ts'

type Props = {
  readonly meeting: MeetingDetail
  readonly items: readonly AgendaItem[]
  readonly onMove: (from: number, to: number) => void
  readonly onTakeOff: (item: AgendaItem) => void
}

/** The agenda as a table whose rows are put in order by dragging, or with Alt and the arrows. */
export function AgendaTable({ meeting, items, onMove, onTakeOff }: Props) {
  const t = useT()
  const accessibility = useDragWords(items)
  const moved = useRef<number | null>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const isFixed = meeting.state === 'closed'
  const indexOf = (id: unknown) => items.findIndex((item) => item.listingId === id)

  // Moving a row in the page takes the focus from it: give it back.
  useEffect(() => {
    if (moved.current === null) return
    body.current?.querySelector<HTMLElement>(`[data-handle="${moved.current}"]`)?.focus()
    moved.current = null
  })

  function endDrag({ active, over }: DragEndEvent): void {
    if (over !== null) onMove(indexOf(active.id), indexOf(over.id))
  }

  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={endDrag} accessibility={accessibility}>
      <div className={classes.tableFrame}>
        <table className={classes.table} data-has-outcome={meeting.state !== 'scheduled' || undefined}>
          <caption className={classes.spoken}>{t('meetings.tab.agenda')}</caption>
          <thead>
            <tr>
              <th scope="col" className={classes.number}>
                {t('meetings.agenda.number')}
              </th>
              <th scope="col">{t('meetings.agenda.reference')}</th>
              <th scope="col">{t('meetings.agenda.names')}</th>
              <th scope="col">{t('meetings.agenda.children')}</th>
              {meeting.state === 'scheduled' ? null : <th scope="col">{t('meetings.agenda.outcome')}</th>}
              <th scope="col">{t('meetings.agenda.type')}</th>
              <th scope="col">{t('meetings.agenda.risk')}</th>
              <th scope="col">{t('meetings.agenda.source')}</th>
              <th scope="col">{t('meetings.agenda.openActions')}</th>
              {meeting.state === 'scheduled' ? (
                <th scope="col">
                  <span className={classes.spoken}>{t('meetings.agenda.takeOff')}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <SortableContext items={items.map((item) => item.listingId)} strategy={verticalListSortingStrategy} disabled={isFixed}>
            <tbody ref={body}>
              {items.map((item, index) => (
                <AgendaRow
                  key={item.listingId}
                  item={item}
                  guard={meeting.guards.find(({ listingId }) => listingId === item.listingId)}
                  place={index + 1}
                  count={items.length}
                  meetingState={meeting.state}
                  onMove={(by) => {
                    moved.current = item.listingId
                    onMove(index, index + by)
                  }}
                  onTakeOff={() => onTakeOff(item)}
                />
              ))}
            </tbody>
          </SortableContext>
        </table>
      </div>
    </DndContext>
  )
}
