import type { RiskScore } from '#domain/risk-tool.ts'
import { riskWords } from '../i18n/risk-words.ts'
import { useT } from '../i18n/use-t.ts'
import classes from './risk-mark.module.css'

/** A score in a table, with a shape and weight of its own where the risk is high; where it is high without a number, that. Nothing where there is neither. */
export function RiskMark({ risk, isHigh }: { readonly risk: RiskScore | null; readonly isHigh: boolean }) {
  const t = useT()
  if (!isHigh) return risk === null ? null : riskWords(risk, t)
  return (
    <span className={classes.high} title={t('danger.level.high')}>
      <span aria-hidden>▲ </span>
      {risk === null ? (
        t('danger.level.high')
      ) : (
        <>
          {riskWords(risk, t)}
          <span className={classes.spoken}> {t('danger.level.high')}</span>
        </>
      )}
    </span>
  )
}
