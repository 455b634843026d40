import { useT } from '../i18n/use-t.ts'
import { useFormat } from '../i18n/use-format.ts'

/** A size in megabytes, at least 0.1, in the words of the language. */
export function useSize(): (bytes: number) => string {
  const t = useT()
  const format = useFormat()
  return (bytes) => t('backups.size', { megabytes: format.number(Math.max(0.1, Math.round(bytes / 100_000) / 10)) })
}
