import type { ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useNames } from './names.ts'
import classes from './private-fields.module.css'

/** Form fields that say who somebody is: while names are hidden, what stands in them cannot be read over a shoulder. */
export function PrivateFields({ children }: { readonly children: ReactNode }) {
  const t = useT()
  const { areShown } = useNames()
  return (
    <div data-hidden={!areShown || undefined} className={classes.fields}>
      {areShown ? null : <p className={classes.note}>{t('person.hiddenNow')}</p>}
      {children}
    </div>
  )
}
