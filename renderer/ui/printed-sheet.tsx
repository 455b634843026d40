import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import classes from './printed-sheet.module.css'

/** What goes on paper while it is mounted, and nothing else of the window does (base.css). Not seen on screen. */
export function PrintedSheet({ children }: { readonly children: ReactNode }) {
  return createPortal(
    <section className={classes.sheet} data-printed aria-hidden>
      {children}
    </section>,
    document.body,
  )
}
