import type { ReviewedRow } from '#contract'
import type { RowProblem } from '#domain/intake/row-problem.ts'
import { riskToolNames } from '#domain/risk-tool.ts'
import { Button, NativeSelect } from '@mantine/core'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { CriteriaMend } from './criteria-mend.tsx'
import { importFieldWords } from './field-words.ts'
import classes from './imports.module.css'
import { MendText } from './mend-text.tsx'
import { problemWords, suggestionWords } from './problem-words.ts'

export type Mend = (values: Readonly<Record<string, string>>, isByEnter: boolean) => void

type Props = { readonly row: ReviewedRow; readonly problem: RowProblem; readonly onMend: Mend; readonly onAddAgencies: () => void }

/** One thing wrong with a row: what it is, what was expected, and the means to mend it on the spot. */
export function ProblemField({ row, problem, onMend, onAddAgencies }: Props) {
  const t = useT()
  const format = useFormat()
  const agencies = useApiQuery('agencies.list', { includeArchived: false }, { enabled: problem.code === 'unknownAgency' }).data ?? []
  const words = problemWords(problem, t, format)
  const field = importFieldWords(problem.field, t)
  const set = (text: string) => onMend({ [problem.field]: text }, true)
  if (problem.code === 'criterionRequired') return <CriteriaMend words={words} onMend={onMend} />

  function choices(): readonly { readonly value: string; readonly label: string }[] {
    switch (problem.code) {
      case 'unknownAgency':
        return agencies.map(({ name }) => ({ value: name, label: name }))
      case 'unknownRiskTool':
        return riskToolNames.map((tool) => ({ value: t(`riskTool.${tool}`), label: t(`riskTool.${tool}`) }))
      default:
        return []
    }
  }

  const suggested =
    problem.code === 'notYesOrNo'
      ? [
          { value: 'yes', label: t('imports.row.yes') },
          { value: 'no', label: t('imports.row.no') },
        ]
      : problem.suggestions.map((value) => ({ value, label: suggestionWords(value, format) }))
  const listed = choices()
  return (
    <div className={classes.problem}>
      <MendText
        key={problem.value}
        label={field}
        description={problem.column === null ? t('imports.row.noColumn') : t('imports.row.fromColumn', { column: problem.column })}
        value={row.values[problem.field] ?? problem.value}
        error={words}
        onCommit={(text, isByEnter) => onMend({ [problem.field]: text }, isByEnter)}
      />
      {suggested.length === 0 && listed.length === 0 && problem.code !== 'unknownAgency' ? null : (
        <div role="group" aria-label={t('imports.row.suggestions', { field })} className={classes.suggestions}>
          {suggested.map(({ value, label }) => (
            <Button key={value} size="compact-xs" variant="default" onClick={() => set(value)}>
              {label}
            </Button>
          ))}
          {listed.length === 0 ? null : (
            <NativeSelect
              size="xs"
              aria-label={t('imports.row.suggestions', { field })}
              value=""
              data={[{ value: '', label: t('imports.row.choose') }, ...listed]}
              onChange={(event) => set(event.currentTarget.value)}
            />
          )}
          {problem.code === 'unknownAgency' && problem.value.trim() !== '' ? (
            <Button size="compact-xs" variant="default" onClick={onAddAgencies}>
              {t('imports.row.addAgencies')}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  )
}
