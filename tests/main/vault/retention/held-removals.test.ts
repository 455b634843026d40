import { isoDate } from '#domain/dates.ts'
import { expect, test } from 'vitest'
import { lookInside } from '../../../support/inside-store.ts'
import { openedMeeting, only, refer } from '../../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../../support/open-vault.ts'

const on = isoDate('2026-10-02')
const reason = 'A court asked for it.'
const note = (text: string) => ({ kind: 'note', on, text }) as const

/** A case with a note that says "evidence", removed after the hold was placed on a case; and sixty edits more. */
async function manyEdits(opened: OpenVault, isHeld: boolean) {
  const { door } = opened
  const { caseId } = await refer(opened, 1)
  const id = await valueOf(door.record.save({ caseId, content: note('evidence'), provenance: {} }))
  if (isHeld) await valueOf(door.retention.placeHold({ caseId, reason }))
  await valueOf(door.record.remove({ caseId, id, version: 1 }))
  const other = await valueOf(door.record.save({ caseId, content: note('state 0'), provenance: {} }))
  for (let n = 1; n <= 60; n += 1)
    await valueOf(door.record.save({ caseId, id: other, version: n, content: note(`state ${n}`), provenance: {} }))
  return caseId
}

const evidence = (opened: OpenVault) =>
  lookInside(opened, (store) => store.all(`SELECT 1 FROM case_edits WHERE before LIKE '%evidence%'`).length)

test('what was removed from a held case stays for undoing, however much is changed after it', async () => {
  const opened = await openVault()
  const caseId = await manyEdits(opened, true)
  while ((await opened.door.record.undo({ caseId })).ok);
  for (let n = 0; n < 2; n += 1) await valueOf(opened.door.record.redo({ caseId }))
  await valueOf(opened.door.record.undo({ caseId }))
  expect((await valueOf(opened.door.record.of({ caseId }))).entries).toMatchObject([{ content: note('evidence') }])
  expect(await evidence(opened)).toBe(1)
})

test('once no hold stands on it only the newest edits stay', async () => {
  const opened = await openVault()
  await manyEdits(opened, false)
  expect(await evidence(opened)).toBe(0)
})

test('an edit of before the hold is not typed over', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await refer(opened, 1)
  const id = await valueOf(door.record.save({ caseId, content: note('evidence'), provenance: {} }))
  await valueOf(door.retention.placeHold({ caseId, reason }))
  await valueOf(door.record.save({ caseId, id, version: 1, content: note('nothing'), provenance: {}, continues: true }))
  await valueOf(door.record.undo({ caseId }))
  expect((await valueOf(door.record.of({ caseId }))).entries).toMatchObject([{ content: note('evidence') }])
})

test('what was said of a held case at a meeting is not removed until the hold is lifted', async () => {
  const opened = await openVault()
  const { door, police } = opened
  const { caseId, caseReference } = await refer(opened, 1)
  const { agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  const factId = await valueOf(door.listings.addFact({ listingId, agencyId: police, basis: 'fact', text: 'evidence' }))
  const riskId = await valueOf(door.listings.addRisk({ listingId, text: 'evidence' }))
  await valueOf(door.retention.placeHold({ caseId, reason }))
  const held = { code: 'underLegalHold', references: [caseReference] }
  expect(await refusalOf(door.listings.removeFact({ factId }))).toEqual(held)
  expect(await refusalOf(door.listings.removeRisk({ riskId }))).toEqual(held)
  await valueOf(door.retention.liftHold({ caseId }))
  await valueOf(door.listings.removeFact({ factId }))
  await valueOf(door.listings.removeRisk({ riskId }))
})

test('a link stays while a hold stands on either of its cases', async () => {
  const opened = await openVault()
  const { door } = opened
  const one = await refer(opened, 1)
  const other = await refer(opened, 2)
  const { linkId } = await valueOf(
    door.links.add({ caseId: one.caseId, otherReference: other.caseReference, kind: 'relative', reason: 'The women are sisters.' }),
  )
  for (const { caseId, caseReference } of [one, other]) {
    await valueOf(door.retention.placeHold({ caseId, reason }))
    expect(await refusalOf(door.links.remove({ caseId: one.caseId, linkId }))).toEqual({
      code: 'underLegalHold',
      references: [caseReference],
    })
    await valueOf(door.retention.liftHold({ caseId }))
  }
  await valueOf(door.links.remove({ caseId: one.caseId, linkId }))
})

test('a list that went out before the hold is not discarded', async () => {
  const opened = await openVault()
  const { door, police } = opened
  const { caseId } = await refer(opened, 1)
  const { meetingId, agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  await valueOf(door.listings.turnTo({ listingId }))
  await valueOf(door.actions.record({ listingId, agencyId: police, description: 'Call her', dueOn: isoDate('2026-12-01') }))
  await valueOf(door.sharing.save({ meetingId, agencyIds: [police] }))
  await valueOf(door.retention.placeHold({ caseId, reason }))
  await valueOf(door.sharing.save({ meetingId, agencyIds: [police] }))
  await valueOf(door.sharing.discard({ listIds: [1, 2] }))
  expect(await lookInside(opened, (store) => store.all('SELECT id FROM action_lists'))).toEqual([{ id: 1 }])
})
