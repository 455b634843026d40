import type { AgencyId } from '#domain/ids.ts'
import type { AttendanceChange, AttendanceRow as Row, MeetingDetail } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { z } from 'zod'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { AttendanceRow } from './attendance-row.tsx'
import { ConfidentialityStatement } from './confidentiality-statement.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import classes from './meetings.module.css'

type Change = z.input<typeof AttendanceChange>

/** Who is at the table, core agencies first, and who has made the confidentiality declaration. */
export function Attendance({ meeting }: { readonly meeting: MeetingDetail }) {
  const t = useT()
  const table = useRef<HTMLTableElement>(null)
  const record = useApiCommand('meetings.recordAttendance')
  const agencies = useApiQuery('agencies.list', { includeArchived: true }).data
  const conflicts = useApiQuery('conflicts.of', { meetingId: meeting.id })
  const [asked, setAsked] = useState<AgencyId | null>(null)
  const askedSeat = conflicts.data?.seats.find(({ agencyId }) => agencyId === asked)
  const isFixed = meeting.state === 'closed'
  const undeclared = meeting.attendance.filter((row) => row.presence === 'present' && row.declaredAt === null)

  function save(row: Row, change: Partial<Change>): void {
    record.mutate({
      meetingId: meeting.id,
      agencyId: row.agencyId,
      personId: row.personId,
      personName: row.personName,
      presence: row.presence,
      hasDeclared: row.declaredAt !== null,
      ...change,
    })
  }

  function onKeyDown(event: KeyboardEvent, row: Row): void {
    // Only on the row itself: a field in it keeps its own keys.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const rows = [...(table.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])]
    const at = rows.findIndex((each) => each === event.currentTarget)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (!isFixed && event.key.toLowerCase() === 'c') {
      event.preventDefault()
      setAsked(row.agencyId)
      return
    }
    const change = isFixed ? undefined : keyChanges[event.key.toLowerCase()]
    if (next === undefined && change === undefined) return
    event.preventDefault()
    if (next !== undefined) rows[next]?.focus()
    if (change !== undefined) save(row, change)
  }

  // Without the people of the agencies the rows would offer nobody to choose.
  if (agencies === undefined) return null
  return (
    <div className={classes.attendance} data-asking={askedSeat === undefined ? undefined : true}>
      <section className={classes.attendanceTable} aria-labelledby="attendance">
        <div className={classes.sectionHead}>
          <h2 id="attendance">{t('meetings.tab.attendance')}</h2>
          {isFixed ? null : (
            <p className={classes.keys}>
              <span>
                <Kbd keys="p" /> {t('meetings.key.present')}
              </span>
              <span>
                <Kbd keys="d" /> {t('meetings.key.declared')}
              </span>
              <span>
                <Kbd keys="a" /> {t('meetings.key.apologies')}
              </span>
              <span>
                <Kbd keys="x" /> {t('meetings.key.absent')}
              </span>
              <span>
                <Kbd keys="c" /> {t('conflicts.column')}
              </span>
            </p>
          )}
        </div>
        <RefusalNotice error={record.error} />
        <div className={classes.tableFrame}>
          <table className={classes.table} ref={table}>
            <thead>
              <tr>
                <th scope="col">{t('meetings.attendance.agency')}</th>
                <th scope="col">{t('meetings.attendance.person')}</th>
                <th scope="col">{t('meetings.attendance.presence')}</th>
                <th scope="col">{t('meetings.attendance.declared')}</th>
                <th scope="col">{t('conflicts.column')}</th>
              </tr>
            </thead>
            <tbody>
              {meeting.attendance.map((row, index) => (
                <AttendanceRow
                  key={row.agencyId}
                  row={row}
                  people={agencies.find((agency) => agency.id === row.agencyId)?.people ?? []}
                  isFirst={index === 0}
                  isFixed={isFixed}
                  declaration={conflicts.data?.seats.find(({ agencyId }) => agencyId === row.agencyId)}
                  onConflicts={() => setAsked(row.agencyId)}
                  onKeyDown={(event) => onKeyDown(event, row)}
                  onChange={(change) => save(row, change)}
                />
              ))}
            </tbody>
          </table>
        </div>
        {isFixed ? null : (
          <div>
            <Button
              size="xs"
              variant="default"
              disabled={undeclared.length === 0}
              onClick={() => undeclared.forEach((row) => save(row, { hasDeclared: true }))}
            >
              {t('meetings.attendance.allDeclare', { count: undeclared.length })}
            </Button>
          </div>
        )}
      </section>
      {askedSeat === undefined ? (
        <ConfidentialityStatement />
      ) : (
        <ConflictPanel key={askedSeat.agencyId} meeting={meeting} seat={askedSeat} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

/** What one key says of the agency whose row is focused. */
const keyChanges: Readonly<Record<string, Partial<Change>>> = {
  p: { presence: 'present' },
  d: { presence: 'present', hasDeclared: true },
  a: { presence: 'apologies', hasDeclared: false },
  x: { presence: 'absent', hasDeclared: false },
  e: { presence: 'expected', hasDeclared: false },
}
