import type { PresentRecords } from '#contract'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import classes from './restore.module.css'

const mostNamed = 12

type Props = {
  readonly lacking: Extract<PresentRecords, { readonly kind: 'read' }>['lacking']
  /** By how many entries the log of this computer goes further. */
  readonly laterEntries: number
}

/** What the records of this computer hold and the backup does not: what would be gone from the screen. */
export function Lacking({ lacking, laterEntries }: Props) {
  const t = useT()
  const format = useFormat()
  const named = (items: readonly string[]) => {
    const rest = items.length - mostNamed
    return rest > 0 ? `${items.slice(0, mostNamed).join(', ')} ${t('restore.lacking.more', { count: rest })}` : format.list(items)
  }
  const { cases, meetings, agencies, referrals, actions, changedActions, notes } = lacking
  const lines = [
    cases.length > 0 ? t('restore.lacking.cases', { count: cases.length, references: named(cases) }) : null,
    meetings.length > 0
      ? t('restore.lacking.meetings', { count: meetings.length, dates: named(meetings.map((date) => format.date(date))) })
      : null,
    agencies.length > 0 ? t('restore.lacking.agencies', { count: agencies.length, names: named(agencies) }) : null,
    referrals > 0 ? t('restore.lacking.referrals', { count: referrals }) : null,
    actions > 0 ? t('restore.lacking.actions', { count: actions }) : null,
    changedActions > 0 ? t('restore.lacking.changedActions', { count: changedActions }) : null,
    notes > 0 ? t('restore.lacking.notes', { count: notes }) : null,
    laterEntries > 0 ? t('restore.lacking.entries', { count: laterEntries }) : null,
  ].filter((line) => line !== null)
  return (
    <section>
      <h2 className={classes.heading}>{t('restore.lacking.title')}</h2>
      {lines.length === 0 ? (
        <p>{t('restore.lacking.nothing')}</p>
      ) : (
        <ul className={classes.lacking}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
