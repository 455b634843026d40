import { useEffect, useRef, useSyncExternalStore } from 'react'

/** One key of a screen. `keys` as `n`, `?`, `F9`, `mod+s`, `shift+ArrowUp`; with `run` the key is also obeyed, without it only listed. */
export type ScreenKey = {
  readonly keys: string
  readonly label: string
  readonly run?: () => void
  /** `everywhere` is a key of every page; `always` is obeyed over an open dialog as well. Without it the key is one of its page. */
  readonly reach?: 'everywhere' | 'always'
  /** A chord that a text field has a meaning of its own for, such as undo: left to it while it has the focus. */
  readonly leavesText?: boolean
}

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

/** Where a form is filled in beside the page, its buttons and the moment before its first field has the focus count as well. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (isField(target) || target.closest('aside[data-form]') !== null)
}

function isField(target: HTMLElement): boolean {
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** Checkboxes and lists have no text that a key could be meant for. */
function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLElement && isField(target) && !(target instanceof HTMLSelectElement)
}

function worksWhileTyping(keys: string): boolean {
  return /\b(mod|ctrl|alt)\+/.test(keys) || /^F\d+$/.test(keys)
}

const openDialog = '[aria-modal="true"]'

/** True where a key may act now: no plain key while typing, and no key of the page behind an open dialog. */
export function mayAct(
  key: Pick<ScreenKey, 'keys' | 'reach' | 'leavesText'>,
  now: { readonly isTyping: boolean; readonly isText?: boolean; readonly isDialogOpen: boolean },
): boolean {
  if (now.isDialogOpen && key.reach !== 'always') return false
  if (key.leavesText === true && now.isText === true) return false
  return !now.isTyping || worksWhileTyping(key.keys)
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

/** Obeys the registered keys; the part registered last goes first, and nothing behind an open dialog acts. Mounted once, by the frame. */
export function useKeyDispatch(): void {
  useEffect(() => {
    /** A dialog takes the focus a moment after it opens: what is pressed until then must not reach the table behind it. */
    function onKeyDownBehind(event: KeyboardEvent): void {
      if (event.key === 'Tab' || event.key === 'Escape' || document.querySelector(openDialog) === null) return
      if (event.target instanceof Element && event.target.closest(openDialog) !== null) return
      if (registered.some(({ current }) => current.some((key) => key.reach === 'always' && matchesKey(key.keys, event)))) return
      event.preventDefault()
      event.stopPropagation()
    }
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return
      const now = {
        isTyping: isTyping(event.target),
        isText: isText(event.target),
        isDialogOpen: document.querySelector(openDialog) !== null,
      }
      for (const { current } of registered.toReversed()) {
        const found = current.find((key) => key.run !== undefined && matchesKey(key.keys, event) && mayAct(key, now))
        if (!found) continue
        event.preventDefault()
        found.run?.()
        return
      }
    }
    window.addEventListener('keydown', onKeyDownBehind, { capture: true })
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDownBehind, { capture: true })
      window.removeEventListener('keydown', onKeyDown)
    }
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

/** The keys with one line a label, in the order of their first key: two keys for the same thing stand together. */
export function keysByLabel(keys: readonly ScreenKey[]): readonly { readonly label: string; readonly chords: readonly string[] }[] {
  const labels = new Map<string, string[]>()
  for (const { keys: chord, label } of keys) labels.set(label, [...(labels.get(label) ?? []), chord])
  return [...labels].map(([label, chords]) => ({ label, chords: [...new Set(chords)] }))
}
