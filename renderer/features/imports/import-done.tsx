import type { ImportKind } from '#contract'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ApiOutput } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

type Props = { readonly kind: ImportKind; readonly done: ApiOutput<'imports.commit'>; readonly onAnother?: () => void }

/** What an import did: how much is in, how much is left, and where to go from here. */
export function ImportDone({ kind, done, onAnother }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const said = t(`imports.done.${kind}`, { count: done.imported })
  if (onAnother === undefined) {
    return (
      <p role="status">
        {said} {t('imports.done.left', { count: done.left })}
      </p>
    )
  }
  return (
    <div role="status">
      <EmptyState title={said} text={t('imports.done.all')}>
        <Button onClick={() => void navigate({ to: kind === 'referrals' ? '/cases' : '/agencies' })}>
          {t(kind === 'referrals' ? 'imports.done.toCases' : 'imports.done.toAgencies')}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {t('imports.done.another')}
        </Button>
      </EmptyState>
    </div>
  )
}
