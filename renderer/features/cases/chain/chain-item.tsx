import type { CaseDetail } from '#domain/case.ts'
import type { ChainStep } from '#domain/record/chain-state.ts'
import { UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { useEntryEditor } from '../record/entry-editor.ts'
import { ProvenanceMarks } from '../record/provenance-marks.tsx'
import { useAgencyName } from '../record/use-agency-name.ts'
import { useSaid } from '../use-said.ts'
import classes from './chain.module.css'
import { linkKindsOfStanding } from './standing-kinds.ts'

type Props = {
  readonly detail: CaseDetail
  readonly step: ChainStep
  readonly isJoined: boolean
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** One link: what it is, when, who holds it for how long, and what it depends on where that is not the one above. */
export function ChainItem({ detail, step, isJoined, onKeyDown }: Props) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const agencyName = useAgencyName()
  const editor = useEntryEditor()
  const { link, standing, before, lateDays, isLongWait } = step
  const { on, note } = link.content
  return (
    <li className={classes.item} data-standing={standing} data-joined={isJoined}>
      <UnstyledButton
        className={classes.link}
        data-entry={link.id}
        aria-expanded={editor.openedId === link.id}
        onClick={() => editor.open(link)}
        onKeyDown={onKeyDown}
      >
        <span className={classes.standing}>
          <StatusBadge kind={linkKindsOfStanding[standing]} word={t(`linkStanding.${standing}`)} />
        </span>
        <span className={classes.facts}>
          <strong>{t(`linkKind.${link.content.link}`)}</strong>
          <span>{on === null ? t('chain.noDay') : format.date(on)}</span>
          {lateDays === null ? null : <span className={classes.loud}>{t('chain.late', { days: lateDays })}</span>}
          <Holder step={step} nameOf={agencyName} />
          {isLongWait ? <span className={classes.loud}>{t('chain.long')}</span> : null}
          {isJoined || before === null ? null : (
            <span className={classes.dim}>{t('chain.after', { link: t(`linkKind.${before.content.link}`) })}</span>
          )}
          <ProvenanceMarks provenance={link.provenance} />
          {note === '' ? null : <span className={classes.dim}>{said(note)}</span>}
        </span>
      </UnstyledButton>
    </li>
  )
}

type HolderProps = { readonly step: ChainStep; readonly nameOf: ReturnType<typeof useAgencyName> }

/** Who holds the link; for how long only while something is waited for. */
function Holder({ step: { link, standing, heldDays }, nameOf }: HolderProps) {
  const t = useT()
  const { heldBy } = link.content
  if (heldBy === null) {
    // What is only planned needs nobody yet.
    if (standing !== 'waiting' && standing !== 'broken') return null
    return (
      <span className={classes.loud}>
        {t('chain.nobody')}
        {heldDays === null ? '' : `, ${t('chain.days', { days: heldDays })}`}
      </span>
    )
  }
  const agency = nameOf(heldBy)
  return <span>{heldDays === null ? t('chain.held', { agency }) : t('chain.heldFor', { agency, days: heldDays })}</span>
}
