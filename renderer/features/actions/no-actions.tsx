import type { ActionFilter } from '#domain/action.ts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { isFiltered } from './action-filter.ts'

type Props = { readonly filter: ActionFilter; readonly onClear: () => void }

/** Stands in place of the rows where there are none: where actions come from, or that the filters keep all of them out. */
export function NoActions({ filter, onClear }: Props) {
  const t = useT()
  if (isFiltered(filter)) {
    return (
      <EmptyState title={t(filter.state === 'overdue' ? 'actions.nothingOverdue' : 'actions.nothingFits')}>
        <Button variant="default" onClick={onClear}>
          {t('actions.clear')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('actions.empty.title')} text={t('actions.empty.text')}>
      <Button variant="default" renderRoot={(props) => <Link to="/meetings" {...props} />}>
        {t('actions.empty.toMeetings')}
      </Button>
    </EmptyState>
  )
}
