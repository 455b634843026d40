import type { AgendaItem } from '#domain/meeting.ts'
import type { PlanFinding } from '#domain/safety/plan-check.ts'
import { useT } from '../../../i18n/use-t.ts'
import { FindingsSaid } from './findings-said.tsx'
import { ReasonLine } from './reason-line.tsx'

type Props = {
  readonly item: AgendaItem
  /** What stands against leaving its actions as they were agreed today. */
  readonly findings: readonly PlanFinding[]
  readonly onDefer: (reason: string) => Promise<void>
  readonly onCancel: () => void
}

/** Asks why a case is not heard today, and says what its actions lack where some were agreed already. */
export function DeferForm({ item, findings, onDefer, onCancel }: Props) {
  const t = useT()
  return (
    <ReasonLine
      draftKey={`deferLine:${item.listingId}`}
      question={t('run.defer.why', { reference: item.caseReference })}
      send={t('run.defer')}
      onSend={onDefer}
      back={{ word: t('ui.cancel'), onBack: onCancel }}
    >
      {findings.length === 0 ? null : <FindingsSaid findings={findings} />}
    </ReasonLine>
  )
}
