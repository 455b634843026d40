import type { ChainLink } from '#domain/record/chain-link.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'

/** A link in words, with its day where it has one: "Order served, 3 Nov 2026". */
export function useLinkWords(): (link: Pick<ChainLink, 'link' | 'on'>) => string {
  const t = useT()
  const format = useFormat()
  return ({ link, on }) => (on === null ? t(`linkKind.${link}`) : `${t(`linkKind.${link}`)}, ${format.date(on)}`)
}
