import { MOST_SHOWN } from '#domain/search/hit.ts'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { searchFor, useSearchWords } from '../../ui/search-words.ts'
import { FilterBar } from './filter-bar.tsx'
import { HitRow } from './hit-row.tsx'
import { moveFocus } from './move-focus.ts'
import { ReadingLines } from './reading-lines.tsx'
import { SearchHelp } from './search-help.tsx'
import { type SearchFilter, unfiltered, withWord } from './search-filter.ts'
import classes from './search.module.css'

const STEP = 50

/** Kept until the app is locked, so that coming back from a hit finds the search as it was left. */
let former: SearchFilter = unfiltered

/** One search through every word of the records. */
export function SearchPage() {
  const t = useT()
  const format = useFormat()
  const text = useSearchWords()
  const [settled] = useDebouncedValue(text, 150)
  const [filter, setFilter] = useState(former)
  const [limit, setLimit] = useState(STEP)
  const [exactText, setExactText] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const asked = settled.trim()
  const isExact = exactText === asked
  const { data, error } = useApiQuery(
    'search.find',
    { ...filter, kinds: [...filter.kinds], text: asked, isExact, limit },
    { enabled: asked !== '', keepsPrevious: true },
  )
  const found = asked === '' ? undefined : data

  function change(part: Partial<SearchFilter>): void {
    former = { ...filter, ...part }
    setFilter(former)
    setLimit(STEP)
  }
  function ask(words: string): void {
    searchFor(words)
    setLimit(STEP)
    input.current?.focus()
  }
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  useScreenKeys([{ keys: '/', label: t('search.key.field'), run: () => input.current?.focus() }])

  function onFieldKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    moveFocus(list.current, 'first')
  }
  const toField = useCallback(() => input.current?.focus(), [])

  const count = found && format.number(found.total)
  return (
    <>
      <PageHeader title={t('search.title')} />
      <TextInput
        ref={input}
        type="search"
        size="md"
        aria-label={t('search.field')}
        placeholder={t('search.field')}
        value={text}
        maxLength={400}
        onChange={(event) => {
          searchFor(event.currentTarget.value)
          setLimit(STEP)
        }}
        onKeyDown={onFieldKey}
      />
      <FilterBar filter={filter} counts={found?.counts ?? []} onChange={change} onClear={() => change(unfiltered)} />
      <RefusalNotice error={error} />
      <p role="status" className={classes.count}>
        {found === undefined
          ? ''
          : found.isMore
            ? t('search.foundMore', { count: count ?? '' })
            : t('search.found', { count: found.total })}
      </p>
      {found === undefined ? null : (
        <ReadingLines
          text={asked}
          found={found}
          onExact={() => setExactText(asked)}
          onWord={(typed, word) => ask(withWord(asked, typed, word))}
        />
      )}
      {found !== undefined && found.rows.length > 0 ? (
        <>
          <ol ref={list} aria-label={t('search.results')} className={classes.hits}>
            {found.rows.map((hit) => (
              <HitRow key={`${hit.source} ${hit.id}`} hit={hit} onBack={toField} />
            ))}
          </ol>
          {found.rows.length >= limit && limit < MOST_SHOWN ? (
            <Button size="xs" variant="default" className={classes.showMore} onClick={() => setLimit(Math.min(MOST_SHOWN, limit * 2))}>
              {t('search.showMore')}
            </Button>
          ) : found.total > found.rows.length || found.isMore ? (
            <p className={classes.count}>{t('search.narrow', { count: found.rows.length })}</p>
          ) : null}
        </>
      ) : (
        <EmptyState
          title={t(found === undefined ? 'search.empty.title' : 'search.nothing.title')}
          text={t(found === undefined ? 'search.empty.text' : 'search.nothing.text')}
        >
          <SearchHelp onExample={ask} />
        </EmptyState>
      )}
    </>
  )
}
