import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps a form from being sent while one of its fields holds text that could not be read, and calls `onHeld`: the value given to the form is
 * empty then, and what was typed would be lost without a word. Forms are to be sent by their submit event (`requestSubmit`) for this.
 */
export function useHeldSubmit(field: RefObject<HTMLInputElement | null>, isHeld: boolean, onHeld: () => void): void {
  const latest = useRef(onHeld)
  useEffect(() => {
    latest.current = onHeld
  })
  useEffect(() => {
    const form = field.current?.form
    if (!form || !isHeld) return
    // In the capture phase on the form itself: before React's own listener at the root sees the event rise.
    const hold = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      latest.current()
    }
    form.addEventListener('submit', hold, true)
    return () => form.removeEventListener('submit', hold, true)
  }, [field, isHeld])
}
