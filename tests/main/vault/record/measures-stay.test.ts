import type { SharedList } from '#contract'
import { strFromU8, unzipSync } from 'fflate'
import { decrypt } from 'officecrypto-tool'
import { expect, test } from 'vitest'
import { only, openedMeeting, refer } from '../../../support/meeting-room.ts'
import { openVault, valueOf } from '../../../support/open-vault.ts'

const herAddress = '12 Never Lane, Quillhaven'

/** A closed meeting with an action aimed at him that speaks of her address, and a measure with a violation in the record of the case. */
async function measured() {
  const opened = await openVault()
  const { door, police } = opened
  const advocate = await valueOf(door.agencies.add({ name: 'Harbour Advocacy', sector: 'advocate', isCore: true }))
  const { caseId } = await refer(opened, 1, { victim: { name: 'Ottilie Wafflemoggin', address: herAddress } })
  await valueOf(
    door.record.save({
      caseId,
      content: {
        kind: 'measure',
        measure: 'gps',
        state: 'inForce',
        heldBy: police,
        conditions: 'kept out of Zanzibar Square',
        violations: [{ on: '2026-11-01', what: 'seen by the quincunx', answer: '' }],
      },
      provenance: {},
    }),
  )
  const { meetingId, agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  const action = await valueOf(
    door.actions.record({
      listingId,
      agencyId: police,
      description: `Serve the order on him, and never by way of ${herAddress}`,
      dueOn: '2026-12-14',
      safety: { isTowardsHim: true },
    }),
  )
  await valueOf(door.listings.finish({ listingId, reason: 'the plan is settled elsewhere' }))
  await valueOf(door.meetings.close({ meetingId }))
  return { ...opened, advocate, meetingId, action }
}

test('what is aimed at him stays here until an advocate has spoken, and never carries her address', async () => {
  const { door, police, advocate, meetingId, action } = await measured()
  const preview = () => valueOf(door.sharing.preview({ meetingId, agencyId: police }))
  expect(await preview()).toMatchObject({ rows: [], held: [{ actionReference: 'A-0001' }] })
  await valueOf(door.actions.signOff({ id: action, version: 1, agencyId: advocate, by: 'Jo Example' }))
  const { outgoing, withheld } = only((await preview()).rows)
  expect(outgoing).not.toContain('Never Lane')
  expect(withheld).toMatchObject([{ kind: 'address', text: '12 Never Lane' }])
})

test('nothing of a measure is in what leaves', async () => {
  const { door, vault, police, advocate, meetingId, action } = await measured()
  await valueOf(door.actions.signOff({ id: action, version: 1, agencyId: advocate, by: 'Jo Example' }))
  const { reply, files = [] } = await vault.run('sharing.save', { meetingId, agencyIds: [police] })
  if (!reply.ok) throw new Error(reply.refusal.code)
  const list = only(reply.value as readonly SharedList[])
  const sheet = only(files.filter(({ name }) => name.endsWith('.xlsx')))
  const parts = unzipSync(new Uint8Array(await decrypt(Buffer.from(sheet.bytes), { password: list.password })))
  const text = Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n')
  // The list is there: what is looked for would be found.
  expect(text).toContain('Serve the order on him')
  for (const word of ['Zanzibar', 'quincunx', 'Never Lane', 'Wafflemoggin']) expect(text).not.toContain(word)
})
