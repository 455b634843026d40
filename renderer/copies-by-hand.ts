import { copyText } from './copy-text.ts'

/** What the person marks and copies or cuts goes the same way as what a button copies, so that it too is gone after a lock (security.md 19). */
export function followCopies(target: Document): void {
  target.addEventListener('copy', (event) => {
    const text = markedText(target)
    if (text === '') return
    event.preventDefault()
    void copyText(text, 'untilLock')
  })
  target.addEventListener('cut', (event) => {
    const text = markedText(target)
    if (text === '') return
    event.preventDefault()
    void copyText(text, 'untilLock')
    // Deletes as a key press would: the field hears of it, and it can be undone. There is no newer way to do that.
    target.execCommand('delete')
  })
}

/** The marked text of the field with the focus, else of the page; empty for a field whose letters are hidden. */
function markedText(target: Document): string {
  const field = target.activeElement
  if (field instanceof HTMLInputElement && field.type === 'password') return ''
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const { selectionStart: from, selectionEnd: until } = field
    if (from !== null && until !== null && from !== until) return field.value.slice(from, until)
  }
  return target.getSelection()?.toString() ?? ''
}
