import type { ApiInput } from './api.ts'
import { call } from './api.ts'

type Lasts = ApiInput<'app.copy'>['lasts']

/**
 * Puts a text into the clipboard through main, which marks it as not to be kept and takes it out again. True when it is there. The page itself
 * may not read the clipboard.
 */
export async function copyText(text: string, lasts: Lasts = 'briefly'): Promise<boolean> {
  return call('app.copy', { text: new TextEncoder().encode(text), lasts }).then(
    () => true,
    () => false,
  )
}
