import { whoCanReachHerSafely } from '#domain/record/safe-reach.ts'
import { useApiQuery } from '../../../api.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { today } from '../../../ui/today.ts'
import { useAgencyName } from '../record/use-agency-name.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import { useSaid } from '../use-said.ts'
import classes from './needs.module.css'

/** Who can reach her safely, best first, each with what speaks for it and what to mind. */
export function ReachList({ detail, record }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const nameOf = useAgencyName()
  const agencies = useApiQuery('agencies.list', { includeArchived: true }).data
  if (agencies === undefined) return null
  const { safeContact } = detail
  const reach = whoCanReachHerSafely(record.entries, { safeContact, agencies, today: today() })
  return (
    <>
      {safeContact.kind === 'doNotContact' ? <p className={classes.hint}>{t('contacts.reach.doNotContact')}</p> : null}
      {safeContact.kind === 'onlyThrough' ? (
        <p className={classes.hint}>{t('contacts.reach.onlyThrough', { who: said(safeContact.who) })}</p>
      ) : null}
      {reach.length === 0 ? <p>{t('contacts.reach.none')}</p> : null}
      <ol className={classes.reach}>
        {reach.map(({ agencyId, standing, reasons, daysAgo }) => (
          <li key={agencyId}>
            <span className={classes.reachHead}>
              <strong>{nameOf(agencyId)}</strong>
              <StatusBadge kind={standing === 'safe' ? 'done' : 'soon'} word={t(`contacts.reach.${standing}`)} />
              {daysAgo === null ? null : <span>{format.daysFromToday(-daysAgo)}</span>}
            </span>
            <span className={classes.hint}>{reasons.map((reason) => t(`reach.reason.${reason}`)).join(', ')}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
