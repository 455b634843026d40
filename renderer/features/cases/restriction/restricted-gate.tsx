import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { RestrictedMark } from '../../../ui/restricted-mark.tsx'

/** Asks once more before a restricted case is shown: who stands behind the screen may be who it is hidden from. */
export function RestrictedGate({ reference, onOpen }: { readonly reference: string; readonly onOpen: () => void }) {
  const t = useT()
  return (
    <>
      <PageHeader title={reference} detail={<RestrictedMark />} />
      <EmptyState title={t('restriction.gate')} text={t('restriction.gate.text')}>
        <Button onClick={onOpen}>{t('restriction.gate.open')}</Button>
      </EmptyState>
    </>
  )
}
