import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ApiOutput } from '../../api.ts'
import { repeatWords } from '../../i18n/repeat-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

type Props = { readonly saved: ApiOutput<'referrals.record'>; readonly onAnother: () => void }

/** What became of the referral just saved: its case, and whether it is a repeat and why. */
export function SavedReferral({ saved, onAnother }: Props) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  return (
    <div role="status">
      <EmptyState title={t('referrals.saved.title', { reference: saved.caseReference })} text={repeatWords(saved.repeat, t, format)}>
        <Button autoFocus onClick={() => void navigate({ to: '/cases/$caseId', params: { caseId: saved.caseId } })}>
          {t('referrals.saved.open', { reference: saved.caseReference })}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {t('referrals.saved.another')}
        </Button>
      </EmptyState>
    </div>
  )
}
