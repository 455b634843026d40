import { assertNever } from '#domain/assert-never.ts'
import { useMemo } from 'react'
import { actionEventWords } from '../../../i18n/action-event-words.ts'
import { riskWords } from '../../../i18n/risk-words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { entryTexts } from '../record/entry-text.ts'
import { entryTitle } from '../record/use-entry-words.ts'
import type { TimelineItem } from './timeline-items.ts'

/** What a thing of the timeline is, and every word written of it, as it stands in the record: to be said through the names toggle. */
export type ItemWords = { readonly title: string; readonly text: string }

/** Words the things of a timeline. The same function until the language changes. */
export function useItemWords(): (item: TimelineItem) => ItemWords {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join(' · ')
    return (item) => {
      switch (item.kind) {
        case 'entry':
          return { title: entryTitle(item.entry.content, t), text: joined(entryTexts(item.entry.content)) }
        case 'referral': {
          const { referral } = item
          const risk = referral.risk === null ? '' : riskWords(referral.risk, t)
          return {
            title: t('timeline.referral', { agency: referral.sourceAgencyName }),
            text: joined([
              t(`referralState.${referral.state}`),
              risk,
              referral.criteria.judgementReason,
              referral.stateReason,
              referral.summary,
            ]),
          }
        }
        case 'meeting':
          return { title: t('timeline.meeting', { outcome: t(`listingOutcome.${item.listing.outcome}`) }), text: item.listing.deferReason }
        case 'actionEvent': {
          const { event, action } = item
          const title = t('timeline.action', { reference: action?.reference ?? '', agency: action?.agencyName ?? '' })
          return { title, text: joined([actionEventWords(event.change, t, format.list), event.reason, action?.description ?? '']) }
        }
        case 'disclosure': {
          const { disclosure } = item
          return {
            title: t('timeline.sent', { agency: disclosure.agencyName, version: disclosure.version }),
            text: joined(disclosure.rows.map(({ reference, outgoing }) => `${reference} ${outgoing}`)),
          }
        }
        default:
          return assertNever(item)
      }
    }
  }, [t, format])
}
