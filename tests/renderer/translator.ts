import type { Locale, Region } from '#domain/settings.ts'
import { createIntl, createIntlCache } from 'react-intl'
import { catalogues } from '../../renderer/i18n/catalogues.ts'
import { type Translate, translateWith } from '../../renderer/i18n/translate.ts'

const cache = createIntlCache()

/** `t` as a screen has it; anything that the formatter complains of (a missing value, a broken message) fails the test. */
export function translator(locale: Locale, region: Region = 'other'): Translate {
  const intl = createIntl(
    {
      locale,
      messages: catalogues[locale],
      onError: (error) => {
        throw error
      },
    },
    cache,
  )
  return translateWith(intl, locale, region)
}
