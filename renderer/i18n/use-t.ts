import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { useLanguage } from './language.ts'
import { type Translate, translateWith } from './translate.ts'

export type { Translate }

/** Gives `t(key, values)` in the team's language and tradition. */
export function useT(): Translate {
  const intl = useIntl()
  const { locale, region } = useLanguage()
  return useMemo(() => translateWith(intl, locale, region), [intl, locale, region])
}
