import type { AgendaItem } from '#domain/meeting.ts'
import type { PlanFinding } from '#domain/safety/plan-check.ts'
import { planWords } from '../../../i18n/plan-words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { ReasonLine } from './reason-line.tsx'
import type { Turns } from './use-turns.ts'
import classes from './run.module.css'

type Props = { readonly item: AgendaItem; readonly findings: readonly PlanFinding[]; readonly turns: Turns }

/** So many findings are said in full; the rest is counted, and stands in the words on pointing at it. */
const mostSaid = 2

/** What the plan lacks before a case is left: it is mended, or the reason is typed why it is left so. */
export function LeaveForm({ item, findings, turns }: Props) {
  const t = useT()
  const format = useFormat()
  const words = findings.map((finding) => planWords(finding, t, format))
  const rest = words.length - mostSaid
  return (
    <ReasonLine
      draftKey={`leaveLine:${item.listingId}`}
      question={t('plan.override', { reference: item.caseReference })}
      send={t('plan.leave')}
      onSend={turns.leaveNow}
      back={{ word: t('run.warning.stay'), onBack: turns.stay }}
    >
      <span className={classes.findings} title={words.join('\n')}>
        <span aria-hidden>▲ </span>
        {words.slice(0, mostSaid).join(' ')}
        {rest > 0 ? <span className={classes.quiet}> {t('plan.more', { count: rest })}</span> : null}
        <span className={classes.spoken}>{words.slice(mostSaid).join(' ')}</span>
      </span>
    </ReasonLine>
  )
}
