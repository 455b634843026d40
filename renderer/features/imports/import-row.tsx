import type { ImportReview, ReviewedRow, RowDecision, RowVerdict } from '#contract'
import { sectors } from '#domain/agency.ts'
import { Button, NativeSelect } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { StatusBadge, type StatusKind } from '../../ui/status-badge.tsx'
import { DuplicateChoice } from './duplicate-choice.tsx'
import classes from './imports.module.css'
import { type Mend, ProblemField } from './problem-field.tsx'
import { noteWords } from './problem-words.ts'
import { rowFacts } from './row-facts.ts'

const kinds: Readonly<Record<RowVerdict, StatusKind>> = { refused: 'overdue', duplicate: 'soon', ready: 'done', leftOut: 'plain' }

type Props = {
  readonly review: ImportReview
  readonly row: ReviewedRow
  readonly onMend: Mend
  readonly onDecide: (decision: RowDecision) => void
  readonly onAddAgencies: () => void
}

/** One row of the file: its number there, what it says, what is wrong with it and how to mend it. */
export function ImportRow({ review, row, onMend, onDecide, onAddAgencies }: Props) {
  const t = useT()
  const { areShown } = useNames()
  const facts = rowFacts(review, row, t)
  const isOut = row.verdict === 'leftOut'
  const needsSector = row.notes.some(({ code }) => code === 'sectorGuessed' || code === 'sectorMissing')
  return (
    <>
      <div className={classes.line} data-kind={review.kind}>
        <strong>{t('imports.row', { number: row.number })}</strong>
        <StatusBadge kind={kinds[row.verdict]} word={t(`imports.verdict.${row.verdict}`)} />
        {review.kind === 'agencies' ? null : <span className={classes.cell}>{facts.lead}</span>}
        <span className={classes.cell}>{facts.source}</span>
        {review.kind === 'agencies' ? null : (
          <span className={classes.cell}>
            {facts.names.map((name, index) => (
              <span key={index}>
                {index === 0 ? '' : ' / '}
                {name === '' ? '–' : <PersonName name={name} />}
              </span>
            ))}
          </span>
        )}
        <span className={classes.cell}>{facts.last}</span>
        {row.verdict === 'duplicate' ? (
          <span />
        ) : (
          <Button size="compact-xs" variant="default" onClick={() => onDecide(isOut ? 'take' : 'leaveOut')}>
            {t(isOut ? 'imports.row.take' : 'imports.row.leaveOut')}
            <span className={classes.hidden}> {t('imports.row', { number: row.number })}</span>
          </Button>
        )}
      </div>
      {isOut ? null : (
        <div data-wants className={classes.problems} data-hidden={!areShown || undefined}>
          {row.problems.map((problem) => (
            <ProblemField
              key={`${problem.field} ${problem.code}`}
              row={row}
              problem={problem}
              onMend={onMend}
              onAddAgencies={onAddAgencies}
            />
          ))}
        </div>
      )}
      {row.duplicate === null ? null : <DuplicateChoice review={review} row={row} duplicate={row.duplicate} onDecide={onDecide} />}
      {isOut || row.notes.length === 0 ? null : (
        <div className={classes.notes}>
          {row.notes.map((note) => (
            <span key={`${note.field} ${note.code}`}>{noteWords(note, t)}</span>
          ))}
          {needsSector ? (
            <NativeSelect
              size="xs"
              aria-label={t('imports.row.sector')}
              value=""
              data={[
                { value: '', label: t('imports.row.choose') },
                ...sectors.map((sector) => ({ value: sector, label: t(`sector.${sector}`) })),
              ]}
              onChange={(event) => onMend({ sector: event.currentTarget.value }, false)}
            />
          ) : null}
        </div>
      )}
    </>
  )
}
