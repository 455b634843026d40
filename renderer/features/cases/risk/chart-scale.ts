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

/** Where a label can stand beside its point: above it, below it, then further off, where none of another point stands. */
const labelPlaces = [-8, 19, -22, 33] as const
const labelWidth = 92
const labelHeight = 13

/** For each point, how far from it its label stands, so that no two labels overprint. Points that are nearer to each other than there is room for stay above. */
export function labelOffsets(points: readonly { readonly x: number; readonly y: number }[]): readonly number[] {
  const taken: { readonly x: number; readonly y: number }[] = []
  return points.map(({ x, y }) => {
    const isFree = (offset: number) =>
      taken.every((other) => Math.abs(other.x - x) >= labelWidth || Math.abs(other.y - (y + offset)) >= labelHeight)
    const offset = labelPlaces.find(isFree) ?? labelPlaces[0]
    taken.push({ x, y: y + offset })
    return offset
  })
}
