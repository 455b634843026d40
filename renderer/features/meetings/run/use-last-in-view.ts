import { type RefObject, useEffect, useRef } from 'react'

/** Gives a ref for a list whose newest entry, the last, is kept in view as entries are added. */
export function useLastInView<List extends HTMLElement>(count: number): RefObject<List | null> {
  const list = useRef<List>(null)
  useEffect(() => {
    list.current?.children[count - 1]?.scrollIntoView({ block: 'nearest' })
  }, [count])
  return list
}
