import type { CaseDetail } from '#domain/case.ts'
import type { RiskSummary } from '#domain/risk/risk-summary.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useSaid } from '../use-said.ts'
import classes from './risk.module.css'
import { useResultWords } from './use-result-words.ts'

/** Tool, judgement and reason together, what is not known, and why it may hold no longer. */
export function CurrentRisk({ detail, summary }: { readonly detail: CaseDetail; readonly summary: RiskSummary }) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const words = useResultWords()
  const { staleness, trend, judgement } = summary
  const warnings = [
    ...(staleness.isOld ? [t('riskTab.old', { days: staleness.days })] : []),
    ...(staleness.incidentOn === null ? [] : [t('riskTab.incident', { date: format.date(staleness.incidentOn) })]),
    ...summary.calls.map((call) => t(`riskTab.call.${call}`)),
    ...(summary.unfinished === null ? [] : [t('riskTab.unfinished')]),
  ]
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          <span aria-hidden>▲ </span>
          {warning}
        </p>
      ))}
      <p>
        <strong>{words(summary.tool, summary.result)}</strong>
        <span className={classes.dim}>
          {' '}
          {format.date(summary.on)}
          {trend === null ? null : <>, {t(`danger.trend.${trend.direction}`, { score: trend.from, date: format.date(trend.on) })}</>}
        </span>
      </p>
      <p>{summary.level === null ? t('riskTab.noLevel') : t('riskTab.level', { level: t(`danger.level.${summary.level}`) })}</p>
      <p>
        {judgement === null
          ? t('riskTab.notJudged')
          : t('riskTab.judged', { level: t(`danger.level.${judgement.level}`), reason: said(judgement.reason) })}
      </p>
      {summary.since === null ? null : (
        <p>{t('riskTab.since', { what: words(summary.since.tool, summary.since.result), date: format.date(summary.since.on) })}</p>
      )}
      {summary.signs.length === 0 ? null : (
        <p>{t('riskTab.signs', { signs: format.list(summary.signs.slice(0, 6).map((topic) => t(`riskTopic.${topic}`))) })}</p>
      )}
      {summary.unknown === 0 ? null : <p>{t('riskTab.unknown', { count: summary.unknown })}</p>}
    </>
  )
}
