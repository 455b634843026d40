import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { NamesContext } from '../ui/names.ts'

/** Holds the privacy toggle for the whole app; every unlocking starts with names shown. */
export function NamesProvider({ children }: { readonly children: ReactNode }) {
  const [areShown, setShown] = useState(true)
  const toggle = useCallback(() => setShown((now) => !now), [])
  const names = useMemo(() => ({ areShown, toggle }), [areShown, toggle])
  return <NamesContext value={names}>{children}</NamesContext>
}
