import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'

export function ShareMeetingPage() {
  const t = useT()
  return <PageHeader title={t('frame.sharing')} />
}
