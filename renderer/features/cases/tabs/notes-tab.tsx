import { useT } from '../../../i18n/use-t.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { CaseTabProps } from './case-tab.ts'

export function NotesTab({ record }: CaseTabProps) {
  const t = useT()
  return <EmptyState title={t('case.tab.notes')} text={t('case.tab.empty', { count: record.entries.length })} />
}
