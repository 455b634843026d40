import { createContext, use } from 'react'

type Names = { readonly areShown: boolean; readonly toggle: () => void }

export const NamesContext = createContext<Names>({ areShown: true, toggle: () => undefined })

/** Whether names are shown or, for the moment that somebody walks in, initials. */
export function useNames(): Names {
  return use(NamesContext)
}
