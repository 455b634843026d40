import { beforeEach, expect, test } from 'vitest'
import { close, longAgo } from '../../support/closed-case.ts'
import { only, refer } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../support/open-vault.ts'

let opened: OpenVault
let one: Awaited<ReturnType<typeof refer>>
let other: Awaited<ReturnType<typeof refer>>

beforeEach(async () => {
  opened = await openVault()
  one = await refer(opened, 1)
  other = await refer(opened, 2)
})

const linkOne = (reason = 'The women are sisters.') =>
  opened.door.links.add({ caseId: one.caseId, otherReference: other.caseReference.toLowerCase(), kind: 'relative', reason })

test('a link is seen from both cases, by reference, kind and reason, and says nothing of who is in the other', async () => {
  await valueOf(linkOne())
  const seen = await valueOf(opened.door.links.of({ caseId: other.caseId }))
  expect(only(seen.links)).toMatchObject({
    otherId: one.caseId,
    otherReference: one.caseReference,
    kind: 'relative',
    reason: 'The women are sisters.',
  })
  expect(JSON.stringify(seen)).not.toMatch(/Wafflemoggin|Zoodlecrank/)
  expect(only((await valueOf(opened.door.links.of({ caseId: one.caseId }))).links).otherReference).toBe(other.caseReference)
})

test('a case is linked with another once, never with itself, and not with one that is not there', async () => {
  await valueOf(linkOne())
  expect(await refusalOf(linkOne())).toMatchObject({ code: 'alreadyThere', what: 'link' })
  const turned = { caseId: other.caseId, otherReference: one.caseReference, kind: 'other', reason: 'again' } as const
  expect(await refusalOf(opened.door.links.add(turned))).toMatchObject({ code: 'alreadyThere' })
  expect(await refusalOf(opened.door.links.add({ ...turned, caseId: one.caseId }))).toMatchObject({ code: 'invalidInput' })
  expect(await refusalOf(opened.door.links.add({ ...turned, otherReference: 'HR-2026-0999' }))).toEqual({
    code: 'invalidInput',
    fields: [{ path: 'otherReference', problem: 'noSuchCase' }],
  })
})

test('a link removed on one case is gone from both', async () => {
  const { linkId } = await valueOf(linkOne())
  await valueOf(opened.door.links.remove({ caseId: other.caseId, linkId }))
  expect(await valueOf(opened.door.links.of({ caseId: one.caseId }))).toEqual({ links: [], suggestions: [] })
  expect(await refusalOf(opened.door.links.remove({ caseId: one.caseId, linkId }))).toMatchObject({ code: 'notFound', what: 'link' })
})

test('a case that shares a person is suggested by its reference and is never linked by itself', async () => {
  const { victim } = await valueOf(opened.door.people.ofCase({ caseId: other.caseId }))
  const tie = { role: 'relative', side: 'victim', isSafeToTalkTo: 'unknown', livesWith: 'unknown', note: '' } as const
  await valueOf(opened.door.people.addTie({ caseId: one.caseId, person: { kind: 'known', personId: victim.person.id }, tie }))
  const suggested = { otherId: one.caseId, otherReference: one.caseReference, kind: 'relative' }
  expect(await valueOf(opened.door.links.of({ caseId: other.caseId }))).toEqual({ links: [], suggestions: [suggested] })
  await valueOf(linkOne())
  expect((await valueOf(opened.door.links.of({ caseId: other.caseId }))).suggestions).toEqual([])
})

test('the log has an entry for each of the two cases, and none names the other', async () => {
  await valueOf(linkOne())
  await valueOf(opened.door.links.of({ caseId: one.caseId }))
  const { rows } = await valueOf(opened.door.audit.list({}))
  const added = rows.filter(({ operation }) => operation === 'links.add')
  expect(added).toHaveLength(2)
  expect(new Set(added.map(({ names }) => names.case))).toEqual(new Set([one.caseReference, other.caseReference]))
  expect(rows.filter(({ operation }) => operation === 'links.of')).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('sisters')
})

test('a case that is destroyed leaves no link behind', async () => {
  await valueOf(linkOne('Zyxlinkword'))
  await valueOf(opened.door.referrals.turnDown({ id: one.referralId, state: 'screenedOut', reason: 'recorded by mistake' }))
  await close(opened, one.caseId, longAgo)
  await valueOf(opened.door.retention.destroy({ kind: 'case', ids: [String(one.caseId)], reason: 'recordedInError' }))
  expect((await valueOf(opened.door.links.of({ caseId: other.caseId }))).links).toEqual([])
})
