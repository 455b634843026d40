import type { AgendaItem } from '#domain/meeting.ts'
import type { DndContextProps, UniqueIdentifier } from '@dnd-kit/core'
import { useT } from '../../i18n/use-t.ts'

/** What is read out while a row of the agenda is carried. */
export function useDragWords(items: readonly AgendaItem[]): NonNullable<DndContextProps['accessibility']> {
  const t = useT()
  const reference = (id: UniqueIdentifier) => items.find((item) => item.listingId === id)?.caseReference ?? ''
  const place = (id: UniqueIdentifier | undefined) => items.findIndex((item) => item.listingId === id) + 1
  const at = (id: UniqueIdentifier, over: UniqueIdentifier | undefined) => ({
    reference: reference(id),
    place: place(over ?? id),
    count: items.length,
  })
  return {
    screenReaderInstructions: { draggable: t('meetings.drag.how') },
    announcements: {
      onDragStart: ({ active }) => t('meetings.drag.start', at(active.id, active.id)),
      onDragOver: ({ active, over }) => t('meetings.drag.over', at(active.id, over?.id)),
      onDragEnd: ({ active, over }) => t('meetings.moved', at(active.id, over?.id)),
      onDragCancel: ({ active }) => t('meetings.drag.cancel', at(active.id, active.id)),
    },
  }
}
