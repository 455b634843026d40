import type { SharedAction } from '#domain/sharing/action-list.ts'
import { VisuallyHidden } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { markedParts } from './marked-parts.ts'
import classes from './sharing.module.css'

/** The text as it goes out, marked where something was held back; a screen reader is told what each mark stands for. */
export function OutgoingText({ row }: { readonly row: SharedAction }) {
  const t = useT()
  return (
    <p className={classes.outgoing}>
      {markedParts(row).map(({ text, withheld }, index) =>
        withheld === null ? (
          // The parts of a text have no identity but their place.
          <span key={`${String(index)} text`}>{text}</span>
        ) : (
          <mark key={`${String(index)} mark`} className={classes.mark}>
            {text}
            <VisuallyHidden> ({t('sharing.mark', { kind: t(`sharing.kind.${withheld.kind}`) })})</VisuallyHidden>
          </mark>
        ),
      )}
    </p>
  )
}
