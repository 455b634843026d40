import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import classes from './sharing.module.css'

const shownAtFirst = 200

/** The first rows of a long list, and what says that there are more. A list of any length can come back; drawing all of it at once would stall. */
export function useFirstRows<Row>(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly rest: ReactNode } {
  const t = useT()
  const format = useFormat()
  const [limit, setLimit] = useState(shownAtFirst)
  if (rows.length <= limit) return { shown: rows, rest: null }
  return {
    shown: rows.slice(0, limit),
    rest: (
      <p className={classes.dim}>
        {t('sharing.return.rowsShown', { shown: format.number(limit), count: format.number(rows.length) })}{' '}
        <Button size="xs" variant="default" onClick={() => setLimit((now) => now + shownAtFirst)}>
          {t('sharing.return.showMore')}
        </Button>
      </p>
    ),
  }
}
