import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useT } from '../i18n/use-t.ts'
import { EmptyState } from '../ui/empty-state.tsx'

/** Stands in for a page that could not be shown: a bug, or an address that is none. Says nothing of its content. */
export function PageFailed() {
  const t = useT()
  const router = useRouter()
  return (
    <EmptyState title={t('frame.failed.title')} text={t('frame.failed.text')}>
      <Button
        onClick={() => {
          void router.navigate({ to: '/' }).then(() => router.invalidate())
        }}
      >
        {t('frame.failed.home')}
      </Button>
    </EmptyState>
  )
}
