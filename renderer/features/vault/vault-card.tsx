import type { ReactNode } from 'react'
import classes from './vault.module.css'

type Props = {
  readonly title: string
  readonly step?: string
  readonly intro?: string
  readonly children: ReactNode
  readonly corner?: ReactNode
}

/** The one column in which everything before the app stands. Its heading takes the focus whenever it changes. */
export function VaultCard({ title, step, intro, children, corner }: Props) {
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <span className={classes.brand}>Caseboard</span>
        {corner}
      </header>
      <main className={classes.card}>
        {step === undefined ? null : <p className={classes.step}>{step}</p>}
        <h1 key={title} ref={focusUnlessTyping} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {intro === undefined ? null : <p className={classes.intro}>{intro}</p>}
        {children}
      </main>
    </div>
  )
}

/** A field that takes the focus by itself keeps it. */
function focusUnlessTyping(heading: HTMLElement | null): void {
  if (document.activeElement?.matches('input, textarea') !== true) heading?.focus({ preventScroll: true })
}
