import { useMemo } from 'react'
import { type Format, formatFor } from './format.ts'
import { useLanguage } from './language.ts'

/** The formatters of the team's locale. */
export function useFormat(): Format {
  const { locale } = useLanguage()
  return useMemo(() => formatFor(locale), [locale])
}
