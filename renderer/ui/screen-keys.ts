import { useEffect, useRef, useSyncExternalStore } from 'react'

/** One key of a screen. `keys` as `n`, `?`, `F9`, `mod+s`, `shift+ArrowUp`; with `run` the key is also obeyed, without it only listed. */
export type ScreenKey = { readonly keys: string; readonly label: string; readonly run?: () => void }

/** True where the event is this key; a chord with `mod`, `ctrl` or `alt`, and function keys, also count while typing. */
export function matchesKey(keys: string, event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const wantsCommand = parts.includes('mod') || parts.includes('ctrl')
  if ((event.ctrlKey || event.metaKey) !== wantsCommand || event.altKey !== parts.includes('alt')) return false
  const isSymbol = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  if (!isSymbol && event.shiftKey !== parts.includes('shift')) return false
  return event.key.toLowerCase() === key.toLowerCase()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}

function worksWhileTyping(keys: string): boolean {
  return /\b(mod|ctrl|alt)\+/.test(keys) || /^F\d+$/.test(keys)
}

let registered: readonly { readonly current: readonly ScreenKey[] }[] = []
const listeners = new Set<() => void>()

function change(next: typeof registered): void {
  registered = next
  for (const listener of listeners) listener()
}

/** Registers the keys of a screen or of a part of it, while it is shown. */
export function useScreenKeys(keys: readonly ScreenKey[]): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    change([...registered, latest])
    return () => change(registered.filter((each) => each !== latest))
  }, [])
}

/** Obeys the registered keys; the part registered last goes first. Mounted once, by the frame. */
export function useKeyDispatch(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return
      const typing = isTyping(event.target)
      for (const { current } of registered.toReversed()) {
        const found = current.find((key) => key.run !== undefined && matchesKey(key.keys, event) && (!typing || worksWhileTyping(key.keys)))
        if (!found) continue
        event.preventDefault()
        found.run?.()
        return
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** The keys registered at present, in the order of their registration. */
export function useRegisteredKeys(): readonly ScreenKey[] {
  const sources = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => registered,
  )
  return sources.flatMap(({ current }) => current)
}
