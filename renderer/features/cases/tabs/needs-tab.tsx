import { useT } from '../../../i18n/use-t.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { CaseTabProps } from './case-tab.ts'

export function NeedsTab({ record }: CaseTabProps) {
  const t = useT()
  return <EmptyState title={t('case.tab.needs')} text={t('case.tab.empty', { count: record.entries.length })} />
}
