import { repeatWords } from '../../../i18n/repeat-words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { Card } from '../card.tsx'
import { ActionsCard, MeetingsCard } from '../case-follow-up.tsx'
import classes from '../case.module.css'
import { ClosingCard } from '../closing-card.tsx'
import { ReferralEntry } from '../referral-entry.tsx'
import type { CaseTabProps } from './case-tab.ts'

/** What was promised, why the case came, which meetings heard it, and whether the work on it is over. */
export function ActionsTab({ detail }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={classes.below}>
      <div className={classes.side}>
        <ActionsCard detail={detail} />
        <MeetingsCard detail={detail} />
      </div>
      <div className={classes.side}>
        <Card title={t('case.referrals')}>
          {detail.repeat.kind === 'first' ? null : <p>{repeatWords(detail.repeat, t, format)}</p>}
          <ul className={classes.list}>
            {detail.referrals.map((referral, index) => (
              <ReferralEntry key={referral.id} detail={detail} referral={referral} isNewest={index === 0} />
            ))}
          </ul>
        </Card>
        <ClosingCard detail={detail} />
      </div>
    </div>
  )
}
