import type { ThisMonth } from '#contract'
import type { RaisedCase } from '#domain/record/raised-case.ts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import classes from './home.module.css'

const mostCases = 4

type Props = {
  readonly review: ThisMonth['earlyReview']
  readonly mayList: boolean
  readonly isListing: boolean
  readonly onList: () => void
}

/** The cases that cannot wait for their turn, each with the first of its reasons, and the way onto an agenda for whoever may change one. */
export function EarlyReviewLine({ review: { count, cases }, mayList, isListing, onList }: Props) {
  const t = useT()
  const shown = cases.slice(0, mostCases)
  if (count === 0) return t('home.earlyReview.none')
  return (
    <>
      {shown.map((raised) => (
        <RaisedLink key={raised.caseId} raised={raised} />
      ))}
      {count > shown.length ? (
        <Link to="/cases" search={{ attention: 'earlyReview' }} className={classes.link}>
          {t('home.earlyReview.more', { count: count - shown.length })}
        </Link>
      ) : null}
      {mayList ? (
        <Button size="compact-xs" variant="default" aria-expanded={isListing} onClick={onList}>
          {t('home.earlyReview.list')}
        </Button>
      ) : null}
    </>
  )
}

function RaisedLink({ raised: { caseId, reference, reasons } }: { readonly raised: RaisedCase }) {
  const t = useT()
  const reasonWords = useReasonWords()
  const [first] = reasons
  return (
    <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'chain' }} className={classes.link}>
      {first === undefined ? reference : t('home.earlyReview.case', { reference, ...reasonWords(first) })}
    </Link>
  )
}

/** A reason in words: what, and when as one would say it: a day of the coming weeks, or so many days ago. */
export function useReasonWords(): (reason: RaisedCase['reasons'][number]) => { readonly what: string; readonly when: string } {
  const t = useT()
  const format = useFormat()
  return ({ kind, on, days }) => ({ what: t(`riskDate.${kind}`), when: days > 0 ? format.day(on) : format.daysFromToday(days) })
}
