import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useScrollStop } from '../../ui/use-scroll-stop.ts'
import classes from './case.module.css'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** Small buttons beside the title. */
  readonly action?: ReactNode
  /** `loud` is for what must not be overlooked. */
  readonly tone?: 'loud'
  /** Never grows beyond a third of a small screen: what does not fit is scrolled to inside it. */
  readonly isBounded?: boolean
}

/** One block of the page of a case. */
export function Card({ title, children, action, tone, isBounded = false }: Props) {
  const id = useId()
  const scrollStop = useScrollStop()
  return (
    <section
      ref={isBounded ? scrollStop : null}
      aria-labelledby={id}
      className={classes.card}
      data-tone={tone}
      data-bounded={isBounded || undefined}
    >
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
