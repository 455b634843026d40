import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './case.module.css'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** Small buttons beside the title. */
  readonly action?: ReactNode
  /** `loud` is for what must not be overlooked. */
  readonly tone?: 'loud'
}

/** One block of the page of a case. */
export function Card({ title, children, action, tone }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes.card} data-tone={tone}>
      <div className={classes.cardHead}>
        <h2 id={id} className={classes.cardTitle}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}

/** A small button in the head of a card, or in a line of it. */
export function CardButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <UnstyledButton className={classes.cardButton} onClick={onClick}>
      {children}
    </UnstyledButton>
  )
}
