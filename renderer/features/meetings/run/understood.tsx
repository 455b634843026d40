import { addDays, daysBetween } from '#domain/dates.ts'
import { daysUnlessSaid, type QuickAction, type QuickContext, type QuickProblem } from '#domain/quick-action.ts'
import type { QuickOption } from '#domain/quick-completions.ts'
import { useDebouncedValue } from '@mantine/hooks'
import { UnstyledButton } from '@mantine/core'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import classes from './run.module.css'

type Props = {
  readonly id: string
  readonly text: string
  readonly quick: QuickAction
  readonly context: QuickContext
  readonly options: readonly QuickOption[]
  readonly isRefused: boolean
  readonly onTake: (option: QuickOption) => void
}

/** Under the line: how it is understood so far, and what Tab would make of the word at the cursor. */
export function Understood({ id, text, quick, context, options, isRefused, onTake }: Props) {
  const t = useT()
  const format = useFormat()
  const due = quick.dueOn ?? addDays(context.on, daysUnlessSaid)
  const isBegun = text.trim() !== ''
  const agency = quick.agency.kind === 'one' ? quick.agency.agency.name : null
  const dueWords =
    quick.dueOn === null
      ? t('run.understood.dueUnlessSaid', { date: format.day(due), days: daysUnlessSaid })
      : t('run.understood.due', { date: format.date(due), days: daysBetween(context.on, due) })
  const needs = t('run.action.needs', { needs: format.list(quick.needs.map((need) => t(`needDomain.${need}`))) })
  const problemWords = (problem: QuickProblem): string => {
    const said = text.slice(problem.start, problem.end).trim()
    const agencies = quick.agency.kind === 'several' ? format.list(quick.agency.agencies.map(({ name }) => name)) : ''
    return t(`run.problem.${problem.kind}`, { said, agencies })
  }
  // A missing agency or missing words is no mistake while the line is still being typed.
  // One at a time, the first as it stands in the line.
  const problems = quick.problems
    .filter(({ kind }) => isRefused || (kind !== 'descriptionMissing' && (kind !== 'agencyMissing' || options.length === 0)))
    .slice(0, 1)
  const words = !isBegun
    ? ''
    : problems.length > 0
      ? problems.map(problemWords).join(' ')
      : agency === null
        ? ''
        : [`${agency}: ${quick.description}.`, dueWords, ...(quick.needs.length === 0 ? [] : [needs])].join(' ')
  const [spoken] = useDebouncedValue(words, isRefused ? 0 : 1200)

  return (
    <div className={classes.understood}>
      <p id={id} className={classes.understoodWords}>
        {!isBegun ? (
          <span className={classes.quiet}>{t('run.line.hint')}</span>
        ) : problems.length > 0 ? (
          problems.map((problem) => (
            <span key={problem.kind} className={classes.problem}>
              <span aria-hidden>! </span>
              {problemWords(problem)}
            </span>
          ))
        ) : agency === null ? null : (
          <>
            <strong>{agency}</strong>
            <span className={classes.ellipsis}>{quick.description}</span>
            <span className={quick.dueOn === null ? classes.quiet : undefined}>{dueWords}</span>
            {quick.isSafetyAction ? <StatusBadge kind="new" word={t('run.safety')} /> : null}
            {quick.needs.length === 0 ? null : <span>{needs}</span>}
          </>
        )}
      </p>
      {options.length === 0 ? null : (
        <p className={classes.options}>
          <Kbd keys="Tab" />
          {options.slice(0, 4).map((option) => (
            <UnstyledButton key={option.text} tabIndex={-1} className={classes.option} onClick={() => onTake(option)}>
              {option.kind === 'date' ? t('run.option.date', { text: option.text, date: format.day(option.dueOn) }) : option.text}
            </UnstyledButton>
          ))}
        </p>
      )}
      <span role="status" className={classes.spoken}>
        {spoken}
      </span>
    </div>
  )
}
