import type { Agency } from '#domain/agency.ts'
import { Button, TextInput } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { localRows } from '../../ui/row-window.ts'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import classes from './agencies.module.css'
import { AgencyPanel, type AgencyDone } from './agency-panel.tsx'
import { type AgencyView, arrangeAgencies } from './agency-list.ts'
import { useAgencyColumns } from './agency-columns.tsx'

const route = getRouteApi('/agencies')

/** The member agencies, who represents them, and a panel to change one. */
export function AgenciesPage() {
  const t = useT()
  const { agencyId, isNew = false } = route.useSearch()
  const navigate = useNavigate()
  const open = (search: { readonly agencyId?: number; readonly isNew?: boolean }) =>
    void navigate({ to: '/agencies', search, replace: true })
  const [view, setView] = useState<AgencyView>({ search: '', isCoreOnly: false, sorting: { sort: 'name', direction: 'ascending' } })
  const [includeArchived, setIncludeArchived] = useState(false)
  const [done, setDone] = useState<AgencyDone | null>(null)
  const agencies = useApiQuery('agencies.list', { includeArchived: true })
  const unarchive = useApiCommand('agencies.archive')
  const columns = useAgencyColumns()

  useScreenKeys([{ keys: 'n', label: t('agencies.add'), run: () => open({ isNew: true }) }])

  const all = agencies.data ?? []
  const listed = all.filter((agency) => includeArchived || !agency.isArchived)
  const shown = arrangeAgencies(listed, view, (agency) => t(`sector.${agency.sector}`))
  const opened = all.find((agency) => agency.id === agencyId)
  const close = () => open({})

  function finish(outcome: AgencyDone): void {
    setDone(outcome)
    close()
  }

  return (
    <>
      <PageHeader
        title={t('frame.agencies')}
        action={
          <>
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => <Link to="/cases/import" search={{ kind: 'agencies' }} {...props} />}
            >
              {t('agencies.import')}
            </Button>
            <Button size="xs" onClick={() => open({ isNew: true })}>
              {t('agencies.add')}
            </Button>
          </>
        }
      />
      <RefusalNotice error={agencies.error ?? unarchive.error} />
      {agencies.data !== undefined && all.length === 0 ? (
        <EmptyState title={t('agencies.empty.title')} text={t('agencies.empty.text')} />
      ) : (
        <>
          <div className={classes.filters}>
            <TextInput
              size="xs"
              w={240}
              aria-label={t('agencies.search')}
              placeholder={t('agencies.search')}
              value={view.search}
              onChange={(event) => {
                const search = event.currentTarget.value
                setView((now) => ({ ...now, search }))
              }}
            />
            <FilterChips
              chips={[
                {
                  key: 'core',
                  label: t('agencies.coreOnly'),
                  isOn: view.isCoreOnly,
                  onToggle: () => setView((now) => ({ ...now, isCoreOnly: !now.isCoreOnly })),
                },
                {
                  key: 'archived',
                  label: t('agencies.showArchived'),
                  isOn: includeArchived,
                  onToggle: () => setIncludeArchived((now) => !now),
                },
              ]}
            />
          </div>
          <DataTable<Agency, AgencyView['sorting']['sort']>
            label={t('frame.agencies')}
            columns={columns}
            rows={localRows(shown, agencies.isPending)}
            rowKey={(agency) => agency.id}
            sorting={view.sorting}
            onSort={(sorting) => setView((now) => ({ ...now, sorting }))}
            onOpen={(agency) => open({ agencyId: agency.id })}
            chosenKey={agencyId ?? null}
          />
        </>
      )}
      {isNew ? <AgencyPanel key="new" agency={null} onClose={close} onDone={finish} /> : null}
      {opened === undefined ? null : <AgencyPanel key={opened.id} agency={opened} onClose={close} onDone={finish} />}
      <UndoNotice
        text={done === null ? null : t(done.message, { name: done.name })}
        onDismiss={() => setDone(null)}
        {...(done?.undo === undefined
          ? {}
          : {
              onUndo: () => {
                if (done.undo) unarchive.mutate(done.undo)
                setDone(null)
              },
            })}
      />
    </>
  )
}
