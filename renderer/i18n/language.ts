import type { Locale, Region } from '#domain/settings.ts'
import { createContext, use } from 'react'

export type Language = { readonly locale: Locale; readonly region: Region }

type LanguageControl = Language & {
  /** Shows the app in another language or tradition before the team's settings are there to say so. */
  readonly preview: (language: Language | null) => void
}

export const LanguageContext = createContext<LanguageControl | null>(null)

export function useLanguage(): LanguageControl {
  const language = use(LanguageContext)
  if (!language) throw new Error('no LanguageProvider above')
  return language
}

/** The locale of ours that comes nearest to what the system prefers. */
export function nearestLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const [language, region] = tag.split('-')
    if (language === 'es') return 'es'
    if (language === 'en') return region === undefined || region.toUpperCase() === 'US' ? 'en-US' : 'en-GB'
  }
  return 'en-US'
}

/** The tradition that a locale suggests, until the team has chosen. */
export function likelyRegion(locale: Locale): Region {
  switch (locale) {
    case 'en-GB':
      return 'uk'
    case 'en-US':
      return 'us'
    case 'es':
      return 'other'
  }
}
