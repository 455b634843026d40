import type { Locale } from '#domain/settings.ts'

/** Each language by its own name, as a person looks for it. */
export const localeNames: Readonly<Record<Locale, string>> = {
  'en-GB': 'English (UK)',
  'en-US': 'English (US)',
  es: 'Español',
}
