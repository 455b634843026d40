import type { CaseDetail } from '#domain/case.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { SidePanel } from '../../../ui/side-panel.tsx'
import classes from '../case.module.css'
import { ReferralEntry } from '../referral-entry.tsx'
import { useSaid } from '../use-said.ts'
import type { TimelineItem } from './timeline-items.ts'
import type { ItemWords } from './use-item-words.ts'

type Props = { readonly detail: CaseDetail; readonly item: TimelineItem; readonly words: ItemWords; readonly onClose: () => void }

/** One thing of the timeline that is no entry of the record, in full. */
export function TimelinePanel({ detail, item, words, onClose }: Props) {
  const format = useFormat()
  const said = useSaid(detail)
  return (
    <SidePanel title={words.title} onClose={onClose}>
      {item.kind === 'referral' ? (
        <ul className={classes.list}>
          <ReferralEntry
            detail={detail}
            referral={detail.referrals.find(({ id }) => id === item.referral.id) ?? item.referral}
            isNewest={detail.referrals[0]?.id === item.referral.id}
          />
        </ul>
      ) : (
        <>
          <p className={classes.dim}>{item.kind === 'actionEvent' ? format.instant(item.event.at) : format.date(item.on)}</p>
          {item.kind === 'disclosure' ? (
            <ul className={classes.list}>
              {item.disclosure.rows.map((row) => (
                <li key={row.actionId}>
                  <strong>{row.reference}</strong> {said(row.outgoing)}
                </li>
              ))}
            </ul>
          ) : (
            <p className={classes.summary}>{said(words.text)}</p>
          )}
        </>
      )}
    </SidePanel>
  )
}
