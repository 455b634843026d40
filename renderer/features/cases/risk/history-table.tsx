import type { CaseDetail } from '#domain/case.ts'
import type { EntryOf } from '#domain/record/entry.ts'
import type { Assessed } from '#domain/risk/history.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useSaid } from '../use-said.ts'
import classes from './risk.module.css'
import { useResultWords } from './use-result-words.ts'

type Props = {
  readonly id: string
  readonly detail: CaseDetail
  readonly history: readonly Assessed[]
  readonly incidents: readonly EntryOf<'incident'>[]
}

/** What the chart shows, line by line and newest first, with the judgements and their reasons. */
export function HistoryTable({ id, detail, history, incidents }: Props) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const words = useResultWords()
  const rows = [
    ...history.map((each) => ({
      key: `${each.on} ${each.tool} ${each.entryId ?? 'r'}`,
      on: each.on,
      what: words(each.tool, each.result),
      level: each.level === null ? t('riskTab.history.noLevel') : t(`danger.level.${each.level}`),
      judgement: each.judgement === null ? '' : said(each.judgement.reason),
    })),
    ...incidents.map(({ id: entry, content }) => ({
      key: `incident ${entry}`,
      on: content.on,
      what: t('riskTab.history.incident', { kind: t(`incidentKind.${content.incident}`) }),
      level: '',
      judgement: '',
    })),
  ].toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
  return (
    <table id={id} className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('riskTab.col.day')}</th>
          <th scope="col">{t('riskTab.col.what')}</th>
          <th scope="col">{t('riskTab.col.level')}</th>
          <th scope="col">{t('riskTab.col.judgement')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, on, what, level, judgement }) => (
          <tr key={key}>
            <td>{format.date(on)}</td>
            <td>{what}</td>
            <td>{level}</td>
            <td>{judgement}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
