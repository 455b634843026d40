import type { AgencyShare } from '#contract'
import type { AgencyId } from '#domain/ids.ts'
import { type KeyboardEvent, type Ref, useId } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { movedRow } from '../../ui/table-columns.ts'
import { dayOf } from './day-of.ts'
import classes from './sharing.module.css'

type Props = {
  readonly shares: readonly AgencyShare[]
  readonly chosen: AgencyId
  readonly onChoose: (id: AgencyId) => void
  readonly listRef: Ref<HTMLUListElement>
}

const pageOfAgencies = 8

/** The agencies of a meeting and how their lists stand. The arrow keys choose; what is chosen is shown beside it at once. */
export function AgencyList({ shares, chosen, onChoose, listRef }: Props) {
  const t = useT()
  const id = useId()
  const optionId = (agencyId: AgencyId) => `${id}-${String(agencyId)}`

  function move(event: KeyboardEvent): void {
    const now = shares.findIndex((share) => share.agencyId === chosen)
    const next = movedRow(event.key, now, shares.length, pageOfAgencies)
    const share = next === null ? undefined : shares[next]
    if (share === undefined) return
    event.preventDefault()
    onChoose(share.agencyId)
    document.getElementById(optionId(share.agencyId))?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <ul
      ref={listRef}
      role="listbox"
      tabIndex={0}
      aria-label={t('sharing.agencies')}
      aria-activedescendant={optionId(chosen)}
      className={classes.agencies}
      onKeyDown={move}
    >
      {shares.map((share) => (
        // The keys are the list's: it has the focus, its options have not.
        <li
          key={share.agencyId}
          id={optionId(share.agencyId)}
          role="option"
          aria-selected={share.agencyId === chosen}
          className={classes.agency}
          onClick={() => onChoose(share.agencyId)}
        >
          <span className={classes.agencyName}>{share.agencyName}</span>
          <span className={classes.small}>
            {t('sharing.agency.actions', { count: share.actionCount })}
            {share.withheldCount === 0 ? '' : ` · ${t('sharing.agency.withheld', { count: share.withheldCount })}`}
          </span>
          <ListState share={share} />
        </li>
      ))}
    </ul>
  )
}

function ListState({ share: { lastList, lastReturnAt } }: { readonly share: AgencyShare }) {
  const t = useT()
  const format = useFormat()
  if (lastList === null) return <StatusBadge kind="new" word={t('sharing.agency.noList')} />
  return (
    <span className={classes.states}>
      <span className={classes.small}>
        {t('sharing.agency.list', { version: lastList.version, date: format.date(dayOf(lastList.madeAt)) })}
      </span>
      {lastList.isOutdated ? <StatusBadge kind="soon" word={t('sharing.agency.outdated')} /> : null}
      {lastReturnAt === null ? null : (
        <StatusBadge kind="done" word={t('sharing.agency.returned', { date: format.date(dayOf(lastReturnAt)) })} />
      )}
    </span>
  )
}
