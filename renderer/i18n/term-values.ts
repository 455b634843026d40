import type { Locale, Region } from '#domain/settings.ts'
import { catalogues } from './catalogues.ts'

const terms = ['victim', 'perpetrator', 'advocate', 'team'] as const

function capital(word: string, locale: Locale): string {
  const [first = '', ...rest] = word
  return first.toLocaleUpperCase(locale) + rest.join('')
}

/**
 * The words that every message may use: `{victim}`, `{victims}`, `{Victim}`, `{Victims}`, and the same for `perpetrator`, `advocate` and
 * `team`, in the region's tradition and the locale's language.
 */
export function termValues(locale: Locale, region: Region): Readonly<Record<string, string>> {
  const messages = catalogues[locale]
  return Object.fromEntries(
    terms.flatMap((term) => {
      const one = messages[`term.${region}.${term}.one`]
      const many = messages[`term.${region}.${term}.many`]
      return [
        [term, one],
        [`${term}s`, many],
        [capital(term, 'en-US'), capital(one, locale)],
        [`${capital(term, 'en-US')}s`, capital(many, locale)],
      ]
    }),
  )
}
