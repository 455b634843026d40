import { riskSummary, type RiskSummary } from '#domain/risk/risk-summary.ts'
import { isAtLeast } from '#domain/risk/risk-level.ts'
import { isStale } from '#domain/risk/staleness.ts'
import { criterionNames } from '#domain/referral.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { today } from '../../ui/today.ts'
import { AwarenessLine } from './awareness-line.tsx'
import { Card } from './card.tsx'
import classes from './case.module.css'
import { useStaleDays } from './use-stale-days.ts'
import type { CaseTabProps } from './tabs/case-tab.ts'
import { useRiskHeadline } from './use-risk-headline.ts'
import { useSaid } from './use-said.ts'

/** So many of the gravest signs have room; the tab has them all. */
const shownSigns = 3

/** Why this case is high risk: the newest score with its tool, day and trend, the criteria, what judgement raised and why, and whether he knows. */
export function DangerCard({ detail, record }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const headline = useRiskHeadline()
  const { referrals } = detail
  const staleDays = useStaleDays()
  const summary = riskSummary({ entries: record.entries, referrals, today: today(), staleDays })
  const criteria = referrals[0]?.criteria
  const judged = summary?.judgement ?? null
  const raised =
    judged !== null
      ? t('danger.raised', { level: t(`danger.level.${judged.level}`), reason: said(judged.reason) })
      : criteria?.professionalJudgement === true && criteria.judgementReason !== ''
        ? t('danger.judged', { reason: said(criteria.judgementReason) })
        : null
  const isHigh = summary !== null && summary.level !== null && isAtLeast(summary.level, 'high')
  return (
    <Card title={t('case.danger')} isBounded>
      <p>
        {summary === null ? t('case.noRisk') : <strong className={classes.score}>{headline(summary)}</strong>}{' '}
        {summary === null || summary.level === null ? null : (
          <span className={isHigh ? classes.high : undefined}>
            {isHigh ? <span aria-hidden>▲ </span> : null}
            {t(`danger.level.${summary.level}`)}
          </span>
        )}
      </p>
      {summary === null ? null : <When summary={summary} />}
      {summary === null || summary.signs.length === 0 ? null : (
        <p className={classes.signs}>
          <strong>{format.list(summary.signs.slice(0, shownSigns).map((sign) => t(`riskTopic.${sign}`)))}</strong>
          {summary.signs.length > shownSigns ? (
            <span className={classes.dim}> {t('due.more', { count: summary.signs.length - shownSigns })}</span>
          ) : null}
        </p>
      )}
      <AwarenessLine detail={detail} record={record} />
      {raised === null ? null : (
        <p className={classes.twoLines} title={raised}>
          {raised}
        </p>
      )}
      {criteria === undefined ? null : (
        <p className={`${classes.oneLine} ${classes.extra}`}>
          {format.list(criterionNames.filter((name) => criteria[name]).map((name) => t(`criterion.${name}`)))}
        </p>
      )}
    </Card>
  )
}

/** How long ago it was assessed, how it stands to the time before, and whether it still holds. */
function When({ summary }: { readonly summary: RiskSummary }) {
  const t = useT()
  const format = useFormat()
  const headline = useRiskHeadline()
  const staleDays = useStaleDays()
  const { trend, staleness } = summary
  return (
    <>
      <p className={`${classes.dim} ${classes.extra}`} title={format.date(summary.on)}>
        {t('danger.assessed', { when: format.daysFromToday(-staleness.days) })}
        {trend === null ? null : (
          <>
            {', '}
            {t(`danger.trend.${trend.direction}`, { score: trend.from, date: format.date(trend.on) })}
          </>
        )}
        {summary.unknown === 0 ? null : <>, {t('danger.unknown', { count: summary.unknown })}</>}
        {summary.since === null ? null : <>. {t('danger.since', { what: headline(summary.since), date: format.date(summary.since.on) })}</>}
      </p>
      {isStale(staleness) ? (
        <p className={classes.high}>
          <span aria-hidden>▲ </span>
          {staleness.incidentOn === null
            ? t('danger.stale', { days: staleDays })
            : t('danger.incidentSince', { date: format.date(staleness.incidentOn) })}
        </p>
      ) : null}
    </>
  )
}
