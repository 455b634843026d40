import { expect, test } from 'vitest'
import { closedCase } from '../../../support/closed-case.ts'
import { refer } from '../../../support/meeting-room.ts'
import { openVault, refusalOf, valueOf } from '../../../support/open-vault.ts'

test('who is in another case stays when a case is destroyed, and what was destroyed does not come back by taking a merge back', async () => {
  const opened = await openVault()
  const { door } = opened
  const gone = await closedCase(opened, 1)
  const stays = await refer(opened, 2)
  const [kept, merged] = [
    (await valueOf(door.people.ofCase({ caseId: stays.caseId }))).victim.person,
    (await valueOf(door.people.ofCase({ caseId: gone.caseId }))).victim.person,
  ]
  const mergeId = await valueOf(
    door.people.merge({ keptId: kept.id, keptVersion: kept.version, goneId: merged.id, goneVersion: merged.version }),
  )
  const { perpetrator } = await valueOf(door.people.ofCase({ caseId: gone.caseId }))
  await valueOf(door.retention.destroy({ kind: 'case', ids: [String(gone.caseId)], reason: 'personAsked' }))
  expect((await valueOf(door.people.ofCase({ caseId: stays.caseId }))).victim.person.id).toBe(kept.id)
  expect(await refusalOf(door.people.get({ id: perpetrator.person.id }))).toEqual({ code: 'notFound', what: 'person' })
  expect(await refusalOf(door.people.unmerge({ mergeId }))).toEqual({ code: 'notFound', what: 'merge' })
})
