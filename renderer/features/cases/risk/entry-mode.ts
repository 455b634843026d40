import type { AssessmentResult } from '#domain/record/assessment.ts'
import type { RiskDefinition } from '#domain/risk/definition.ts'
import { slotsOf } from '#domain/risk/definition.ts'
import { definitionOf, versionsOf } from '#domain/risk/definitions.ts'
import type { RiskTool } from '#domain/risk-tool.ts'
import type { ContentForm } from '../record/entry-form.ts'

/** How a result is entered: its score, its band in words, the items by our labels, or by the wording of the team. */
export type EntryMode = 'score' | 'band' | 'topics' | 'wording'
type ResultForm = ContentForm<'assessment'>['result']

/** The ways in which the result of a version can be entered. */
export function modesOf(tool: RiskTool, definition: RiskDefinition): readonly EntryMode[] {
  const { scoring, items } = definition
  return [
    ...(scoring.kind === 'noSum' ? [] : (['score'] as const)),
    ...(scoring.bands.length > 0 || tool === 'other' ? (['band'] as const) : []),
    ...(items.length > 0 ? (['topics', 'wording'] as const) : []),
  ]
}

/** An empty result of a kind. */
export function blankResult(kind: AssessmentResult['kind']): ResultForm {
  switch (kind) {
    case 'score':
      return { kind, score: null, unknowns: null }
    case 'band':
      return { kind, band: '' }
    case 'answers':
      return { kind, answers: {} }
  }
}

/** The form of another tool or version: what was entered is kept where it has the same meaning there. */
export function withVersion(value: ContentForm<'assessment'>, tool: RiskTool, toolVersion: string): Partial<ContentForm<'assessment'>> {
  const definition = definitionOf(tool, toolVersion) ?? versionsOf(tool)[0]
  const calendar = definition.hasCalendar ? value.calendar : []
  const { result } = value
  if (tool === value.tool && result.kind === 'answers' && definition.items.length > 0) {
    const keys = new Set(slotsOf(definition).map(({ key }) => key))
    const answers = Object.fromEntries(Object.entries(result.answers).filter(([key]) => keys.has(key)))
    return { tool, toolVersion, calendar, result: { kind: 'answers', answers } }
  }
  if (tool === value.tool && result.kind !== 'answers') return { tool, toolVersion, calendar }
  const first = modesOf(tool, definition)[0] ?? 'score'
  const wasChecklist = result.kind === 'answers' && definition.items.length > 0
  const kind = wasChecklist ? 'answers' : first === 'score' || first === 'band' ? first : 'answers'
  return { tool, toolVersion, calendar, result: blankResult(kind) }
}
