import { useT } from '../../../i18n/use-t.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { CaseTabProps } from './case-tab.ts'

export function ChainTab({ record }: CaseTabProps) {
  const t = useT()
  return <EmptyState title={t('case.tab.chain')} text={t('case.tab.empty', { count: record.entries.length })} />
}
