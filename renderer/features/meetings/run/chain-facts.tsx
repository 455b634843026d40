import type { ChainBrief, LinkBrief } from '#domain/record/meeting-brief.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useAgencyName } from '../../cases/record/use-agency-name.ts'
import { standingShapes } from '../../../ui/standing-shapes.ts'
import classes from './run.module.css'

/** The chain of response in at most three lines: what is broken or waited for, then the next day on which her risk rises. */
export function ChainFacts({ chain: { links, more, next } }: { readonly chain: ChainBrief }) {
  const t = useT()
  const format = useFormat()
  const words = useLinkWords()
  return (
    <div>
      <dt>{t('strip.chain')}</dt>
      <dd>
        {links.length === 0 && next === null ? <span className={classes.quiet}>{t('run.chain.none')}</span> : null}
        <ul className={classes.chain}>
          {links.map((link, index) => (
            <li key={link.id} data-standing={link.standing}>
              <span aria-hidden>{standingShapes[link.standing]}</span>
              <span className={classes.ellipsis} title={words(link)}>
                {words(link)}
              </span>
              {index === links.length - 1 && more > 0 ? (
                <span className={classes.quiet}>{t('run.chain.more', { count: more })}</span>
              ) : null}
            </li>
          ))}
          {next === null ? null : (
            <li>
              <span aria-hidden>◷</span>
              <span className={classes.ellipsis}>
                {t('run.chain.next', {
                  what: t(`riskDate.${next.kind}`),
                  day: format.date(next.on),
                  when: format.daysFromToday(next.days),
                })}
              </span>
            </li>
          )}
        </ul>
      </dd>
    </div>
  )
}

/** "Charge: Waiting, Prosecution, 12 days". */
function useLinkWords(): (link: LinkBrief) => string {
  const t = useT()
  const format = useFormat()
  const nameOf = useAgencyName()
  return ({ link, standing, on, heldBy, heldDays, lateDays, isLongWait }) => {
    const name = t(`linkKind.${link}`)
    const facts = [
      t(`linkStanding.${standing}`),
      ...(on === null ? [] : [format.day(on)]),
      ...(heldBy === null ? [] : [nameOf(heldBy)]),
      ...(heldDays === null ? [] : [t('strip.days', { days: heldDays })]),
      ...(isLongWait ? [t('chain.long')] : []),
      ...(lateDays === null ? [] : [t('chain.late', { days: lateDays })]),
    ]
    return t('strip.step', { name, facts: facts.join(', ') })
  }
}
