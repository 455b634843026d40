/**
 * Nothing is dragged out of the window, neither marked words nor links nor pictures, and nothing that is dropped on it takes the page away; the menu
 * of a right click, by which a browser prints, saves and asks the web, does not come (security.md 34). The app's own sorting follows the pointer
 * and needs none of it; a place that takes files has accepted them before this is asked.
 */
export function keepInside(target: Document): void {
  target.addEventListener('dragstart', (event) => event.preventDefault(), { capture: true })
  target.addEventListener('contextmenu', (event) => event.preventDefault())
  for (const name of ['dragover', 'drop'] as const) {
    target.addEventListener(name, (event) => {
      if (event.defaultPrevented || isTextForField(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none'
    })
  }
}

/** Words of another program for a field of ours are typed by other means. */
function isTextForField({ target, dataTransfer }: DragEvent): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isField && dataTransfer !== null && !dataTransfer.types.includes('Files')
}
