import { isoDate } from '#domain/dates.ts'
import { AgencyId } from '#domain/ids.ts'
import { safetyUnsaid } from '#domain/safety/action-safety.ts'
import { expect, test } from 'vitest'
import { differingFields, type EditForm } from '../../renderer/features/actions/edit-form.ts'

const stored: EditForm = {
  version: 2,
  agencyId: AgencyId.parse(1),
  description: 'serve the order',
  dueOn: isoDate('2026-12-14'),
  isSafetyAction: false,
  safety: safetyUnsaid,
  reason: '',
}

test('a form that differs from the record in her safety alone is told as different, so that it can be saved over it', () => {
  expect(differingFields({ ...stored, safety: { ...safetyUnsaid, isTowardsHim: true } }, stored)).toEqual(['safety'])
  expect(differingFields({ ...stored, description: 'serve it ', dueOn: null }, stored)).toEqual(['description', 'dueOn'])
  expect(differingFields({ ...stored, version: 3, description: ' serve the order', safety: { ...safetyUnsaid } }, stored)).toEqual([])
})
