import type { AgencyShare } from '#contract'
import type { AgencyId } from '#domain/ids.ts'
import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
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
}

const pageOfAgencies = 8

/** The element that names the part of the page which shows this agency's list. */
export function agencyTabId(agencyId: AgencyId): string {
  return `agency-list-${String(agencyId)}`
}

/** The agencies of a meeting and how their lists stand. The arrow keys choose; what is chosen is shown beside it at once. */
export function AgencyList({ shares, chosen, onChoose }: Props) {
  const t = useT()
  const tabs = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent, now: number): void {
    const next = movedRow(event.key, now, shares.length, pageOfAgencies)
    const share = next === null ? undefined : shares[next]
    if (next === null || share === undefined) return
    event.preventDefault()
    onChoose(share.agencyId)
    tabs.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div ref={tabs} role="tablist" aria-orientation="vertical" aria-label={t('sharing.agencies')} className={classes.agencies}>
      {shares.map((share, index) => (
        <UnstyledButton
          key={share.agencyId}
          id={agencyTabId(share.agencyId)}
          role="tab"
          aria-selected={share.agencyId === chosen}
          tabIndex={share.agencyId === chosen ? 0 : -1}
          className={classes.agency}
          onKeyDown={(event) => move(event, index)}
          onClick={() => onChoose(share.agencyId)}
        >
          <span className={classes.agencyName}>{share.agencyName}</span>
          <span className={classes.states}>
            <span className={classes.small}>
              {t('sharing.agency.actions', { count: share.actionCount })}
              {share.heldCount === 0 ? '' : ` · ${t('sharing.agency.held', { count: share.heldCount })}`}
              {share.withheldCount === 0 ? '' : ` · ${t('sharing.agency.withheld', { count: share.withheldCount })}`}
            </span>
            <ListState share={share} />
          </span>
        </UnstyledButton>
      ))}
    </div>
  )
}

function ListState({ share: { lastList, lastReturnAt } }: { readonly share: AgencyShare }) {
  const t = useT()
  const format = useFormat()
  if (lastList === null) return <StatusBadge kind="new" word={t('sharing.agency.noList')} />
  return (
    <>
      <span className={classes.small}>
        {t('sharing.agency.list', { version: lastList.version, date: format.date(dayOf(lastList.madeAt)) })}
      </span>
      {lastList.isOutdated ? <StatusBadge kind="soon" word={t('sharing.agency.outdated')} /> : null}
      {lastReturnAt === null ? null : (
        <StatusBadge kind="done" word={t('sharing.agency.returned', { date: format.date(dayOf(lastReturnAt)) })} />
      )}
    </>
  )
}
