import type { CaseDetail } from '#domain/case.ts'
import { Button } from '@mantine/core'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import type { Done } from './case-head.tsx'

/** Puts the case on the agenda of the next meeting; nothing where there is none, or where a meeting awaits the case already. */
export function ListButton({ detail, onDone }: { readonly detail: CaseDetail; readonly onDone: (done: Done | null) => void }) {
  const t = useT()
  const format = useFormat()
  const next = useApiQuery('home.thisMonth').data?.nextMeeting ?? null
  const remove = useApiCommand('meetings.removeFromAgenda', { onDone: () => onDone(null) })
  const add = useApiCommand('meetings.addToAgenda', {
    onDone: (listingId) =>
      onDone({
        text: t('case.list.done', { date: next === null ? '' : format.day(next.heldOn) }),
        undo: () => remove.mutate({ listingId }),
      }),
  })
  const isAwaited = detail.listings.some(({ outcome }) => outcome === 'waiting')
  if (next === null || isAwaited || detail.state === 'closed') return <RefusalNotice error={remove.error} />
  return (
    <>
      <Button size="xs" loading={add.isPending} onClick={() => add.mutate({ meetingId: next.id, caseId: detail.id, referralId: null })}>
        {t('case.list', { date: format.day(next.heldOn) })}
      </Button>
      <RefusalNotice error={add.error} />
    </>
  )
}
