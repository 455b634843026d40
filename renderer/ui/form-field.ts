/** The id of a form's field on the page, by its path in the input: what a link in a summary of errors leads to. */
export function fieldId(form: string, path: string): string {
  return `${form}-${path.replaceAll('.', '-')}`
}

/** Puts the cursor into a field of a form, or on the first choice of a group. */
export function focusField(form: string, path: string): void {
  const found = document.getElementById(fieldId(form, path))
  const focusable =
    found?.matches('input, select, textarea, button') === true
      ? found
      : found?.querySelector<HTMLElement>('input, select, textarea, button')
  focusable?.focus()
  focusable?.scrollIntoView({ block: 'center' })
}
