import { CaseState, caseStates } from '#domain/case.ts'
import { AgencyId } from '#domain/ids.ts'
import { type KindCount, searchKinds } from '#domain/search/hit.ts'
import { Button, NativeSelect } from '@mantine/core'
import { useId, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { isFiltered, moreCount, type SearchFilter } from './search-filter.ts'
import classes from './search.module.css'

type Props = {
  readonly filter: SearchFilter
  readonly counts: readonly KindCount[]
  readonly onChange: (part: Partial<SearchFilter>) => void
  readonly onClear: () => void
}

/** What of the hits is shown: kinds with how many there are, agency, and behind a button state and days. */
export function FilterBar({ filter, counts, onChange, onClear }: Props) {
  const t = useT()
  const format = useFormat()
  const id = useId()
  const more = moreCount(filter)
  const [isMoreOpen, setMoreOpen] = useState(more > 0)
  const agencies = useApiQuery('agencies.list', { includeArchived: true }).data ?? []
  const label = (kind: (typeof searchKinds)[number]) => {
    const found = counts.find((each) => each.kind === kind)
    if (found === undefined) return t(`search.kind.${kind}`)
    return t(found.isMore ? 'search.chipMore' : 'search.chip', { kind: t(`search.kind.${kind}`), count: format.number(found.count) })
  }
  return (
    <>
      <div className={classes.tools}>
        <FilterChips
          label={t('search.kinds')}
          chips={searchKinds.map((kind) => {
            const isOn = filter.kinds.includes(kind)
            return { key: kind, label: label(kind), isOn, onToggle: () => onChange({ kinds: isOn ? [] : [kind] }) }
          })}
        />
        <NativeSelect
          size="xs"
          className={classes.select}
          aria-label={t('search.agency')}
          value={filter.agencyId ?? ''}
          data={[
            { value: '', label: t('search.agency.all') },
            ...agencies.map(({ id: value, name }) => ({ value: String(value), label: name })),
          ]}
          onChange={(event) => onChange({ agencyId: AgencyId.safeParse(Number(event.currentTarget.value)).data ?? null })}
        />
        <Button size="xs" variant="default" aria-expanded={isMoreOpen} aria-controls={id} onClick={() => setMoreOpen((now) => !now)}>
          {more === 0 ? t('search.more') : t('search.moreOn', { count: more })}
        </Button>
        {isFiltered(filter) ? (
          <Button size="xs" variant="subtle" onClick={onClear}>
            {t('search.clear')}
          </Button>
        ) : null}
      </div>
      <div id={id} className={classes.more} hidden={!isMoreOpen}>
        <NativeSelect
          className={classes.select}
          label={t('search.state')}
          value={filter.state ?? ''}
          data={[
            { value: '', label: t('search.state.all') },
            ...caseStates.map((state) => ({ value: state, label: t(`caseState.${state}`) })),
          ]}
          onChange={(event) => onChange({ state: CaseState.safeParse(event.currentTarget.value).data ?? null })}
        />
        <DateField label={t('search.from')} value={filter.from} onChange={(from) => onChange({ from })} />
        <DateField label={t('search.to')} value={filter.to} onChange={(to) => onChange({ to })} />
      </div>
    </>
  )
}
