import type { ActionFilter } from '#domain/action.ts'
import { useT } from '../../i18n/use-t.ts'
import { isFiltered } from './action-filter.ts'

/** Stands in place of the rows where there are none: words alone, since a table may hold nothing else. */
export function NoActions({ filter }: { readonly filter: ActionFilter }) {
  const t = useT()
  if (filter.state === 'overdue') return <span>{t('actions.nothingOverdue')}</span>
  if (isFiltered(filter)) return <span>{t('actions.nothingFits')}</span>
  return (
    <>
      <strong>{t('actions.empty.title')}.</strong> <span>{t('actions.empty.text')}</span>
    </>
  )
}
