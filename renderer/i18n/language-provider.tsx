import { useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { IntlProvider } from 'react-intl'
import { useApiQuery } from '../api.ts'
import { catalogues } from './catalogues.ts'
import { type Language, LanguageContext, likelyRegion, nearestLocale } from './language.ts'

/** Gives every screen the team's language, tradition and colour scheme; before the vault is open, the system's language. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const appState = useApiQuery('app.state')
  const isUnlocked = appState.data?.kind === 'unlocked'
  const settings = useApiQuery('settings.get', undefined, { enabled: isUnlocked }).data ?? null
  const [previewed, preview] = useState<Language | null>(null)
  const { setColorScheme } = useMantineColorScheme()

  const team = isUnlocked ? settings : null
  const locale = team?.locale ?? previewed?.locale ?? nearestLocale(navigator.languages)
  const region = team?.region ?? previewed?.region ?? likelyRegion(locale)
  const colorScheme = team?.colorScheme ?? 'auto'

  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  useEffect(() => {
    setColorScheme(colorScheme)
  }, [colorScheme, setColorScheme])

  const language = useMemo(() => ({ locale, region, preview }), [locale, region])
  return (
    <LanguageContext value={language}>
      <IntlProvider locale={locale} messages={catalogues[locale]}>
        {children}
      </IntlProvider>
    </LanguageContext>
  )
}
