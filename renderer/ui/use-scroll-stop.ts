import { useCallback } from 'react'

/** Gives a ref for a box that may scroll: it is a stop of the Tab key only while there is something to scroll to. */
export function useScrollStop(): (box: HTMLElement | null) => (() => void) | undefined {
  return useCallback((box: HTMLElement | null) => {
    if (box === null) return undefined
    const measure = () => {
      if (box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0
      else box.removeAttribute('tabindex')
    }
    const sizes = new ResizeObserver(measure)
    const content = new MutationObserver(measure)
    sizes.observe(box)
    content.observe(box, { childList: true, subtree: true, characterData: true })
    return () => {
      sizes.disconnect()
      content.disconnect()
    }
  }, [])
}
