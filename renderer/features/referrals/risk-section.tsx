import { criterionNames } from '#domain/referral.ts'
import { RiskTool, riskToolNames, riskTools } from '#domain/risk-tool.ts'
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type Translate, useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { fieldId } from '../../ui/form-field.ts'
import { today } from '../../ui/today.ts'
import { isHighByTheScore } from './referral-form.ts'
import classes from './referral-form.module.css'
import type { SectionProps } from './section-props.ts'

function boundsWords(tool: RiskTool, t: Translate): string {
  const { least, most, highFrom } = riskTools[tool]
  const name = t(`riskTool.${tool}`)
  if (tool === 'bSafer') return t('referrals.riskBounds.noSum', { tool: name })
  if (tool === 'other') return t('referrals.riskBounds.other', { least, most })
  return highFrom === null
    ? t('referrals.riskBounds.noThreshold', { tool: name, least, most })
    : t('referrals.riskBounds', { tool: name, least, most, highFrom })
}

/** Why it is high risk: the criteria, and the score of a risk tool. */
export function RiskSection({ form, value, onChange, errorOf }: SectionProps) {
  const t = useT()
  const { riskTool: tool, riskScore, criteria } = value
  const isHigh = isHighByTheScore(value)
  const criteriaError = errorOf('criteria.visibleHighRisk')
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{t('referrals.section.why')}</legend>
      <div className={classes.risk}>
        <NativeSelect
          id={fieldId(form, 'risk.tool')}
          label={t('referrals.riskTool')}
          value={tool ?? ''}
          error={errorOf('risk.tool')}
          data={[
            { value: '', label: t('referrals.riskTool.none') },
            ...riskToolNames.map((name) => ({ value: name, label: t(`riskTool.${name}`) })),
          ]}
          onChange={(event) => onChange({ riskTool: RiskTool.safeParse(event.currentTarget.value).data ?? null })}
        />
        {tool === null ? null : (
          <>
            {tool === 'bSafer' ? null : (
              <TextInput
                id={fieldId(form, 'risk.score')}
                label={t('referrals.riskScore')}
                value={riskScore}
                error={errorOf('risk.score')}
                inputMode="numeric"
                autoComplete="off"
                withAsterisk
                required
                aria-describedby={fieldId(form, 'risk.bounds')}
                onChange={(event) => onChange({ riskScore: event.currentTarget.value })}
              />
            )}
            <DateField
              id={fieldId(form, 'risk.assessedOn')}
              label={t('referrals.riskAssessedOn')}
              value={value.riskAssessedOn}
              error={errorOf('risk.assessedOn')}
              max={today()}
              onChange={(riskAssessedOn) => onChange({ riskAssessedOn })}
            />
            <p id={fieldId(form, 'risk.bounds')} className={classes.hint}>
              {boundsWords(tool, t)} <strong role="status">{isHigh ? t('referrals.riskHigh') : ''}</strong>
            </p>
          </>
        )}
      </div>
      <fieldset id={fieldId(form, 'criteria.visibleHighRisk')} className={classes.inner}>
        <legend>
          {t('referrals.criteria')} <span className={classes.hint}>{t('referrals.criteriaHint')}</span>
        </legend>
        <div className={classes.criteria}>
          {criterionNames.map((name) => {
            const isByScore = name === 'visibleHighRisk' && isHigh
            return (
              <Checkbox
                key={name}
                label={t(`criterion.${name}`)}
                description={t(isByScore ? 'referrals.criterion.byScore' : `referrals.criterion.${name}.hint`)}
                checked={criteria[name] || isByScore}
                disabled={isByScore}
                onChange={(event) => onChange({ criteria: { ...criteria, [name]: event.currentTarget.checked } })}
              />
            )
          })}
        </div>
        {criteriaError === null ? null : <p className={classes.error}>{criteriaError}</p>}
      </fieldset>
      {criteria.professionalJudgement ? (
        <Textarea
          id={fieldId(form, 'criteria.judgementReason')}
          label={t('referrals.judgementReason')}
          value={value.judgementReason}
          error={errorOf('criteria.judgementReason')}
          autosize
          minRows={2}
          maxRows={6}
          withAsterisk
          required
          onChange={(event) => onChange({ judgementReason: event.currentTarget.value })}
        />
      ) : null}
    </fieldset>
  )
}
