import { TextInput } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useApiQuery } from '../../../api.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { localRows } from '../../../ui/row-window.ts'
import { useScreenKeys } from '../../../ui/screen-keys.ts'
import type { Column } from '../../../ui/table-columns.ts'
import { dayOfInstant } from '../../../ui/today.ts'
import classes from '../case.module.css'
import { useEntryEditor } from '../record/entry-editor.ts'
import { groupOf, type TimelineGroup, timelineGroups, type TimelineItem, timelineItems } from '../timeline/timeline-items.ts'
import { TimelinePanel } from '../timeline/timeline-panel.tsx'
import { type ItemWords, useItemWords } from '../timeline/use-item-words.ts'
import { useSaid } from '../use-said.ts'
import type { CaseTabProps } from './case-tab.ts'

type Row = { readonly item: TimelineItem; readonly words: ItemWords }

const nothingYet = { events: [], disclosures: [] }

/** Everything of the case by its day, newest first, to be narrowed by kind and by words. */
export function TimelineTab({ detail, record }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  const wordsOf = useItemWords()
  const said = useSaid(detail)
  const editor = useEntryEditor()
  const history = useApiQuery('cases.history', { id: detail.id })
  const [groups, setGroups] = useState<readonly TimelineGroup[]>([])
  const [search, setSearch] = useState('')
  const [openedKey, setOpenedKey] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useScreenKeys([{ keys: '/', label: t('timeline.search'), run: () => field.current?.focus() }])

  const rows = useMemo(
    () =>
      timelineItems(detail, record.entries, history.data ?? nothingYet, dayOfInstant).map((item): Row => ({ item, words: wordsOf(item) })),
    [detail, record.entries, history.data, wordsOf],
  )
  const shown = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase()
    return rows.filter(
      ({ item, words }) =>
        (groups.length === 0 || groups.includes(groupOf(item))) &&
        (wanted === '' || `${words.title} ${words.text}`.toLocaleLowerCase().includes(wanted)),
    )
  }, [rows, groups, search])
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { id: 'on', header: t('timeline.on'), width: '112px', cell: ({ item }) => format.date(item.on) },
      { id: 'what', header: t('timeline.what'), width: 'minmax(180px, 1fr)', cell: ({ words }) => words.title },
      { id: 'words', header: t('timeline.words'), width: 'minmax(240px, 3fr)', cell: ({ words }) => said(words.text) },
    ],
    [t, format, said],
  )
  const opened = rows.find(({ item }) => item.key === openedKey)

  return (
    <>
      <div className={classes.filters}>
        <TextInput
          ref={field}
          size="xs"
          aria-label={t('timeline.search')}
          placeholder={t('timeline.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <FilterChips
          chips={timelineGroups.map((group) => ({
            key: group,
            label: t(`timeline.group.${group}`),
            isOn: groups.includes(group),
            onToggle: () => setGroups(groups.includes(group) ? groups.filter((each) => each !== group) : [...groups, group]),
          }))}
        />
      </div>
      <DataTable
        label={t('case.tab.timeline')}
        columns={columns}
        rows={localRows(shown, history.isPending)}
        rowKey={({ item }) => item.key}
        chosenKey={editor.openedId === null ? openedKey : `entry-${editor.openedId}`}
        onOpen={({ item }) => {
          if (item.kind === 'entry') editor.open(item.entry)
          setOpenedKey(item.kind === 'entry' ? null : item.key)
        }}
      />
      {opened === undefined ? null : (
        <TimelinePanel key={opened.item.key} detail={detail} item={opened.item} words={opened.words} onClose={() => setOpenedKey(null)} />
      )}
    </>
  )
}
