import { isoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import { contentOf } from '#domain/people/person-record.ts'
import { expect, test, vi } from 'vitest'
import { asDeputy, deputyPassphrase } from '../../../support/hidden-case.ts'
import { lookInside } from '../../../support/inside-store.ts'
import { openedMeeting, only, refer } from '../../../support/meeting-room.ts'
import { openVault, type OpenVault, passphrase, refusalOf, reopen, doorOf, valueOf } from '../../../support/open-vault.ts'

const address = 'Heldstreet 9'
const her = { name: 'Zelda Samevictim', dateOfBirth: isoDate('1980-01-01'), address, phone: '0700 999' }

const hold = ({ door }: OpenVault, caseId: CaseId) => valueOf(door.retention.placeHold({ caseId, reason: 'A court asked for it.' }))

const purge = (door: OpenVault['door'], caseId: CaseId) =>
  door.retention.destroy({ kind: 'contactDetails', ids: [String(caseId)], reason: 'personAsked' })

/** Two cases; the victim of the first is an ally in the second. */
async function twoCasesOfHers(opened: OpenVault) {
  const { door } = opened
  const one = await refer(opened, 1, { victim: her })
  const other = await refer(opened, 2)
  const { victim } = await valueOf(door.people.ofCase({ caseId: one.caseId }))
  const { tieId } = await valueOf(
    door.people.addTie({
      caseId: other.caseId,
      person: { kind: 'known', personId: victim.person.id },
      tie: { role: 'ally', side: 'victim' },
    }),
  )
  return { one, other, tieId, personId: victim.person.id }
}

/** Closes a case that was only referred. */
async function turnDownAndClose({ door }: OpenVault, { caseId, referralId }: Awaited<ReturnType<typeof refer>>) {
  await valueOf(door.referrals.turnDown({ id: referralId, state: 'returned', reason: 'to be asked again' }))
  const { version } = await valueOf(door.cases.get({ id: caseId }))
  await valueOf(door.cases.close({ id: caseId, version, reason: 'twelveMonths', closedOn: isoDate('2026-11-20') }))
}

const addressIn = async (door: OpenVault['door'], caseId: CaseId) =>
  only((await valueOf(door.people.ofCase({ caseId }))).ties).person.address

async function addDeputy({ door }: OpenVault): Promise<string> {
  return (await valueOf(door.keys.add({ current: passphrase, name: 'The deputy', role: 'deputy', passphrase: deputyPassphrase }))).slotId
}

/** Hides a case from the deputy, whose door it gives. */
async function hiddenFromDeputy(opened: OpenVault, slotId: string, caseId: CaseId) {
  await valueOf(opened.door.restrictions.set({ caseId, reason: 'A cousin.', agencyIds: [], slotIds: [slotId] }))
  opened.vault.close()
  return asDeputy(opened.folder)
}

test('a hold on a case that is hidden from the deputy keeps the log from the deputy too', async () => {
  const opened = await openVault()
  const slotId = await addDeputy(opened)
  const { caseId } = await refer(opened, 1)
  await hold(opened, caseId)
  const years = Date.now() + 10 * 366 * 86_400_000
  vi.useFakeTimers({ toFake: ['Date'], now: years })
  try {
    const order = { kind: 'auditEntries' as const, ids: ['log'], reason: 'schedule' as const }
    expect(await refusalOf(opened.door.retention.destroy(order))).toMatchObject({ code: 'underLegalHold' })
    const { vault, door } = await hiddenFromDeputy(opened, slotId, caseId)
    expect(await refusalOf(door.retention.destroy(order))).toMatchObject({ code: 'underLegalHold' })
    vault.close()
  } finally {
    vi.useRealTimers()
  }
})

test('a hold on a case that is hidden from the deputy keeps the list on which it stands', async () => {
  const opened = await openVault()
  const { door, police } = opened
  const slotId = await addDeputy(opened)
  const { caseId } = await refer(opened, 1)
  await refer(opened, 2)
  const { meetingId, agenda } = await openedMeeting(opened)
  for (const { listingId } of agenda) {
    await valueOf(door.listings.turnTo({ listingId }))
    await valueOf(door.actions.record({ listingId, agencyId: police, description: 'Call her', dueOn: isoDate('2026-12-01') }))
  }
  const lists = (await opened.vault.run('sharing.save', { meetingId, agencyIds: [police] })).reply
  expect(lists.ok).toBe(true)
  await hold(opened, caseId)
  const deputy = await hiddenFromDeputy(opened, slotId, caseId)
  expect(await refusalOf(deputy.door.retention.destroy({ kind: 'actionLists', ids: ['1'], reason: 'personAsked' }))).toMatchObject({
    code: 'underLegalHold',
  })
  deputy.vault.close()
})

test('who is also in an open case that is hidden from the deputy keeps her address', async () => {
  const opened = await openVault()
  const slotId = await addDeputy(opened)
  const { one, other } = await twoCasesOfHers(opened)
  const { vault, door } = await hiddenFromDeputy(opened, slotId, other.caseId)
  await valueOf(purge(door, one.caseId))
  vault.close()
  const after = await reopen(opened.folder)
  expect(await addressIn(doorOf(after), other.caseId)).toBe(address)
  after.close()
})

test('who is also in a closed case that is held keeps her address, and what was corrected of her there', async () => {
  const opened = await openVault()
  const { door } = opened
  const { one, other, personId } = await twoCasesOfHers(opened)
  const { person } = await valueOf(door.people.get({ id: personId }))
  const { id, version } = person
  const content = { ...contentOf(person), phone: '0700 998' }
  await valueOf(door.people.save({ caseId: other.caseId, id, version, content }))
  await turnDownAndClose(opened, other)
  await hold(opened, other.caseId)
  await valueOf(purge(door, one.caseId))
  expect(await addressIn(door, other.caseId)).toBe(address)
  expect(await valueOf(door.record.of({ caseId: other.caseId }))).toMatchObject({ undo: { subject: 'person' } })
  await valueOf(door.retention.liftHold({ caseId: other.caseId }))
  await valueOf(purge(door, one.caseId))
  expect(await addressIn(door, other.caseId)).toBe('')
})

test('what was corrected of somebody who was then taken out of a held case stays with that case', async () => {
  const opened = await openVault()
  const { door } = opened
  const { one, other, personId, tieId } = await twoCasesOfHers(opened)
  const { person } = await valueOf(door.people.get({ id: personId }))
  const content = { ...contentOf(person), phone: '0700 998' }
  await valueOf(door.people.save({ caseId: other.caseId, id: personId, version: person.version, content }))
  await valueOf(door.people.removeTie({ caseId: other.caseId, tieId, version: 1 }))
  await hold(opened, other.caseId)
  const edits = `SELECT subject, before, after FROM case_edits WHERE case_id = ${other.caseId}`
  const before = await lookInside(opened, (store) => store.all(edits))
  expect(before).toHaveLength(3)
  const vault = await reopen(opened.folder)
  await valueOf(purge(doorOf(vault), one.caseId))
  expect(await lookInside({ vault, folder: opened.folder }, (store) => store.all(edits))).toEqual(before)
})

test('a form half filled in of a held case stays: by its own order, and when another case that it names goes', async () => {
  const opened = await openVault()
  const { door } = opened
  const { one, other } = await twoCasesOfHers(opened)
  const key = `record:${other.caseId}-note`
  await valueOf(door.drafts.save({ key, content: JSON.stringify({ text: `${her.name} saw it` }) }))
  await valueOf(door.drafts.save({ key: 'turnDown:2', content: JSON.stringify('of the held one') }))
  await hold(opened, other.caseId)
  for (const id of [key, 'turnDown:2'])
    expect(await refusalOf(door.retention.destroy({ kind: 'drafts', ids: [id], reason: 'personAsked' }))).toMatchObject({
      code: 'underLegalHold',
    })
  await turnDownAndClose(opened, one)
  await valueOf(door.retention.destroy({ kind: 'case', ids: [String(one.caseId)], reason: 'personAsked' }))
  expect(await valueOf(door.drafts.get({ key }))).not.toBeNull()
  await valueOf(door.retention.liftHold({ caseId: other.caseId }))
  await valueOf(door.retention.destroy({ kind: 'drafts', ids: [key], reason: 'personAsked' }))
})

test('with addresses go the forms half filled in that may hold them: of the case, and of its people in other cases', async () => {
  const opened = await openVault()
  const { door } = opened
  const { one, other, personId, tieId } = await twoCasesOfHers(opened)
  await turnDownAndClose(opened, other)
  const [a, b] = [one.caseId, other.caseId].map(String)
  const going = [`person:${a}-${personId}`, `tie:${a}-${tieId}`, `record:${a}-note`, `case:${a}`, `closing:${a}`, `person:${b}-${personId}`]
  const staying = [`person:${b}-4711`, `record:${b}-note`, 'agency:new']
  for (const key of [...going, ...staying]) await valueOf(door.drafts.save({ key, content: JSON.stringify({ address }) }))
  await valueOf(purge(door, one.caseId))
  const left: string[] = []
  for (const key of [...going, ...staying]) if (await valueOf(door.drafts.get({ key }))) left.push(key)
  expect(left).toEqual(staying)
})
