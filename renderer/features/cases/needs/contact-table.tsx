import type { AgencyId } from '#domain/ids.ts'
import { contactMap } from '#domain/record/contact-map.ts'
import { type MetPerson, metPeople } from '#domain/record/contact-point.ts'
import type { EntryOf } from '#domain/record/entry.ts'
import { UnstyledButton } from '@mantine/core'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge, type StatusKind } from '../../../ui/status-badge.tsx'
import { today } from '../../../ui/today.ts'
import { useEntryEditor } from '../record/entry-editor.ts'
import { useAgencyName } from '../record/use-agency-name.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import { useSaid } from '../use-said.ts'
import { daysBetween } from '#domain/dates.ts'
import classes from './needs.module.css'

const kindOfSafety: Readonly<Record<'yes' | 'no' | 'unknown', StatusKind>> = { yes: 'done', no: 'overdue', unknown: 'plain' }

/** Which agency meets whom, when last, and whether the matter may be raised there. */
export function ContactTable({ detail, record }: CaseTabProps) {
  const t = useT()
  const nameOf = useAgencyName()
  const rows = contactMap(record.entries, today())
  if (rows.length === 0) return <p className={classes.dim}>{t('contacts.none')}</p>
  return (
    <table className={classes.contacts}>
      <thead>
        <tr>
          <th scope="col">{t('contacts.agency')}</th>
          {metPeople.map((person) => (
            <th key={person} scope="col">
              {t(`met.${person}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.agencyId}>
            <th scope="row">{nameOf(row.agencyId)}</th>
            {metPeople.map((person) => (
              <td key={person}>
                {row[person] === null ? (
                  <AddCell agencyId={row.agencyId} agency={nameOf(row.agencyId)} person={person} />
                ) : (
                  row[person].entries.map((entry) => <PointButton key={entry.id} detail={detail} entry={entry} />)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PointButton({ detail, entry }: Pick<CaseTabProps, 'detail'> & { readonly entry: EntryOf<'contactPoint'> }) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const editor = useEntryEditor()
  const { lastOn, isSafeToRaise, often } = entry.content
  return (
    <UnstyledButton className={classes.point} aria-expanded={editor.openedId === entry.id} onClick={() => editor.open(entry)}>
      <span>{lastOn === null ? t('contacts.noDay') : format.daysFromToday(daysBetween(today(), lastOn))}</span>
      {often === '' ? null : <span className={classes.dim}>{said(often)}</span>}
      <StatusBadge kind={kindOfSafety[isSafeToRaise]} word={t(`safeToRaise.${isSafeToRaise}`)} />
    </UnstyledButton>
  )
}

type AddProps = { readonly agencyId: AgencyId; readonly agency: string; readonly person: MetPerson }

function AddCell({ agencyId, agency, person }: AddProps) {
  const t = useT()
  const editor = useEntryEditor()
  if (!editor.mayEdit) return null
  return (
    <UnstyledButton
      className={classes.addPoint}
      aria-label={t('contacts.addCell', { agency, person: t(`met.${person}`) })}
      onClick={() => editor.add('contactPoint', { agencyId, meets: person })}
    >
      +
    </UnstyledButton>
  )
}
