import type { ActionId } from '#domain/ids.ts'
import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { DifferenceTable } from './difference-table.tsx'
import { RefusedTable } from './refused-table.tsx'
import { sortRows } from './return-rows.ts'
import classes from './sharing.module.css'
import type { Returned, ReturnState } from './use-return.ts'

type Props = { readonly state: Extract<ReturnState, { kind: 'review' }>; readonly returned: Returned }

/** A returned list, difference by difference, each to be accepted or not; nothing is stored before that. */
export function ReturnReviewView({ state: { review, file, password }, returned }: Props) {
  const t = useT()
  const format = useFormat()
  const title = useRef<HTMLHeadingElement>(null)
  const { differences, refused, unchanged } = useMemo(() => sortRows(review.rows), [review.rows])
  const [chosen, setChosen] = useState<ReadonlySet<ActionId>>(() => new Set(differences.map(({ actionId }) => actionId)))
  const ids = differences.map(({ actionId }) => actionId)

  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    // What had the focus is gone with the review.
    return () => document.getElementById('page')?.focus({ preventScroll: true })
  }, [])

  const takeAll = () => setChosen(new Set(ids))
  const takeNone = () => setChosen(new Set())
  const apply = () => {
    if (!returned.isAccepting)
      returned.accept(
        review,
        ids.filter((id) => chosen.has(id)),
      )
  }
  useScreenKeys([
    { keys: 'a', label: t('sharing.key.takeAll'), run: takeAll },
    { keys: 'n', label: t('sharing.key.takeNone'), run: takeNone },
    { keys: 'mod+Enter', label: t('sharing.key.apply'), run: apply },
  ])

  function toggle(id: ActionId): void {
    setChosen((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id])))
  }

  return (
    <section className={classes.review} aria-labelledby="returned-list">
      <div>
        <h2 id="returned-list" ref={title} tabIndex={-1} className={classes.reviewTitle}>
          {t('sharing.return.title', { agency: review.agencyName })}
        </h2>
        <p className={classes.small}>
          {t('sharing.return.detail', { version: review.version, date: format.date(review.meetingOn) })} · {file.fileName}
        </p>
      </div>
      {differences.length === 0 ? (
        <p>{t('sharing.return.nothing')}</p>
      ) : (
        <>
          <div className={classes.reviewHead}>
            <h3>{t('sharing.return.differences', { count: differences.length })}</h3>
            <Button size="xs" variant="default" onClick={takeAll}>
              {t('sharing.return.all')}
            </Button>
            <Button size="xs" variant="default" onClick={takeNone}>
              {t('sharing.return.none')}
            </Button>
            <span role="status" className={classes.small}>
              {t('sharing.return.chosen', { chosen: chosen.size, count: differences.length })}
            </span>
          </div>
          <DifferenceTable rows={differences} chosen={chosen} onToggle={toggle} />
        </>
      )}
      {refused.length === 0 ? null : <RefusedTable rows={refused} />}
      {unchanged === 0 ? null : <p className={classes.dim}>{t('sharing.return.unchanged', { count: unchanged })}</p>}
      {differences.length === 0 ? null : <p className={classes.small}>{t('sharing.return.applyHint')}</p>}
      <RefusalNotice error={returned.acceptError} />
      <div className={classes.buttons}>
        <Button loading={returned.isAccepting} onClick={apply}>
          {chosen.size === 0 ? t('sharing.return.applyNone') : t('sharing.return.apply', { count: chosen.size })}
        </Button>
        <Button variant="default" onClick={returned.putAside}>
          {t('sharing.return.cancel')}
        </Button>
        {returned.acceptError === null ? null : (
          <Button variant="default" loading={returned.isReading} onClick={() => returned.read(file, password)}>
            {t('sharing.return.reread')}
          </Button>
        )}
      </div>
    </section>
  )
}
