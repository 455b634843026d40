import type { IsoDate } from '#domain/dates.ts'
import type { Assessed } from '#domain/risk/history.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { chart, chartRows, labelOffsets, xScale, yOf } from './chart-scale.ts'
import classes from './risk.module.css'

type Props = {
  readonly history: readonly Assessed[]
  readonly incidents: readonly IsoDate[]
  readonly today: IsoDate
  readonly describedBy: string
}

/** One line for each tool and version: different ones are not joined. */
function lines(history: readonly Assessed[]): readonly (readonly Assessed[])[] {
  const groups = Map.groupBy(history, ({ tool, version }) => `${tool} ${version ?? ''}`)
  return [...groups.values()].filter((points) => points.length > 1)
}

/** The levels that were assessed, over the incidents. All of it stands in the table below as well. */
export function HistoryChart({ history, incidents, today, describedBy }: Props) {
  const t = useT()
  const format = useFormat()
  const { from, until, xOf } = xScale([...history.map(({ on }) => on), ...incidents], today)
  const bottom = yOf(null) + 14
  const labels = labelOffsets(history.map(({ on, level }) => ({ x: xOf(on), y: yOf(level) })))
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${chart.width} ${chart.height}`}
      role="img"
      aria-label={t('riskTab.history.chart')}
      aria-describedby={describedBy}
    >
      {chartRows.map((level) => (
        <g key={level ?? 'none'}>
          <line className={classes.axis} x1={chart.left} x2={chart.width - chart.right} y1={yOf(level)} y2={yOf(level)} />
          <text x={chart.left - 12} y={yOf(level) + 4} textAnchor="end">
            {level === null ? t('riskTab.history.noLevel') : t(`danger.level.${level}`)}
          </text>
        </g>
      ))}
      {[...new Set(incidents)].map((on) => (
        <g key={on}>
          <line className={classes.incident} x1={xOf(on)} x2={xOf(on)} y1={chart.top - 10} y2={bottom} />
          <path className={classes.incidentMark} d={`M ${xOf(on) - 5} ${bottom + 9} h 10 l -5 -9 z`} />
        </g>
      ))}
      {lines(history).map((points) => (
        <polyline
          key={`${points[0]?.tool ?? ''} ${points[0]?.version ?? ''}`}
          className={classes.line}
          points={points.map(({ on, level }) => `${xOf(on)},${yOf(level)}`).join(' ')}
        />
      ))}
      {history.map((point, index) => {
        const tool = t(`riskTool.${point.tool}`)
        return (
          <g key={`${point.on} ${point.tool} ${point.entryId ?? ''}`}>
            <circle className={classes.point} cx={xOf(point.on)} cy={yOf(point.level)} r={4.5} />
            <text x={xOf(point.on)} y={yOf(point.level) + (labels[index] ?? 0)} textAnchor="middle">
              {point.score === null ? tool : t('risk.score', { tool, score: point.score })}
            </text>
          </g>
        )
      })}
      <text x={chart.left} y={chart.height - 4}>
        {format.date(from)}
      </text>
      <text x={chart.width - chart.right} y={chart.height - 4} textAnchor="end">
        {format.date(until)}
      </text>
    </svg>
  )
}
