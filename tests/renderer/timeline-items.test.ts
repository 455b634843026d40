import type { ActionRow } from '#domain/action.ts'
import type { CaseHistory } from '#domain/case-history.ts'
import type { CaseDetail } from '#domain/case.ts'
import { isoDate, IsoInstant } from '#domain/dates.ts'
import type { ActionId } from '#domain/ids.ts'
import { Need } from '#domain/record/need.ts'
import { Note } from '#domain/record/note.ts'
import { expect, test } from 'vitest'
import { groupOf, timelineGroups, timelineItems } from '../../renderer/features/cases/timeline/timeline-items.ts'
import { entry, link } from '../domain/record/entries.ts'

const dayOfInstant = (instant: IsoInstant) => isoDate(instant.slice(0, 10))
const nothing: CaseHistory = { events: [], disclosures: [] }
const detail = { referrals: [], listings: [], actions: [] } as const satisfies Partial<CaseDetail>
const note = (id: number, on: string) => entry(id, Note.parse({ kind: 'note', on, text: `note ${String(id)}` }))
const keys = (...given: Parameters<typeof timelineItems>) => timelineItems(...given).map(({ key }) => key)

test('everything stands by its day, newest first, and of one day what was written last first', () => {
  const entries = [
    note(1, '2026-11-03'),
    note(2, '2026-11-20'),
    note(3, '2026-11-20'),
    link(4, 'release', 'planned', { on: isoDate('2026-12-04') }),
  ]
  expect(keys(detail, entries, nothing, dayOfInstant)).toEqual(['entry-4', 'entry-3', 'entry-2', 'entry-1'])
})

test('what has no day of its own stands by the day on which it was written', () => {
  const need = entry(5, Need.parse({ kind: 'need', domain: 'housing', state: 'open' }))
  expect(keys(detail, [note(1, '2026-11-02'), need], nothing, dayOfInstant)).toEqual(['entry-1', 'entry-5'])
})

test('the events of an action know their action, and every thing belongs to a group that can be chosen', () => {
  const action = { id: 8 as ActionId, reference: 'A-0008' } as ActionRow
  const history: CaseHistory = {
    events: [
      {
        actionId: action.id,
        at: IsoInstant.parse('2026-11-10T10:00:00.000Z'),
        actor: 'Test',
        source: 'meeting',
        change: { kind: 'created', status: 'agreed' },
        reason: '',
      },
    ],
    disclosures: [],
  }
  const items = timelineItems({ ...detail, actions: [action] }, [note(1, '2026-11-01')], history, dayOfInstant)
  expect(items[0]).toMatchObject({ kind: 'actionEvent', action: { reference: 'A-0008' } })
  expect(items.map(groupOf).every((group) => timelineGroups.includes(group))).toBe(true)
})
