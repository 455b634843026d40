import type { CalledFor, RiskResult } from '#domain/risk/risk-result.ts'
import type { RiskTool } from '#domain/risk-tool.ts'
import { useT } from '../../../i18n/use-t.ts'
import classes from './risk.module.css'
import { useResultWords } from './use-result-words.ts'

type Props = { readonly tool: RiskTool; readonly result: RiskResult; readonly calls: readonly CalledFor[] }

/** What the tool says so far, said aloud as it changes; with what is open, what is not known, and what an answer always calls for. */
export function ResultLine({ tool, result, calls }: Props) {
  const t = useT()
  const words = useResultWords()
  const known = result.kind === 'band' ? { unknown: 0, open: 0 } : result
  return (
    <div className={classes.result}>
      <p role="status" aria-label={t('assess.result')}>
        <strong>{words(tool, result)}</strong>
        {result.kind === 'scored' && result.proratedFrom !== null ? <> ({t('assess.prorated', { sum: result.proratedFrom })})</> : null}
        {known.unknown > 0 ? <> · {t('assess.unknown', { count: known.unknown })}</> : null}
        {known.open > 0 ? <> · {t('assess.open', { count: known.open })}</> : null}
      </p>
      {calls.map((call) => (
        <p key={call} className={classes.warning}>
          <span aria-hidden>▲ </span>
          {t(`riskTab.call.${call}`)}
        </p>
      ))}
      <p className={classes.dim}>{t('assess.notVerdict')}</p>
    </div>
  )
}
