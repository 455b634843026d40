import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

type Props = { readonly title: string; readonly text?: string; readonly children?: ReactNode }

/** What a list says while it has nothing: what will stand here, and what to do now. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div className={classes.empty}>
      <h2 className={classes.title}>{title}</h2>
      {text === undefined ? null : <p className={classes.text}>{text}</p>}
      {children === undefined ? null : <div className={classes.actions}>{children}</div>}
    </div>
  )
}
