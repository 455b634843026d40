import type { SeatDeclaration } from '#domain/conflict.ts'
import type { TeamPerson } from '#domain/agency.ts'
import { type AttendanceChange, type AttendanceRow as Row, Presence, presences } from '#domain/meeting.ts'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { z } from 'zod'
import { type Translate, useT } from '../../i18n/use-t.ts'
import { StatusBadge, type StatusKind } from '../../ui/status-badge.tsx'
import classes from './meetings.module.css'

type Props = {
  readonly row: Row
  readonly people: readonly TeamPerson[]
  readonly isFirst: boolean
  readonly isFixed: boolean
  readonly declaration: SeatDeclaration | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onConflicts: () => void
  readonly onChange: (change: Partial<z.input<typeof AttendanceChange>>) => void
}

const other = 'other'
const presenceKinds: Readonly<Record<Presence, StatusKind>> = { expected: 'plain', present: 'done', apologies: 'soon', absent: 'overdue' }

/** One agency's place at the table. */
export function AttendanceRow({ row, people, isFirst, isFixed, declaration, onKeyDown, onChange, onConflicts }: Props) {
  const t = useT()
  const isListed = people.some(({ id }) => id === row.personId)
  const [asks, setAsks] = useState<boolean | null>(null)
  const asksName = asks ?? (!isListed && row.personName !== '')
  const [name, setName] = useState(isListed ? '' : row.personName)
  const label = (what: string) => t('meetings.attendance.of', { what, agency: row.agencyName })

  // A declaration is a person's own: whoever takes the place makes it anew.
  function choosePerson(value: string): void {
    const person = people.find(({ id }) => String(id) === value)
    setAsks(value === other)
    if (person !== undefined) onChange({ personId: person.id, personName: person.name, hasDeclared: false })
    else if (value === '') onChange({ personId: null, personName: '', hasDeclared: false })
  }

  function saveName(): void {
    if (name.trim() !== row.personName || row.personId !== null) onChange({ personId: null, personName: name.trim(), hasDeclared: false })
  }

  return (
    <tr tabIndex={isFirst ? 0 : -1} onKeyDown={onKeyDown} className={classes.keyRow}>
      <th scope="row" className={classes.agency}>
        {row.agencyName}
        {row.isCore ? <span className={classes.core}>{t('meetings.attendance.core')}</span> : null}
      </th>
      {isFixed ? (
        <>
          <td>{row.personName}</td>
          <td>
            <StatusBadge kind={presenceKinds[row.presence]} word={t(`presence.${row.presence}`)} />
          </td>
          <td>{row.declaredAt === null ? '' : <StatusBadge kind="done" word={t('meetings.attendance.hasDeclared')} />}</td>
        </>
      ) : (
        <>
          <td className={classes.personCell}>
            <NativeSelect
              size="xs"
              aria-label={label(t('meetings.attendance.person'))}
              value={asksName ? other : isListed ? String(row.personId) : ''}
              data={[
                { value: '', label: t('meetings.attendance.nobody') },
                ...people.map((person) => ({
                  value: String(person.id),
                  label:
                    person.role === 'representative'
                      ? person.name
                      : t('meetings.attendance.personAndRole', { name: person.name, role: t(`meetings.role.${person.role}`) }),
                })),
                { value: other, label: t('meetings.attendance.somebodyElse') },
              ]}
              onChange={(event) => choosePerson(event.currentTarget.value)}
            />
            {asksName ? (
              <TextInput
                size="xs"
                aria-label={label(t('meetings.attendance.name'))}
                placeholder={t('meetings.attendance.name')}
                value={name}
                maxLength={120}
                onChange={(event) => setName(event.currentTarget.value)}
                onBlur={saveName}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') saveName()
                }}
              />
            ) : null}
          </td>
          <td>
            <NativeSelect
              size="xs"
              className={classes.presence}
              aria-label={label(t('meetings.attendance.presence'))}
              value={row.presence}
              leftSection={<StatusShape presence={row.presence} />}
              data={presences.map((value) => ({ value, label: t(`presence.${value}`) }))}
              onChange={(event) => onChange({ presence: Presence.parse(event.currentTarget.value) })}
            />
          </td>
          <td>
            <Checkbox
              size="xs"
              aria-label={label(t('meetings.attendance.hasDeclared'))}
              label={row.declaredAt === null ? t('meetings.attendance.notYet') : t('meetings.attendance.hasDeclared')}
              checked={row.declaredAt !== null}
              disabled={row.presence !== 'present'}
              onChange={(event) => onChange({ hasDeclared: event.currentTarget.checked })}
            />
          </td>
        </>
      )}
      <td>
        {declaration === undefined ? null : (
          <Button size="compact-xs" variant="default" disabled={isFixed} aria-label={label(t('conflicts.column'))} onClick={onConflicts}>
            {conflictWords(declaration, t)}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** What is known of the conflicts of one place at the table. */
function conflictWords({ conflicts, unanswered }: SeatDeclaration, t: Translate): string {
  const cases = new Set(conflicts.map(({ caseId }) => caseId)).size
  if (cases > 0) return t('conflicts.cell.some', { count: cases })
  return t(unanswered > 0 ? 'conflicts.cell.notAsked' : 'conflicts.cell.none')
}

function StatusShape({ presence }: { readonly presence: Presence }) {
  return <StatusBadge kind={presenceKinds[presence]} word="" />
}
