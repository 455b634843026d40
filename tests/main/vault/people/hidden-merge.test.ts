import type { CaseId, PersonId } from '#domain/ids.ts'
import { expect, test } from 'vitest'
import { asDeputy, caseToHide, type HiddenCase, secretWord } from '../../../support/hidden-case.ts'
import { refer } from '../../../support/meeting-room.ts'
import { doorOf, type OpenVault, refusalOf, reopen, valueOf } from '../../../support/open-vault.ts'

type Door = OpenVault['door']

const peopleOf = (door: Door, caseId: CaseId) => valueOf(door.people.ofCase({ caseId }))
const victimOf = async (door: Door, caseId: CaseId) => (await peopleOf(door, caseId)).victim.person

async function merge(door: Door, keptId: PersonId, goneId: PersonId) {
  const [kept, gone] = [await valueOf(door.people.get({ id: keptId })), await valueOf(door.people.get({ id: goneId }))]
  return door.people.merge({ keptId, keptVersion: kept.person.version, goneId, goneVersion: gone.person.version })
}

/** Hides the case from the deputy and closes the records. */
async function hide({ opened, caseId, deputySlot }: HiddenCase): Promise<void> {
  await valueOf(opened.door.restrictions.set({ caseId, reason: 'A cousin.', agencyIds: [], slotIds: [deputySlot] }))
  opened.vault.close()
}

async function asCoordinator<T>({ opened }: HiddenCase, work: (door: Door) => Promise<T>): Promise<T> {
  const vault = await reopen(opened.folder)
  try {
    return await work(doorOf(vault))
  } finally {
    vault.close()
  }
}

const lookedThrough = async (door: Door, ids: readonly PersonId[]) =>
  JSON.stringify([
    await valueOf(door.people.merges()),
    await valueOf(door.people.findDuplicates({ offset: 0, limit: 200 })),
    await valueOf(door.people.findLike({ name: `Ottilie ${secretWord}`, dateOfBirth: null, exceptCaseId: null })),
    await valueOf(door.search.find({ text: secretWord })),
    await Promise.all(ids.map((id) => door.people.get({ id }))),
  ])

test.each([
  ['went', true],
  ['stayed', false],
])('a merge whose record that %s was of the hidden case alone is neither shown nor taken back', async (_, hasGone) => {
  const made = await caseToHide()
  const { door } = made.opened
  const open = await victimOf(door, made.openCaseId)
  const [kept, gone] = hasGone ? [open.id, made.victimId] : [made.victimId, open.id]
  const mergeId = await valueOf(merge(door, kept, gone))
  await hide(made)
  const deputy = await asDeputy(made.opened.folder)
  expect(await valueOf(deputy.door.people.merges())).toEqual([])
  expect(await refusalOf(deputy.door.people.unmerge({ mergeId }))).toEqual({ code: 'notFound', what: 'merge' })
  const { rows } = await valueOf(deputy.door.audit.list({}))
  expect(rows.filter(({ operation, outcome }) => operation === 'people.merge' && outcome === 'done')).toEqual([])
  deputy.vault.close()
  await asCoordinator(made, async (coordinator) => {
    expect((await victimOf(coordinator, made.caseId)).id).toBe(kept)
    await valueOf(coordinator.people.unmerge({ mergeId }))
    expect((await victimOf(coordinator, made.caseId)).id).toBe(made.victimId)
    expect((await victimOf(coordinator, made.openCaseId)).id).toBe(open.id)
  })
  const after = await asDeputy(made.opened.folder)
  expect(await lookedThrough(after.door, [made.victimId])).not.toContain(secretWord)
  const later = await valueOf(after.door.audit.list({}))
  const done = later.rows.filter(({ outcome }) => outcome === 'done').map(({ operation }) => operation)
  expect(done).not.toContain('people.unmerge')
  expect(done).not.toContain('people.merge')
  after.vault.close()
})

test('who is in an open and in a hidden case is merged and parted in both, whoever does it', async () => {
  const made = await caseToHide()
  const { door } = made.opened
  const shared = await victimOf(door, made.openCaseId)
  await valueOf(door.people.addTie({ caseId: made.caseId, person: { kind: 'known', personId: shared.id }, tie: { role: 'friend' } }))
  const other = await victimOf(door, (await refer(made.opened, 7)).caseId)
  const hiddenTie = async (coordinator: Door) =>
    (await peopleOf(coordinator, made.caseId)).ties.find(({ tie }) => tie.role === 'friend')?.person.id
  await hide(made)
  for (const [index, whoParts] of (['deputy', 'coordinator'] as const).entries()) {
    const deputy = await asDeputy(made.opened.folder)
    const mergeId = await valueOf(merge(deputy.door, other.id, shared.id))
    expect(await refusalOf(deputy.door.people.get({ id: shared.id }))).toEqual({ code: 'notFound', what: 'person' })
    expect((await valueOf(deputy.door.people.merges())).map(({ id }) => id)).toEqual([mergeId])
    deputy.vault.close()
    expect(await asCoordinator(made, hiddenTie), `round ${index}`).toBe(other.id)
    if (whoParts === 'deputy') {
      const again = await asDeputy(made.opened.folder)
      await valueOf(again.door.people.unmerge({ mergeId }))
      expect(JSON.stringify(await peopleOf(again.door, made.openCaseId))).not.toContain(made.reference)
      again.vault.close()
    } else await asCoordinator(made, (coordinator) => valueOf(coordinator.people.unmerge({ mergeId })))
    await asCoordinator(made, async (coordinator) => {
      expect(await hiddenTie(coordinator)).toBe(shared.id)
      expect((await victimOf(coordinator, made.openCaseId)).id).toBe(shared.id)
    })
  }
})

test('two who meet in a hidden case are not merged, and no word says where they meet', async () => {
  const made = await caseToHide()
  const { door } = made.opened
  const [one, other] = [await victimOf(door, made.openCaseId), await victimOf(door, (await refer(made.opened, 7)).caseId)]
  for (const { id } of [one, other])
    await valueOf(door.people.addTie({ caseId: made.caseId, person: { kind: 'known', personId: id }, tie: { role: 'friend' } }))
  await hide(made)
  const deputy = await asDeputy(made.opened.folder)
  expect(await refusalOf(merge(deputy.door, one.id, other.id))).toEqual({ code: 'changedMeanwhile', what: 'person' })
  deputy.vault.close()
})

test('the log says nothing of merging and telling apart people of a hidden case', async () => {
  const made = await caseToHide()
  const { door } = made.opened
  const { personId } = await valueOf(
    door.people.addTie({ caseId: made.caseId, person: { kind: 'new', content: { name: 'Second Ally' } }, tie: { role: 'friend' } }),
  )
  await valueOf(door.people.dismissDuplicate({ oneId: made.personId, otherId: personId }))
  await valueOf(door.people.recallDuplicate({ oneId: made.personId, otherId: personId }))
  const next = await refer(made.opened, 8)
  const mergeId = await valueOf(merge(door, await victimOf(door, next.caseId).then(({ id }) => id), personId))
  await valueOf(door.people.unmerge({ mergeId }))
  await hide(made)
  const operations = async (from: Door) => (await valueOf(from.audit.list({}))).rows.map(({ operation }) => operation)
  const told = ['people.dismissDuplicate', 'people.recallDuplicate', 'people.merge', 'people.unmerge']
  expect(await asCoordinator(made, operations)).toEqual(expect.arrayContaining(told))
  const deputy = await asDeputy(made.opened.folder)
  expect((await operations(deputy.door)).filter((operation) => told.includes(operation))).toEqual([])
  deputy.vault.close()
})
