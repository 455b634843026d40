import type { RetentionOverview } from '#contract'
import type { DueItem } from '#domain/retention/due.ts'
import { RecordKind, recordKinds } from '#domain/retention/record-kind.ts'
import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePagedRows } from '../../ui/row-window.ts'
import { DestroyPanel } from './destroy-panel.tsx'
import { dueColumns } from './due-columns.tsx'
import { itemWords } from './kind-words.ts'
import classes from './retention.module.css'

type Props = {
  readonly overview: RetentionOverview
  readonly kind: RecordKind
  readonly canDestroy: boolean
  readonly onKind: (kind: RecordKind) => void
}

/** One order names at most so many. */
const MOST = 500

/** What of one kind is due: looked through, chosen, and destroyed by a person. */
export function DueTab({ overview, kind, canDestroy, onKind }: Props) {
  const t = useT()
  const format = useFormat()
  const [chosen, setChosen] = useState<ReadonlyMap<string, DueItem>>(new Map())
  const [isAsking, setAsking] = useState(false)
  const rows = usePagedRows(
    'retention.due',
    useMemo(() => ({ kind }), [kind]),
  )
  const all = useApiQuery('retention.due', { kind, offset: 0, limit: MOST }).data?.rows ?? []
  const ids = useMemo(() => new Set(chosen.keys()), [chosen])
  const columns = useMemo(
    () => dueColumns({ t, format, chosen: ids, onToggle: toggle, canChoose: canDestroy }),
    [t, format, ids, canDestroy],
  )

  function toggle(item: DueItem): void {
    if (item.isHeld) return
    setChosen((now) => {
      const next = new Map(now)
      if (!next.delete(item.id) && next.size < MOST) next.set(item.id, item)
      return next
    })
  }

  return (
    <div className={classes.tab}>
      <div className={classes.tools}>
        <NativeSelect
          label={t('retention.due.kind')}
          value={kind}
          data={recordKinds.map((each) => ({ value: each, label: t(`retention.kind.${each}`) }))}
          onChange={(event) => {
            setChosen(new Map())
            setAsking(false)
            onKind(RecordKind.parse(event.currentTarget.value))
          }}
        />
        {canDestroy && rows.total > 0 && !isAsking ? (
          <>
            <Button
              size="xs"
              variant="default"
              onClick={() => setChosen(new Map(all.filter(({ isHeld }) => !isHeld).map((item) => [item.id, item])))}
            >
              {t('retention.due.all')}
            </Button>
            <Button size="xs" variant="subtle" disabled={chosen.size === 0} onClick={() => setChosen(new Map())}>
              {t('retention.due.nothingChosen')}
            </Button>
            <Button size="xs" disabled={chosen.size === 0} onClick={() => setAsking(true)}>
              {t('retention.destroy', { count: chosen.size })}
            </Button>
          </>
        ) : null}
      </div>
      <DataTable<DueItem>
        label={t('retention.due.table', { kind: t(`retention.kind.${kind}`) })}
        columns={columns}
        rows={rows}
        rowKey={(item) => item.id}
        {...(canDestroy ? { onOpen: toggle } : {})}
        onRowKey={(item, event) => {
          if (event.key !== ' ' || !canDestroy) return
          event.preventDefault()
          toggle(item)
        }}
        empty={<EmptyState title={t(overview.schedule.months[kind] === null ? 'retention.due.unlimited' : 'retention.due.none')} />}
      />
      {isAsking ? (
        <DestroyPanel
          kind={kind}
          items={[...chosen.values()].map((item) => ({ id: item.id, words: itemWords(item, t, format) }))}
          areDue
          onClose={() => {
            setAsking(false)
            setChosen(new Map())
          }}
        />
      ) : null}
    </div>
  )
}
