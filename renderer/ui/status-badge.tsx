import classes from './status-badge.module.css'

/** The four states of everything, each with a shape of its own beside its colour; `plain` is none of them. */
export type StatusKind = 'new' | 'soon' | 'overdue' | 'done' | 'plain'

const shapes: Readonly<Record<StatusKind, string>> = { new: '●', soon: '◐', overdue: '▲', done: '✓', plain: '○' }

type Props = { readonly kind: StatusKind; readonly word: string }

/** A state as a shape and a word, never as a colour alone. */
export function StatusBadge({ kind, word }: Props) {
  return (
    <span className={classes.badge} data-kind={kind}>
      <span aria-hidden className={classes.shape}>
        {shapes[kind]}
      </span>
      {word}
    </span>
  )
}
