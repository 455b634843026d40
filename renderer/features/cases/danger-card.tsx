import type { Referral } from '#domain/referral.ts'
import { criterionNames } from '#domain/referral.ts'
import { isHighByScore, type RiskScore } from '#domain/risk-tool.ts'
import type { Format } from '../../i18n/format.ts'
import { riskWords } from '../../i18n/risk-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { type Translate, useT } from '../../i18n/use-t.ts'
import { AwarenessLine } from './awareness-line.tsx'
import { Card } from './card.tsx'
import classes from './case.module.css'
import type { CaseTabProps } from './tabs/case-tab.ts'
import { useSaid } from './use-said.ts'

type Scored = { readonly risk: RiskScore; readonly on: Referral['receivedOn'] }

/** How the newest score stands to the one before it by the same tool; null where there is none to compare. */
function trendWords([now, ...earlier]: readonly Scored[], t: Translate, format: Format): string | null {
  const before = earlier.find(({ risk }) => risk.tool === now?.risk.tool)
  if (now === undefined || before === undefined) return null
  const values = { score: before.risk.score, date: format.date(before.risk.assessedOn ?? before.on) }
  if (now.risk.score === before.risk.score) return t('case.riskSame', values)
  return t(now.risk.score > before.risk.score ? 'case.riskUp' : 'case.riskDown', values)
}

/** Why this case is high risk: the newest score with its tool and day, the criteria, the reason of a judgement. */
export function DangerCard({ detail, record }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const { referrals } = detail
  const scored = referrals.flatMap(({ risk, receivedOn }): Scored[] => (risk === null ? [] : [{ risk, on: receivedOn }]))
  const newest = scored[0]?.risk
  const trend = trendWords(scored, t, format)
  const criteria = referrals[0]?.criteria
  return (
    <Card title={t('case.danger')}>
      <p>
        {newest === undefined ? (
          t('case.noRisk')
        ) : (
          <>
            <strong className={classes.score}>{riskWords(newest, t)}</strong>{' '}
            {isHighByScore(newest) ? (
              <span className={classes.high}>
                <span aria-hidden>▲ </span>
                {t('case.highByScore')}
              </span>
            ) : null}
          </>
        )}
      </p>
      {newest === undefined ? null : (
        <p className={classes.dim}>
          {newest.assessedOn === null ? t('case.riskUndated') : t('case.riskOn', { date: format.date(newest.assessedOn) })}
          {trend === null ? null : <>, {trend}</>}
        </p>
      )}
      {criteria === undefined ? null : (
        <p>{format.list(criterionNames.filter((name) => criteria[name]).map((name) => t(`criterion.${name}`)))}</p>
      )}
      {criteria?.professionalJudgement === true && criteria.judgementReason !== '' ? (
        <p>
          <span className={classes.dim}>{t('case.judgement')}</span> {said(criteria.judgementReason)}
        </p>
      ) : null}
      <AwarenessLine detail={detail} record={record} />
    </Card>
  )
}
