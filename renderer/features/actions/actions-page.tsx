import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'

export function ActionsPage() {
  const t = useT()
  return <PageHeader title={t('frame.actions')} />
}
