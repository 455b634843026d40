import { AssessmentResult } from '#domain/record/assessment.ts'
import { versionsOf } from '#domain/risk/definitions.ts'
import { judgementFloor } from '#domain/risk/judgement.ts'
import { answersOf, definitionFor, resultOf } from '#domain/risk/result-of.ts'
import { calledFor } from '#domain/risk/score-assessment.ts'
import { riskToolNames } from '#domain/risk-tool.ts'
import { NativeSelect } from '@mantine/core'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { CalendarFields } from '../../risk/calendar-fields.tsx'
import { withVersion } from '../../risk/entry-mode.ts'
import { JudgementFields } from '../../risk/judgement-fields.tsx'
import { ResultFields } from '../../risk/result-fields.tsx'
import { ResultLine } from '../../risk/result-line.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { fieldOf } from '../field-of.ts'
import type { FieldsProps } from '../fields-props.ts'
import { LineField } from '../line-field.tsx'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** One assessment: tool and version, its result entered in one of the ways that it allows, and the judgement beside it. */
export function AssessmentFields(props: FieldsProps<'assessment'>) {
  const { record, value, set, errorOf, idOf } = props
  const field = fieldOf(props)
  const t = useT()
  const { tool, toolVersion } = value
  const definition = definitionFor(value)
  const versions = versionsOf(tool)
  const isOwnVersion = toolVersion !== '' && !versions.some(({ version }) => version === toolVersion)
  const entered = AssessmentResult.safeParse(value.result).data
  const calls = entered === undefined ? [] : calledFor(definition, answersOf({ result: entered }))
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField
          id={idOf('tool')}
          label={t('assess.tool')}
          value={tool}
          values={riskToolNames}
          wordOf={(name) => t(`riskTool.${name}`)}
          onChange={(name) => set(withVersion(value, name, versionsOf(name)[0].version))}
        />
        <NativeSelect
          id={idOf('toolVersion')}
          label={t('assess.version')}
          value={toolVersion}
          error={errorOf('toolVersion')}
          data={[
            ...versions.map(({ version }) => ({ value: version, label: t(`riskVersion.${version}`) })),
            ...(isOwnVersion ? [{ value: toolVersion, label: t('assess.versionOther', { version: toolVersion }) }] : []),
          ]}
          onChange={(event) => set(withVersion(value, tool, event.currentTarget.value))}
        />
        <DateField {...field('completedOn')} label={t('assess.completedOn')} isRequired max={today()} />
        <ChoiceField
          {...field('source')}
          label={t('assess.source')}
          values={['victim', 'professional', 'file', 'unknown']}
          wordOf={(source) => t(`assess.source.${source}`)}
        />
        <LineField {...field('completedByRole')} label={t('assess.completedByRole')} />
      </div>
      {definition.hasCalendar ? <CalendarFields record={record} value={value} set={set} errorOf={errorOf} idOf={idOf} /> : null}
      <ResultFields value={value} set={set} errorOf={errorOf} idOf={idOf} />
      {entered === undefined ? null : (
        <ResultLine
          tool={tool}
          calls={calls.filter((call) => call !== 'response' || value.response.trim() === '')}
          result={resultOf({ tool, toolVersion, result: entered, judgement: value.judgement })}
        />
      )}
      {calls.includes('response') || value.response !== '' ? (
        <WordsField {...field('response')} label={t('assess.response')} isRequired />
      ) : null}
      <JudgementFields
        value={value}
        set={set}
        errorOf={errorOf}
        idOf={idOf}
        floor={entered === undefined ? 'standard' : judgementFloor({ tool, toolVersion, result: entered })}
      />
    </>
  )
}
