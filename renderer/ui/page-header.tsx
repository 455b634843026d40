import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { PageHeaderSlot } from './page-header-slot.ts'
import classes from './page-header.module.css'

type Props = {
  readonly title: string
  /** A short line after the title: a state, a count. */
  readonly detail?: ReactNode
  /** The one primary action of the screen, and at most a few quiet ones. */
  readonly action?: ReactNode
}

/** The head of a page. Takes the focus when the page opens, so that the keyboard and a screen reader start there. */
export function PageHeader({ title, detail, action }: Props) {
  const slot = useContext(PageHeaderSlot)
  const heading = useRef<HTMLHeadingElement>(null)
  const isPlaced = slot !== null

  useEffect(() => {
    const focused = document.activeElement
    // A panel that closes with its page leaves the focus on the page as a whole.
    const isElsewhere = focused === null || focused === document.body || focused.closest('main') === null || focused.matches('main')
    if (isPlaced && isElsewhere) heading.current?.focus({ preventScroll: true })
  }, [isPlaced])

  const content = (
    <div className={classes.header}>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h1>
      {detail === undefined ? null : <div className={classes.detail}>{detail}</div>}
      {action === undefined ? null : <div className={classes.action}>{action}</div>}
    </div>
  )
  return slot === null ? null : createPortal(content, slot)
}
