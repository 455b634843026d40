import { locales } from '#domain/settings.ts'
import { NativeSelect } from '@mantine/core'
import { useLanguage } from '../../i18n/language.ts'
import { localeNames } from '../../i18n/locale-names.ts'
import { useT } from '../../i18n/use-t.ts'

/** The language, before there are settings to keep it. */
export function LanguageChoice() {
  const t = useT()
  const { locale, region, preview } = useLanguage()
  return (
    <NativeSelect
      aria-label={t('vault.language')}
      size="xs"
      value={locale}
      data={locales.map((value) => ({ value, label: localeNames[value] }))}
      onChange={(event) => {
        const chosen = locales.find((each) => each === event.currentTarget.value)
        if (chosen !== undefined) preview({ locale: chosen, region })
      }}
    />
  )
}
