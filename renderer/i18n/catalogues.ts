import type { Locale } from '#domain/settings.ts'
import { enGb } from './en-gb/index.ts'
import { enUs } from './en-us/index.ts'
import { es } from './es/index.ts'
import type { MessageKey } from './message-key.ts'

/** Every message of every language of the app. */
export const catalogues: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  'en-US': enUs,
  'en-GB': { ...enUs, ...enGb },
  es,
}
