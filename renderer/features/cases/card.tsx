import { type ReactNode, useId } from 'react'
import classes from './case.module.css'

type Props = { readonly title: string; readonly children: ReactNode; readonly tone?: 'loud' }

/** One block of the page of a case. `loud` is for what must not be overlooked. */
export function Card({ title, children, tone }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes.card} data-tone={tone}>
      <h2 id={id} className={classes.cardTitle}>
        {title}
      </h2>
      {children}
    </section>
  )
}
