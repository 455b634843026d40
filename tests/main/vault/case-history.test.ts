import { expect, test } from 'vitest'
import { entriesOf as logOf, lookInside } from '../../support/inside-store.ts'
import { openedMeeting, only, refer } from '../../support/meeting-room.ts'
import { openVault, refusalOf, valueOf } from '../../support/open-vault.ts'

/** A closed meeting with an action in each of two cases, both of the housing trust, whose list has been written. */
async function afterSharing() {
  const opened = await openVault()
  const { door, vault, housing } = opened
  const one = await refer(opened, 1)
  const other = await refer(opened, 2)
  const { meetingId, agenda } = await openedMeeting(opened)
  for (const { listingId, caseId } of agenda) {
    await valueOf(
      door.actions.record({ listingId, agencyId: housing, description: `do ${String(caseId)}`, dueOn: '2026-12-14', isSafetyAction: true }),
    )
    await valueOf(door.listings.finish({ listingId, reason: 'the plan is settled elsewhere' }))
  }
  await valueOf(door.meetings.close({ meetingId }))
  const { reply } = await vault.run('sharing.save', { meetingId, agencyIds: [housing] })
  if (!reply.ok) throw new Error(reply.refusal.code)
  return { opened, door, one: one.caseId, other: other.caseId }
}

test('what befell the actions of a case and what has left of it is told, and nothing of another case', async () => {
  const { door, one } = await afterSharing()
  const { events, disclosures } = await valueOf(door.cases.history({ id: one }))
  expect(events.map(({ change }) => change.kind)).toEqual(['created'])
  const list = only(disclosures)
  expect(list).toMatchObject({ version: 1, returnedAt: null })
  expect(only(list.rows).outgoing).toContain(`do ${String(one)}`)
  expect(await refusalOf(door.cases.history({ id: 999 }))).toEqual({ code: 'notFound', what: 'case' })
})

test('a case is printed only for a reason, which stays in its record and cannot be undone; the log says that it was', async () => {
  const { opened, door, other } = await afterSharing()
  expect(await refusalOf(door.cases.print({ id: other, reason: '  ' }))).toMatchObject({ code: 'invalidInput' })
  const entryId = await valueOf(door.cases.print({ id: other, reason: 'The chair has no screen.' }))
  const { entries, undo } = await valueOf(door.record.of({ caseId: other }))
  expect(only(entries)).toMatchObject({ id: entryId, content: { kind: 'note', text: expect.stringContaining('The chair has no screen.') } })
  expect(undo).toBeNull()
  const log = await lookInside(opened, logOf)
  expect(log.findLast(({ operation }) => operation === 'cases.print')).toMatchObject({
    subject: `caseId=${String(other)} entryId=${String(entryId)}`,
    outcome: 'done',
  })
})
