import type { PlanFinding } from '#domain/safety/plan-check.ts'
import { planWords } from '../../../i18n/plan-words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import classes from './run.module.css'

/** So many findings are said in full; the rest is counted, and stands in the words on pointing at it. */
const mostSaid = 2

/** What the plan of a case lacks, on one line. */
export function FindingsSaid({ findings }: { readonly findings: readonly PlanFinding[] }) {
  const t = useT()
  const format = useFormat()
  const words = findings.map((finding) => planWords(finding, t, format))
  const rest = words.length - mostSaid
  return (
    <span className={classes.findings} title={words.join('\n')}>
      <span aria-hidden>▲ </span>
      {words.slice(0, mostSaid).join(' ')}
      {rest > 0 ? <span className={classes.quiet}> {t('plan.more', { count: rest })}</span> : null}
      <span className={classes.spoken}>{words.slice(mostSaid).join(' ')}</span>
    </span>
  )
}
