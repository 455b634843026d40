import { safetyUnsaid } from '#domain/safety/action-safety.ts'
import type { ActionRow } from '#domain/action.ts'
import { isoDate } from '#domain/dates.ts'
import { ActionId, AgencyId, CaseId, MeetingId } from '#domain/ids.ts'
import { describe, expect, test } from 'vitest'
import { groupedRows } from '../../renderer/features/actions/grouped-rows.ts'
import { localRows } from '../../renderer/ui/row-window.ts'

function action(id: number, agencyId: number): ActionRow {
  return {
    id: ActionId.parse(id),
    reference: `A-000${String(id)}`,
    caseId: CaseId.parse(1),
    caseReference: 'HR-2026-0001',
    meetingId: MeetingId.parse(1),
    meetingOn: isoDate('2026-11-12'),
    agencyId: AgencyId.parse(agencyId),
    agencyName: `Agency ${String(agencyId)}`,
    description: 'Ring back',
    dueOn: isoDate('2026-12-01'),
    status: 'agreed',
    isSafetyAction: false,
    safety: safetyUnsaid,
    signOff: null,
    isWithConcerned: false,
    version: 1,
  }
}

const rows = localRows([action(1, 1), action(2, 1), action(3, 2)])
const starts = (sort: 'agency' | 'dueOn') => [0, 1, 2].map((index) => groupedRows(rows, sort).at(index)?.startsGroup)

describe('rows sorted by group', () => {
  test('mark the first of each agency', () => {
    expect(starts('agency')).toEqual([true, false, true])
  })

  test('have no groups where they are sorted by day', () => {
    expect(starts('dueOn')).toEqual([true, true, true])
  })

  test('are the same objects as long as the rows are, so that nothing is drawn twice', () => {
    expect(groupedRows(rows, 'agency').at(1)).toBe(groupedRows(rows, 'agency').at(1))
    expect(groupedRows(rows, 'agency').at(5)).toBeUndefined()
  })
})
