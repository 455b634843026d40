import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useT } from '../../i18n/use-t.ts'
import classes from './people.module.css'

type Props = {
  readonly offset: number
  readonly atOnce: number
  readonly total: number
  readonly onOffset: (offset: number) => void
}

/** Which of the pairs are in sight, and the way to the others; nothing where all of them are. */
export function PairPages({ offset, atOnce, total, onOffset }: Props) {
  const t = useT()
  const last = Math.max(0, Math.floor((total - 1) / atOnce) * atOnce)
  useEffect(() => {
    // The last pair of the last page was settled: there is a page before it.
    if (total > 0 && offset > last) onOffset(last)
  }, [offset, last, total, onOffset])
  if (total <= atOnce) return null
  return (
    <nav className={classes.pages} aria-label={t('people.alike.pages')}>
      <Button size="compact-xs" variant="default" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - atOnce))}>
        {t('people.alike.pages.before')}
      </Button>
      <span role="status">{t('people.alike.pages.at', { from: offset + 1, to: Math.min(offset + atOnce, total), total })}</span>
      <Button size="compact-xs" variant="default" disabled={offset >= last} onClick={() => onOffset(offset + atOnce)}>
        {t('people.alike.pages.after')}
      </Button>
    </nav>
  )
}
