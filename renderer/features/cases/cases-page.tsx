import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'

export function CasesPage() {
  const t = useT()
  return <PageHeader title={t('frame.cases')} />
}
