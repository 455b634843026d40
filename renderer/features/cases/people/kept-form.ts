/** What was typed earlier, from the JSON of a draft; `restore` reads the form in it. */
export function keptForm<Form>(
  draft: string,
  restore: (stored: unknown) => Form | null,
): { readonly form: Form; readonly version: number } | null {
  const stored: unknown = JSON.parse(draft)
  if (typeof stored !== 'object' || stored === null || !('form' in stored) || !('version' in stored)) return null
  const form = restore(stored.form)
  return form === null || typeof stored.version !== 'number' ? null : { form, version: stored.version }
}
