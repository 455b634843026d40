import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { useLanguage } from './language.ts'
import type { MessageKey } from './message-key.ts'
import { termValues } from './term-values.ts'

export type MessageValues = Readonly<Record<string, string | number>>
export type Translate = (key: MessageKey, values?: MessageValues) => string

/** Gives `t(key, values)`: the message in the team's language, with the region's terms ({victim}, {Victims}, ...) filled in. */
export function useT(): Translate {
  const intl = useIntl()
  const { locale, region } = useLanguage()
  return useMemo(() => {
    const terms = termValues(locale, region)
    return (key, values) => intl.formatMessage({ id: key }, values === undefined ? terms : { ...terms, ...values })
  }, [intl, locale, region])
}
