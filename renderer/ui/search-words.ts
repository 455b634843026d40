import { useSyncExternalStore } from 'react'

let asked = ''
const listeners = new Set<() => void>()

/** Hands words over to the page of the search, which looks for them. Kept in memory alone, until the app is locked: never in an address. */
export function searchFor(words: string): void {
  asked = words
  for (const listener of listeners) listener()
}

/** What the search looks for, whoever asked for it. */
export function useSearchWords(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked,
  )
}
