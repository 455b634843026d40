import type { AgendaItem } from '#domain/meeting.ts'
import type { PlanFinding } from '#domain/safety/plan-check.ts'
import { useT } from '../../../i18n/use-t.ts'
import { FindingsSaid } from './findings-said.tsx'
import { ReasonLine } from './reason-line.tsx'
import type { Turns } from './use-turns.ts'

type Props = { readonly item: AgendaItem; readonly findings: readonly PlanFinding[]; readonly turns: Turns }

/** What the plan lacks before a case is left: it is mended, or the reason is typed why it is left so. */
export function LeaveForm({ item, findings, turns }: Props) {
  const t = useT()
  return (
    <ReasonLine
      draftKey={`leaveLine:${item.listingId}`}
      question={t('plan.override', { reference: item.caseReference })}
      send={t('plan.leave')}
      onSend={turns.leaveNow}
      back={{ word: t('run.warning.stay'), onBack: turns.stay }}
    >
      <FindingsSaid findings={findings} />
    </ReasonLine>
  )
}
