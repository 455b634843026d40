import { assertNever } from '#domain/assert-never.ts'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { today } from '../../ui/today.ts'
import { Card, CardButton } from './card.tsx'
import classes from './case.module.css'
import { type DueLine, dueLines } from './due-lines.ts'
import { useEntryEditor } from './record/entry-editor.ts'
import { useAgencyName } from './record/use-agency-name.ts'
import type { CaseTabProps } from './tabs/case-tab.ts'
import { useSaid } from './use-said.ts'

/** Rows of text that the card has room for, on a low screen and on a tall one; a promise takes up to three, anything else one. */
const rowsOfText = { low: 12, tall: 24 } as const

function inSight(lines: readonly DueLine[], rows: number): readonly DueLine[] {
  let left = rows
  return lines.filter(({ kind }) => {
    left -= kind === 'action' ? 3 : 1
    return left >= 0
  })
}

/** What is late and what is about to be due in the case: promises, hearings and releases, the next meeting. */
export function DueCard({ detail, record }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  const lines = dueLines(detail, record.entries, today())
  const isTall = useMediaQuery('(min-height: 60em)', false, { getInitialValueInEffect: false })
  const shown = inSight(lines, isTall ? rowsOfText.tall : rowsOfText.low)
  const overdue = lines.filter(({ days }) => days < 0).length
  return (
    <Card
      isBounded
      title={t('due.title')}
      action={overdue === 0 ? null : <StatusBadge kind="overdue" word={t('due.overdue', { count: overdue })} />}
    >
      {lines.length === 0 ? <p className={classes.dim}>{t('due.nothing')}</p> : null}
      <ul className={classes.due}>
        {shown.map((line) => (
          <li key={keyOf(line)} data-late={line.days < 0 || undefined}>
            <span className={classes.dueDay} title={format.date(line.on)}>
              {line.days < 0 ? t('due.late', { days: -line.days }) : format.day(line.on)}
            </span>
            <DueWords line={line} detail={detail} record={record} />
          </li>
        ))}
      </ul>
      {lines.length > shown.length ? (
        <p>
          <Link to="/cases/$caseId" params={{ caseId: detail.id }} search={{ tab: 'actions' }} className={classes.cardButton}>
            {t('due.more', { count: lines.length - shown.length })}
          </Link>
        </p>
      ) : null}
    </Card>
  )
}

function keyOf(line: DueLine): string {
  switch (line.kind) {
    case 'action':
      return `action-${line.action.id}`
    case 'risk':
      return `risk-${line.risk.entryId}-${line.risk.kind}`
    case 'link':
      return `link-${line.step.link.id}`
    case 'meeting':
      return `meeting-${line.on}`
    default:
      return assertNever(line)
  }
}

function DueWords({ line, detail, record }: CaseTabProps & { readonly line: DueLine }) {
  const t = useT()
  const said = useSaid(detail)
  const nameOf = useAgencyName()
  const editor = useEntryEditor()
  const open = (id: number) => {
    const entry = record.entries.find((each) => each.id === id)
    if (entry !== undefined) editor.open(entry)
  }
  switch (line.kind) {
    case 'action': {
      const { action } = line
      return (
        <span className={classes.dueAction}>
          <Link to="/actions" search={{ action: action.reference }} className={classes.twoLines} title={said(action.description)}>
            {said(action.description)}
          </Link>
          <span className={`${classes.dim} ${classes.oneLine} ${classes.dueAgency}`} title={action.agencyName}>
            {action.agencyName}
          </span>
        </span>
      )
    }
    case 'risk':
      return (
        <span className={classes.dueWords}>
          <CardButton onClick={() => open(line.risk.entryId)}>{t(`riskDate.${line.risk.kind}`)}</CardButton>
        </span>
      )
    case 'link': {
      const { id, content } = line.step.link
      return (
        <span className={classes.dueWords}>
          <CardButton onClick={() => open(id)}>{t(`linkKind.${content.link}`)}</CardButton>{' '}
          <span className={classes.dim}>{content.heldBy === null ? '' : nameOf(content.heldBy)}</span>
        </span>
      )
    }
    case 'meeting':
      return (
        <span className={classes.dueWords}>
          <Link to="/meetings/$meetingId" params={{ meetingId: line.meetingId }} className={classes.cardButton}>
            {t('due.meeting')}
          </Link>
        </span>
      )
    default:
      return assertNever(line)
  }
}
