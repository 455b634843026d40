import { IsoDate } from '#domain/dates.ts'
import type { RowNote, RowProblem } from '#domain/intake/row-problem.ts'
import { RiskTool } from '#domain/risk-tool.ts'
import type { Format } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/use-t.ts'
import { today } from '../../ui/today.ts'

function shown(value: string | number | undefined, format: Format): string {
  if (value === undefined) return '–'
  const date = IsoDate.safeParse(value)
  return date.success ? format.date(date.data) : typeof value === 'number' ? format.number(value) : value
}

/** What is wrong with a cell and what would have been right. Never says the cell itself: it stands in the field, which may be hidden. */
export function problemWords({ code, expected }: RowProblem, t: Translate, format: Format): string {
  const values = {
    example: format.date(today()),
    least: shown(expected['least'], format),
    most: shown(expected['most'], format),
    earliest: shown(expected['earliest'], format),
    latest: shown(expected['latest'], format),
    dashFrom: shown(expected['dashFrom'], format),
  }
  const tool = RiskTool.safeParse(expected['tool'])
  if (tool.success && (code === 'outOfRange' || code === 'notANumber' || code === 'notWhole'))
    return t('row.scoreOutOfRange', { ...values, tool: t(`riskTool.${tool.data}`) })
  return t(`row.${code}`, values)
}

/** A thing understood in a certain way, in words. */
export function noteWords({ code, value }: RowNote, t: Translate): string {
  return t(`rowNote.${code}`, { value, sector: t('sector.other') })
}

/** A suggestion as a person reads it: dates in the team's way. */
export function suggestionWords(suggestion: string, format: Format): string {
  return shown(suggestion, format)
}
