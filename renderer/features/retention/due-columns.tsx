import type { DueItem } from '#domain/retention/due.ts'
import { Checkbox } from '@mantine/core'
import type { Format } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/use-t.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Column } from '../../ui/table-columns.ts'
import { itemWords } from './kind-words.ts'

type Context = {
  readonly t: Translate
  readonly format: Format
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (item: DueItem) => void
  readonly canChoose: boolean
}

/** The columns of what is due; the first chooses. */
export function dueColumns({ t, format, chosen, onToggle, canChoose }: Context): readonly Column<DueItem>[] {
  const choose: Column<DueItem> = {
    id: 'choose',
    header: t('retention.due.choose'),
    width: '72px',
    cell: (item) => (
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={t('retention.due.chooseOne', { reference: itemWords(item, t, format) })}
        checked={chosen.has(item.id)}
        disabled={item.isHeld}
        onChange={() => onToggle(item)}
      />
    ),
  }
  return [
    ...(canChoose ? [choose] : []),
    { id: 'reference', header: t('retention.due.reference'), width: 'minmax(160px, 1fr)', cell: (item) => itemWords(item, t, format) },
    { id: 'since', header: t('retention.due.since'), width: '128px', cell: (item) => format.date(item.since) },
    { id: 'dueOn', header: t('retention.due.dueOn'), width: '128px', cell: (item) => format.date(item.dueOn) },
    {
      id: 'held',
      header: t('retention.due.held'),
      width: '168px',
      cell: (item) =>
        item.isHeld ? (
          <StatusBadge kind="soon" word={t('retention.due.held')} />
        ) : (
          <StatusBadge kind="plain" word={t('retention.due.notHeld')} />
        ),
    },
  ]
}
