import type { DueItem } from '#domain/retention/due.ts'
import type { Format } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/use-t.ts'

/** What a due thing is called on screen: a reference, the number of an import, the form of a draft; never a name. */
export function itemWords(item: Pick<DueItem, 'kind' | 'id' | 'reference' | 'since'>, t: Translate, format: Format): string {
  switch (item.kind) {
    case 'case':
    case 'contactDetails':
    case 'meetingNotes':
    case 'actionLists':
    case 'drafts':
      return item.reference
    case 'imports':
      if (item.id === 'review:referrals') return t('retention.due.review.referrals')
      if (item.id === 'review:agencies') return t('retention.due.review.agencies')
      return t('retention.due.import', { number: item.reference })
    case 'auditEntries':
      return t('retention.due.log', { date: format.date(item.since) })
  }
}
