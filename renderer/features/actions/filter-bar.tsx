import { type ActionFilter, type ActionStatus, actionStatuses } from '#domain/action.ts'
import { type AgencyId, AgencyId as agencyIdOf, type MeetingId, MeetingId as meetingIdOf } from '#domain/ids.ts'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type Ref, useId, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { actionStates, isFiltered, moreCount, withState, withStatuses } from './action-filter.ts'
import classes from './actions.module.css'

type Props = {
  readonly filter: ActionFilter
  readonly onChange: (filter: ActionFilter) => void
  readonly onClear: () => void
  readonly searchRef: Ref<HTMLInputElement>
  readonly agencyRef: Ref<HTMLSelectElement>
}

/** What the table shows: words, state, agency, meeting; behind a button the statuses and the days. */
export function FilterBar({ filter, onChange, onClear, searchRef, agencyRef }: Props) {
  const t = useT()
  const format = useFormat()
  const id = useId()
  const more = moreCount(filter)
  const [isMoreOpen, setMoreOpen] = useState(more > 0)
  const agencies = useApiQuery('agencies.list', { includeArchived: true })
  const meetings = useApiQuery('meetings.list')
  const byDay = (meetings.data ?? []).toSorted((one, other) => other.heldOn.localeCompare(one.heldOn))

  function toggle(status: ActionStatus): void {
    const isOn = filter.statuses.includes(status)
    onChange(withStatuses(filter, isOn ? filter.statuses.filter((each) => each !== status) : [...filter.statuses, status]))
  }

  return (
    <>
      <div className={classes.tools}>
        <TextInput
          ref={searchRef}
          type="search"
          size="xs"
          className={classes.search}
          aria-label={t('actions.search')}
          placeholder={t('actions.search')}
          value={filter.search}
          onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
        />
        <FilterChips
          label={t('actions.state')}
          chips={actionStates.map((state) => ({
            key: state,
            label: t(`actions.state.${state}`),
            isOn: filter.state === state,
            onToggle: () => onChange(withState(filter, state)),
          }))}
        />
        <NativeSelect
          size="xs"
          ref={agencyRef}
          className={classes.select}
          aria-label={t('actions.agency')}
          value={filter.agencyId ?? ''}
          data={[
            { value: '', label: t('actions.agency.all') },
            ...(agencies.data ?? []).map(({ id: value, name }) => ({ value: String(value), label: name })),
          ]}
          onChange={(event) => onChange({ ...filter, agencyId: chosen(event.currentTarget.value, agencyIdOf) })}
        />
        <NativeSelect
          size="xs"
          className={classes.select}
          aria-label={t('actions.meeting')}
          value={filter.meetingId ?? ''}
          data={[
            { value: '', label: t('actions.meeting.all') },
            ...byDay.map(({ id: value, heldOn }) => ({ value: String(value), label: format.date(heldOn) })),
          ]}
          onChange={(event) => onChange({ ...filter, meetingId: chosen(event.currentTarget.value, meetingIdOf) })}
        />
        <Button size="xs" variant="default" aria-expanded={isMoreOpen} aria-controls={id} onClick={() => setMoreOpen((now) => !now)}>
          {more === 0 ? t('actions.more') : t('actions.moreOn', { count: more })}
        </Button>
        {isFiltered(filter) ? (
          <Button size="xs" variant="subtle" onClick={onClear}>
            {t('actions.clear')}
          </Button>
        ) : null}
      </div>
      <div id={id} className={classes.more} hidden={!isMoreOpen}>
        <FilterChips
          label={t('actions.statuses')}
          chips={actionStatuses.map((status) => ({
            key: status,
            label: t(`actionStatus.${status}`),
            isOn: filter.statuses.includes(status),
            onToggle: () => toggle(status),
          }))}
        />
        <div className={classes.days}>
          <DateField label={t('actions.dueFrom')} value={filter.dueFrom} onChange={(dueFrom) => onChange({ ...filter, dueFrom })} />
          <DateField label={t('actions.dueTo')} value={filter.dueTo} onChange={(dueTo) => onChange({ ...filter, dueTo })} />
        </div>
      </div>
    </>
  )
}

/** The id of a choice; the empty choice is all of them. */
function chosen<Id extends AgencyId | MeetingId>(value: string, id: { readonly parse: (value: unknown) => Id }): Id | null {
  return value === '' ? null : id.parse(Number(value))
}
