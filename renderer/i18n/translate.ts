import type { Locale, Region } from '#domain/settings.ts'
import type { IntlShape } from 'react-intl'
import type { MessageKey } from './message-key.ts'
import { termValues } from './term-values.ts'

export type MessageValues = Readonly<Record<string, string | number>>
export type Translate = (key: MessageKey, values?: MessageValues) => string

/** `t(key, values)` for a locale and a region: the message with the region's terms ({victim}, {Victims}, ...) filled in. */
export function translateWith(intl: Pick<IntlShape, 'formatMessage'>, locale: Locale, region: Region): Translate {
  const terms = termValues(locale, region)
  return (key, values) => intl.formatMessage({ id: key }, values === undefined ? terms : { ...terms, ...values })
}
