import { addMonths } from '../dates.ts'
import type { Assessment } from '../record/assessment.ts'
import type { FieldProblem, FieldProblemKind } from '../refusal.ts'
import { slotsOf } from './definition.ts'
import { definitionOf } from './definitions.ts'
import { lowersRisk } from './judgement.ts'
import { definitionFor } from './result-of.ts'

type Problem = readonly [path: string, problem: FieldProblemKind]

function resultProblems(assessment: Assessment): readonly Problem[] {
  const { tool, toolVersion, result } = assessment
  const definition = definitionFor(assessment)
  switch (result.kind) {
    case 'score': {
      if (definition.scoring.kind === 'noSum') return [['result.kind', 'notAllowed']]
      const isWithin = result.score >= definition.least && result.score <= definition.most
      return isWithin ? [] : [['result.score', 'number']]
    }
    case 'band': {
      // A band that a tool has not is one whose level nobody knows: under it any judgement would pass.
      const isOwn = tool === 'other' || definition.scoring.bands.some(({ band }) => band === result.band)
      return isOwn ? [] : [['result.band', 'notAllowed']]
    }
    case 'answers': {
      const own = definitionOf(tool, toolVersion)
      if (own === null || own.items.length === 0) return [['result.kind', 'notAllowed']]
      const keys = new Set(slotsOf(own).map(({ key }) => key))
      // Where she left him they had lived together: the one would take off what the other adds (domain.md 5.2).
      const contradictions = own.items
        .filter(({ topic, excludes }) => excludes !== undefined && result.answers[topic] === 'yes' && result.answers[excludes] === 'yes')
        .map(({ topic }): Problem => [`result.answers.${topic}`, 'contradicts'])
      if (contradictions.length > 0) return contradictions
      return Object.entries(result.answers).flatMap(([key, answer]): Problem[] =>
        keys.has(key) && own.answers.includes(answer) ? [] : [[`result.answers.${key}`, 'notAllowed']],
      )
    }
  }
}

function calendarProblems({ calendar, completedOn, ...rest }: Assessment): readonly Problem[] {
  if (calendar.length > 0 && !definitionFor(rest).hasCalendar) return [['calendar', 'notAllowed']]
  const from = addMonths(completedOn, -12)
  return calendar.flatMap(({ on }, index): Problem[] => (on < from || on > completedOn ? [[`calendar.${index}.on`, 'date']] : []))
}

/** What is wrong with an assessment, by the paths of its fields: beyond its tool's limits, answers that the tool has not, a judgement that would lower. */
export function assessmentProblems(assessment: Assessment): readonly FieldProblem[] {
  const problems = [...resultProblems(assessment), ...calendarProblems(assessment)]
  const lowered: readonly Problem[] = lowersRisk(assessment) ? [['judgement.level', 'lowersRisk']] : []
  return [...problems, ...lowered].map(([path, problem]) => ({ path, problem }))
}
