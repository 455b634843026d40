import { caseAttentions, caseStates } from '#domain/case.ts'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { usePagedRows } from '../../ui/row-window.ts'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { casesColumns } from './cases-columns.tsx'
import classes from './cases.module.css'
import { useCasesFilter } from './use-cases-filter.ts'
import { WaitingStrip } from './waiting-strip.tsx'

const route = getRouteApi('/cases')

/** Every case, to be found, filtered and opened; where referrals come in, one by one or as a spreadsheet. */
export function CasesPage() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { filter, isFiltered, change, clear } = useCasesFilter(route.useSearch())
  const [typed, setTyped] = useState(filter.search)
  const [search] = useDebouncedValue(typed, 150)
  const rows = usePagedRows(
    'cases.list',
    useMemo(() => ({ ...filter, search: search.trim() }), [filter, search]),
  )
  const isWide = useMediaQuery('(min-width: 90em)', false, { getInitialValueInEffect: false })
  const columns = useMemo(() => casesColumns(t, format, isWide), [t, format, isWide])
  const input = useRef<HTMLInputElement>(null)

  const toReferral = () => void navigate({ to: '/cases/new-referral' })
  const toImport = () => void navigate({ to: '/cases/import', search: { kind: 'referrals' } })
  const clearAll = () => {
    setTyped('')
    clear()
  }
  useScreenKeys([
    { keys: 'n', label: t('cases.key.new'), run: toReferral },
    { keys: 'i', label: t('cases.key.import'), run: toImport },
    { keys: '/', label: t('cases.key.search'), run: () => input.current?.focus() },
  ])

  const stateChips = caseStates.map((state) => ({
    key: state,
    label: t(`caseState.${state}`),
    isOn: filter.state === state,
    onToggle: () => change({ state: filter.state === state ? null : state }),
  }))
  const isFirst = rows.total === 0 && !rows.isLoading && !isFiltered && search === '' && rows.error === null

  return (
    <>
      <PageHeader
        title={t('cases.title')}
        action={
          <>
            <Button size="xs" variant="default" onClick={() => void navigate({ to: '/cases/people-alike' })}>
              {t('people.alike.open')}
            </Button>
            <Button size="xs" variant="default" onClick={toImport}>
              {t('cases.import')}
            </Button>
            <Button size="xs" onClick={toReferral}>
              {t('cases.newReferral')}
            </Button>
          </>
        }
      />
      {isFirst ? (
        <EmptyState title={t('cases.empty.title')} text={t('cases.empty.text')}>
          <Button onClick={toReferral}>{t('cases.newReferral')}</Button>
          <Button variant="default" onClick={toImport}>
            {t('palette.import')}
          </Button>
        </EmptyState>
      ) : (
        <>
          <WaitingStrip onShow={() => change({ state: 'waiting' })} />
          <div className={classes.tools}>
            <TextInput
              ref={input}
              type="search"
              className={classes.search}
              aria-label={t('cases.search')}
              placeholder={t('cases.search')}
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                change({ search: event.currentTarget.value })
              }}
            />
            <FilterChips
              chips={[
                ...stateChips,
                {
                  key: 'repeats',
                  label: t('cases.filter.repeats'),
                  isOn: filter.repeatsOnly,
                  onToggle: () => change({ repeatsOnly: !filter.repeatsOnly }),
                },
                {
                  key: 'children',
                  label: t('cases.filter.children'),
                  isOn: filter.withChildrenOnly,
                  onToggle: () => change({ withChildrenOnly: !filter.withChildrenOnly }),
                },
                ...caseAttentions.map((attention) => ({
                  key: attention,
                  label: t(`cases.filter.${attention}`),
                  isOn: filter.attention === attention,
                  onToggle: () => change({ attention: filter.attention === attention ? null : attention }),
                })),
              ]}
            />
            {isFiltered || typed !== '' ? (
              <Button size="xs" variant="default" onClick={clearAll}>
                {t('cases.clearFilters')}
              </Button>
            ) : null}
          </div>
          <DataTable
            label={t('cases.table')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            sorting={filter}
            onSort={({ sort, direction }) => change({ sort, direction })}
            onOpen={(row) => void navigate({ to: '/cases/$caseId', params: { caseId: row.id } })}
            empty={t('cases.nothingFits')}
          />
        </>
      )}
    </>
  )
}
