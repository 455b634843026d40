import type { SavedFilter } from '#contract'
import type { ActionRow, ActionSort } from '#domain/action.ts'
import { Button } from '@mantine/core'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useId, useMemo, useRef, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { usePagedRows } from '../../ui/row-window.ts'
import { today as todayHere } from '../../ui/today.ts'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { actionColumns } from './action-columns.tsx'
import { openByDay } from './action-filter.ts'
import { ActionPanel } from './action-panel.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type GroupedAction, groupedRows } from './grouped-rows.ts'
import { NoActions } from './no-actions.tsx'
import { SavedViews } from './saved-views.tsx'
import type { SettableStatus } from './status-keys.ts'
import { useActionKeys } from './use-action-keys.ts'
import { useActionsFilter } from './use-actions-filter.ts'
import { useChase } from './use-chase.ts'
import { useOpenAction } from './use-open-action.ts'
import { type Notice, useStatusChange } from './use-status-change.ts'

const route = getRouteApi('/actions')

/** Every promise of every agency: to be found, chased and brought to its end, from the keyboard. */
export function ActionsPage() {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const viewsId = useId()
  const search = useRef<HTMLInputElement>(null)
  const agency = useRef<HTMLSelectElement>(null)
  const asked = route.useSearch()
  const { history } = useRouter()
  const { filter, set } = useActionsFilter(asked)
  const [notice, setNotice] = useState<Notice | null>(null)
  const [areViewsOpen, setViewsOpen] = useState(false)
  const saved = useApiQuery('actions.savedFilters')
  const views = saved.data ?? []

  const [settledSearch] = useDebouncedValue(filter.search, 150)
  const rows = usePagedRows(
    'actions.list',
    useMemo(() => ({ ...filter, search: settledSearch.trim() }), [filter, settledSearch]),
  )
  const chase = useChase((text) => setNotice({ text }))
  const opened = useOpenAction(asked.action, () => history.back())
  const status = useStatusChange(setNotice, (row) => opened.openFor(row, 'reason'))
  const today = todayHere()
  const isBeside = opened.row !== null
  const isWide = useMediaQuery('(min-width: 90em)', false, { getInitialValueInEffect: false })
  const columns = useMemo(
    () => actionColumns({ t, format, today, sort: filter.sort, isBeside, isWide }),
    [t, format, today, filter.sort, isBeside, isWide],
  )

  function close(): void {
    status.cancel()
    opened.close()
  }

  function ask(row: ActionRow, to: SettableStatus): void {
    if (status.request(row, to)) opened.openFor(row, 'reason')
  }

  function undo(): void {
    notice?.undo?.()
    setNotice(null)
  }

  function chaseChosen(): void {
    const chosen = agency.current?.selectedOptions[0]
    if (filter.agencyId !== null && chosen) chase.copy(filter.agencyId, chosen.label)
    else {
      setNotice({ text: t('actions.chase.which') })
      agency.current?.focus()
    }
  }

  const { row: openRow } = opened
  const onRowKey = useActionKeys({
    openRow,
    onStatus: ask,
    onChase: (row) => chase.copy(row.agencyId, row.agencyName),
    onSearch: () => search.current?.focus(),
    onUndo: notice?.undo === undefined ? undefined : undo,
  })

  return (
    <>
      <PageHeader
        title={t('frame.actions')}
        action={
          <>
            <Button
              size="xs"
              variant="default"
              aria-expanded={areViewsOpen}
              aria-controls={viewsId}
              onClick={() => setViewsOpen((now) => !now)}
            >
              {views.length === 0 ? t('actions.saved.open') : t('actions.saved.openSome', { count: views.length })}
            </Button>
            <Button size="xs" onClick={chaseChosen}>
              {t('actions.chase')}
            </Button>
          </>
        }
      />
      <FilterBar
        filter={filter}
        searchRef={search}
        agencyRef={agency}
        onChange={set}
        onClear={() => set({ ...openByDay, sort: filter.sort, direction: filter.direction })}
      />
      {areViewsOpen ? (
        <SavedViews
          id={viewsId}
          saved={views}
          filter={filter}
          onDone={setNotice}
          onApply={(view: SavedFilter) => {
            set(view.filter)
            setNotice({ text: t('actions.saved.applied', { name: view.name }) })
          }}
        />
      ) : null}
      <RefusalNotice error={saved.error ?? chase.error ?? (openRow === null ? status.error : null)} />
      <DataTable<GroupedAction, ActionSort>
        label={t('actions.table')}
        columns={columns}
        rows={groupedRows(rows, filter.sort)}
        rowKey={(row) => row.id}
        sorting={filter}
        onSort={({ sort, direction }) => set({ ...filter, sort, direction })}
        onOpen={(row) => {
          status.cancel()
          opened.openFor(row, 'details')
        }}
        onRowKey={onRowKey}
        chosenKey={openRow?.id ?? null}
        empty={<NoActions filter={filter} />}
      />
      {openRow === null ? null : (
        <ActionPanel
          key={openRow.id}
          row={openRow}
          asked={status.asked?.actionId === openRow.id ? status.asked.to : null}
          waitWords={status.asked?.actionId === openRow.id ? status.asked.waitWords : null}
          isPending={status.isPending}
          error={status.error}
          onStatus={(to) => ask(openRow, to)}
          onConfirm={(reason, onDone) => {
            if (status.asked === null) return
            status.confirm(openRow, status.asked.to, reason, () => {
              onDone()
              opened.closeAfterReason()
            })
          }}
          onCancel={() => {
            status.cancel()
            opened.closeAfterReason()
          }}
          onChase={() => chase.copy(openRow.agencyId, openRow.agencyName)}
          onSaved={(row) => setNotice({ text: t('actions.saved', { reference: row.reference }) })}
          onRefused={() => void client.invalidateQueries({ queryKey: ['actions.list'] })}
          onClose={close}
        />
      )}
      <UndoNotice text={notice?.text ?? null} onDismiss={() => setNotice(null)} {...(notice?.undo ? { onUndo: undo } : {})} />
    </>
  )
}
