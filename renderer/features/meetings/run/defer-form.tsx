import type { AgendaItem } from '#domain/meeting.ts'
import { useT } from '../../../i18n/use-t.ts'
import { ReasonLine } from './reason-line.tsx'

type Props = { readonly item: AgendaItem; readonly onDefer: (reason: string) => Promise<void>; readonly onCancel: () => void }

/** Asks why a case is not heard today. */
export function DeferForm({ item, onDefer, onCancel }: Props) {
  const t = useT()
  return (
    <ReasonLine
      draftKey={`deferLine:${item.listingId}`}
      question={t('run.defer.why', { reference: item.caseReference })}
      send={t('run.defer')}
      onSend={onDefer}
      back={{ word: t('ui.cancel'), onBack: onCancel }}
    />
  )
}
