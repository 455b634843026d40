import { addDays, daysBetween, type IsoDate } from '#domain/dates.ts'
import { type RiskLevel, riskLevels } from '#domain/risk/risk-level.ts'

/** The rows of the chart from the top: the levels, and one for what has none. */
export const chartRows: readonly (RiskLevel | null)[] = [...riskLevels.toReversed(), null]

export const chart = { width: 720, height: 210, left: 76, right: 56, top: 22, rowHeight: 32 } as const

export function yOf(level: RiskLevel | null): number {
  return chart.top + chartRows.indexOf(level) * chart.rowHeight
}

/** Places days on the width of the chart; a single day stands in a span of two months. */
export function xScale(
  days: readonly IsoDate[],
  today: IsoDate,
): { readonly from: IsoDate; readonly until: IsoDate; readonly xOf: (day: IsoDate) => number } {
  const first = days.reduce((least, day) => (day < least ? day : least), today)
  const from = daysBetween(first, today) < 60 ? addDays(today, -60) : first
  const span = daysBetween(from, today)
  const room = chart.width - chart.left - chart.right
  return { from, until: today, xOf: (day) => chart.left + (room * Math.max(0, daysBetween(from, day))) / span }
}
