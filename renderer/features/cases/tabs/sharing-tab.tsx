import { useT } from '../../../i18n/use-t.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { CaseTabProps } from './case-tab.ts'

export function SharingTab({ record }: CaseTabProps) {
  const t = useT()
  return <EmptyState title={t('case.tab.sharing')} text={t('case.tab.empty', { count: record.entries.length })} />
}
