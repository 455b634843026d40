import { safetyUnsaid } from '#domain/safety/action-safety.ts'
import type { ActionRow } from '#domain/action.ts'
import { isoDate } from '#domain/dates.ts'
import { ActionId, AgencyId, CaseId, MeetingId } from '#domain/ids.ts'
import { locales } from '#domain/settings.ts'
import { describe, expect, test } from 'vitest'
import { chaseText, mayBeChased } from '../../renderer/features/actions/chase-text.ts'
import { formatFor } from '../../renderer/i18n/format.ts'
import { translator } from './translator.ts'

const today = isoDate('2026-12-10')

function action(number: number, dueOn: string): ActionRow {
  return {
    id: ActionId.parse(number),
    reference: `A-000${String(number)}`,
    caseId: CaseId.parse(1),
    caseReference: 'HR-2026-0042',
    meetingId: MeetingId.parse(1),
    meetingOn: isoDate('2026-11-12'),
    agencyId: AgencyId.parse(1),
    agencyName: 'Westhaven Housing Trust',
    description: 'Change the locks for Alma Invented',
    dueOn: isoDate(dueOn),
    status: 'agreed',
    isSafetyAction: true,
    safety: safetyUnsaid,
    signOff: null,
    isWithConcerned: false,
    version: 1,
  }
}

describe('a chase text', () => {
  test('lists references and days, how late each is, and what is asked', () => {
    const text = chaseText([action(1, '2026-12-03'), action(2, '2026-12-09')], today, translator('en-GB'), formatFor('en-GB'))
    expect(text.split('\n').slice(0, 3)).toEqual([
      '2 actions are past their agreed day (10 Dec 2026):',
      'A-0001, case HR-2026-0042, due 3 Dec 2026 (7 days late)',
      'A-0002, case HR-2026-0042, due 9 Dec 2026 (1 day late)',
    ])
  })

  test.each(locales)('says nothing in %s of what was agreed, for whom, or by whom', (locale) => {
    const text = chaseText([action(1, '2026-12-03')], today, translator(locale), formatFor(locale))
    for (const word of ['Alma', 'Invented', 'locks', 'Westhaven', 'Housing']) expect(text).not.toContain(word)
    expect(text).toContain('A-0001')
  })

  test('asks nothing after an action of a case that is restricted from the agency', () => {
    const [mine, concerned] = [action(1, '2026-12-03'), { ...action(2, '2026-12-09'), isWithConcerned: true }]
    expect(mayBeChased([mine, concerned])).toEqual([mine])
  })
})
