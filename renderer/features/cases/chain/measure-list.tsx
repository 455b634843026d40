import type { CaseDetail } from '#domain/case.ts'
import { type MeasureState, measuresOf } from '#domain/record/measures-state.ts'
import { UnstyledButton } from '@mantine/core'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { today } from '../../../ui/today.ts'
import { useEntryEditor } from '../record/entry-editor.ts'
import { ProvenanceMarks } from '../record/provenance-marks.tsx'
import { useAgencyName } from '../record/use-agency-name.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import { useSaid } from '../use-said.ts'
import classes from './chain.module.css'
import { moveFocus } from './move-focus.ts'
import { measureKindsOfStanding } from './standing-kinds.ts'

/** What is done towards him: what has lapsed or ends soon first, each with its violations. */
export function MeasureList({ detail, record }: CaseTabProps) {
  const t = useT()
  const measures = measuresOf(record.entries, today())
  if (measures.length === 0) return <p className={classes.dim}>{t('measures.none')}</p>
  return (
    <ul className={classes.lines}>
      {measures.map((measure) => (
        <MeasureItem key={measure.entry.id} detail={detail} measure={measure} />
      ))}
    </ul>
  )
}

function MeasureItem({ detail, measure: { entry, standing, daysLeft } }: { readonly detail: CaseDetail; readonly measure: MeasureState }) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const nameOf = useAgencyName()
  const editor = useEntryEditor()
  const { measure, heldBy, until, conditions, violations } = entry.content
  return (
    <li>
      <UnstyledButton
        className={classes.link}
        data-entry={entry.id}
        aria-expanded={editor.openedId === entry.id}
        onClick={() => editor.open(entry)}
        onKeyDown={moveFocus}
      >
        <span className={classes.standing}>
          <StatusBadge kind={measureKindsOfStanding[standing]} word={t(`measureStanding.${standing}`)} />
        </span>
        <span className={classes.facts}>
          <strong>{t(`measureKind.${measure}`)}</strong>
          {heldBy === null ? null : <span>{t('chain.held', { agency: nameOf(heldBy) })}</span>}
          <span className={standing === 'lapsed' ? classes.loud : undefined}>
            {until === null
              ? t('measures.noEnd')
              : `${t('measures.until', { day: format.date(until) })}${daysLeft === null || Math.abs(daysLeft) > 60 ? '' : `, ${format.daysFromToday(daysLeft)}`}`}
          </span>
          <ProvenanceMarks provenance={entry.provenance} />
          {conditions === '' ? null : <span className={classes.dim}>{said(conditions)}</span>}
        </span>
        {violations.map(({ on, what, answer }, index) => (
          <span key={`${on}-${index}`} className={classes.violation}>
            <StatusBadge kind={answer.trim() === '' ? 'overdue' : 'plain'} word={t('measures.violated', { day: format.date(on) })} />
            <span>{said(what)}</span>
            {answer.trim() === '' ? (
              <span className={classes.loud}>{t('measures.unanswered')}</span>
            ) : (
              <span className={classes.dim}>{t('measures.answered', { answer: said(answer) })}</span>
            )}
          </span>
        ))}
      </UnstyledButton>
    </li>
  )
}
