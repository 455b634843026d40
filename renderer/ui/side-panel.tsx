import { CloseButton } from '@mantine/core'
import { type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '../i18n/use-t.ts'
import { SidePanelSlot } from './side-panel-slot.ts'
import classes from './side-panel.module.css'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Width in px; in a narrow window the panel takes the whole width, above the list. */
  readonly width?: number
  /** True where it is there to be typed into: its first field has the focus as soon as it is there, and no letter is a key of the page. */
  readonly isForm?: boolean
}

const fields = 'form :is(input, select, textarea):not([type=hidden], :disabled)'

/**
 * Details beside the list, without blocking it: Escape closes, and the focus goes back to where it was. Mount it while it is open; give it a
 * `key` of the thing it shows.
 */
export function SidePanel({ title, onClose, children, width = 420, isForm = false }: Props) {
  const t = useT()
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  const slot = useContext(SidePanelSlot)

  // Taken before a field of the panel takes the focus by itself.
  const [before] = useState(() => document.activeElement)

  useEffect(() => {
    const node = panel.current
    if (node?.contains(document.activeElement) === false) node.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      // What had opened it is gone: the page itself, rather than nothing.
      else document.getElementById('page')?.focus({ preventScroll: true })
    }
  }, [before])

  // The fields may come after the panel, with a draft from the store.
  useEffect(() => {
    const node = panel.current
    if (isForm && node !== null && document.activeElement === node) node.querySelector<HTMLElement>(fields)?.focus({ preventScroll: true })
  })

  useEffect(() => {
    const node = panel.current
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.stopPropagation()
      onClose()
    }
    node?.addEventListener('keydown', onKeyDown)
    return () => node?.removeEventListener('keydown', onKeyDown)
  }, [onClose])

  if (slot === null) return null
  return createPortal(
    <aside ref={panel} tabIndex={-1} aria-labelledby={id} data-form={isForm || undefined} className={classes.panel} style={{ width }}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        <CloseButton aria-label={t('frame.close')} onClick={onClose} />
      </div>
      <div className={classes.body}>{children}</div>
    </aside>,
    slot,
  )
}
