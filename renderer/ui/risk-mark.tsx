import type { RiskScore } from '#domain/risk-tool.ts'
import { riskWords } from '../i18n/risk-words.ts'
import { useT } from '../i18n/use-t.ts'
import classes from './risk-mark.module.css'

/** A score in a table, with a shape and weight of its own where the risk is high; where it is high without a number, that. Nothing where there is neither. */
export function RiskMark({ risk, isHigh }: { readonly risk: RiskScore | null; readonly isHigh: boolean }) {
  const t = useT()
  const full = risk === null ? null : riskWords(risk, t)
  const short = risk === null ? null : riskWords(risk, t, 'short')
  if (!isHigh) return full === short ? short : <span title={full ?? ''}>{short}</span>
  return (
    <span className={classes.high} title={full === short ? t('danger.level.high') : `${full ?? ''}, ${t('danger.level.high')}`}>
      <span aria-hidden>▲ </span>
      {short === null ? (
        t('danger.level.high')
      ) : (
        <>
          {short}
          <span className={classes.spoken}> {t('danger.level.high')}</span>
        </>
      )}
    </span>
  )
}
