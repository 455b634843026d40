import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '../i18n/use-t.ts'
import classes from './quick-hide.module.css'

/** Somebody who hid the screen and did not come back within this time has walked away. */
const locksAfterMs = 30_000
const behindClass = classes.behind ?? ''

type Props = { readonly onShow: () => void; readonly onLock: () => void }

/** A blank screen over everything, at once: somebody came in. F8 or Escape shows the work again, as it was; after a while it locks. */
export function QuickHide({ onShow, onLock }: Props) {
  const t = useT()
  const cover = useRef<HTMLDivElement>(null)
  const latest = useRef({ onShow, onLock })
  useEffect(() => {
    latest.current = { onShow, onLock }
  })

  useEffect(() => {
    const before = document.activeElement
    // Nothing behind the cover is painted, and neither the keyboard nor a screen reader gets there.
    const behind = [...document.body.children]
      .filter((node) => node instanceof HTMLElement)
      .filter((node) => node !== cover.current && !node.inert)
    for (const node of behind) {
      node.inert = true
      node.classList.add(behindClass)
    }
    cover.current?.focus()

    function onKeyDown(event: KeyboardEvent): void {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.key === 'F8' || event.key === 'Escape') latest.current.onShow()
      if (event.key.toLowerCase() === 'l' && (event.ctrlKey || event.metaKey)) latest.current.onLock()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    const timer = setTimeout(() => latest.current.onLock(), locksAfterMs)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      for (const node of behind) {
        node.inert = false
        node.classList.remove(behindClass)
      }
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])

  return createPortal(
    <div ref={cover} role="dialog" aria-modal aria-label={t('hide.label')} tabIndex={-1} className={classes.cover} />,
    document.body,
  )
}
