import type { ImportKind, ImportReview, ReviewedRow, RowDecision, RowDuplicate } from '#contract'
import { Button } from '@mantine/core'
import { type Translate, useT } from '../../i18n/use-t.ts'
import { ComparedPairs } from './compared-pairs.tsx'
import classes from './imports.module.css'

type Props = {
  readonly review: ImportReview
  readonly row: ReviewedRow
  readonly duplicate: RowDuplicate
  readonly onDecide: (decision: RowDecision) => void
}

/** Why a row looks like one that is there, and what can be done about it. */
export function DuplicateChoice({ review, row, duplicate, onDecide }: Props) {
  const t = useT()
  const { kind } = review
  const { decision: decided } = row
  const choices =
    row.verdict === 'leftOut'
      ? []
      : choicesOf(kind, duplicate, t).filter(({ decision }) => !(row.verdict === 'ready' && decision === decided))
  return (
    <div data-wants={row.verdict === 'duplicate' || undefined} className={classes.duplicate}>
      <p>
        {explanation(kind, duplicate, t)}{' '}
        {row.verdict === 'ready' && (decided === 'take' || decided === 'joinCase') ? (
          <strong>{t(`imports.decided.${decided}`)}</strong>
        ) : null}
      </p>
      {duplicate.kind === 'similarPair' && row.verdict === 'duplicate' ? (
        <ComparedPairs review={review} row={row} duplicate={duplicate} />
      ) : null}
      {duplicate.kind === 'knownPair' ? null : (
        <div className={classes.suggestions}>
          {choices.map(({ decision, words }) => (
            <Button key={decision} size="compact-xs" variant="default" onClick={() => onDecide(decision)}>
              {words}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

function explanation(kind: ImportKind, { kind: likeness, withRow, caseReference }: RowDuplicate, t: Translate): string {
  if (kind === 'agencies')
    return withRow === null ? t('imports.duplicate.sameAgency.known') : t('imports.duplicate.sameAgency.row', { row: withRow })
  if (caseReference !== null) return t(`imports.duplicate.${likeness}.case`, { reference: caseReference })
  return t(`imports.duplicate.${likeness}.row`, { row: withRow ?? '' })
}

function choicesOf(
  kind: ImportKind,
  { kind: likeness, withRow, caseReference }: RowDuplicate,
  t: Translate,
): readonly { readonly decision: RowDecision; readonly words: string }[] {
  const leaveOut = { decision: 'leaveOut', words: t('imports.decide.leaveOut') } as const
  if (kind === 'agencies') return [leaveOut]
  if (likeness !== 'similarPair') return [leaveOut, { decision: 'take', words: t('imports.decide.takeSame') }]
  const join =
    caseReference === null
      ? t('imports.decide.join.row', { row: withRow ?? '' })
      : t('imports.decide.join.case', { reference: caseReference })
  return [{ decision: 'joinCase', words: join }, { decision: 'take', words: t('imports.decide.takeOther') }, leaveOut]
}
