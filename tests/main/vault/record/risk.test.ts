import { isoDate, type IsoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import { expect, test } from 'vitest'
import { only, refer } from '../../../support/meeting-room.ts'
import { openVault, type OpenVault, valueOf } from '../../../support/open-vault.ts'

async function riskInTable({ door }: OpenVault) {
  return only((await valueOf(door.cases.list({}))).rows).risk
}

function assess({ door }: OpenVault, caseId: CaseId, completedOn: IsoDate, score: number) {
  return valueOf(
    door.record.save({
      caseId,
      content: { kind: 'assessment', tool: 'dash', toolVersion: '2009', completedOn, result: { kind: 'score', score } },
      provenance: {},
    }),
  )
}

test('tables show the newest score, of a referral or of an assessment; undoing and removing put the one before back', async () => {
  const opened = await openVault()
  const { door } = opened
  const said = { tool: 'dash', score: 12, assessedOn: isoDate('2026-10-01') } as const
  const { caseId } = await refer(opened, 1, { risk: said })
  expect(await riskInTable(opened)).toEqual(said)
  await assess(opened, caseId, isoDate('2026-09-01'), 20)
  expect(await riskInTable(opened)).toEqual(said)
  const id = await assess(opened, caseId, isoDate('2026-10-20'), 18)
  const newer = { tool: 'dash', score: 18, assessedOn: '2026-10-20' }
  expect(await riskInTable(opened)).toEqual(newer)
  await valueOf(door.record.undo({ caseId, loweringReason: 'Noted for the wrong family.' }))
  expect(await riskInTable(opened)).toEqual(said)
  await valueOf(door.record.redo({ caseId }))
  expect(await riskInTable(opened)).toEqual(newer)
  // A further referral that says less than is known does not take its place.
  await refer(opened, 1, { receivedOn: isoDate('2026-10-25'), risk: { tool: 'dash', score: 3, assessedOn: isoDate('2026-10-02') } }, caseId)
  expect(await riskInTable(opened)).toEqual(newer)
  const { entries } = await valueOf(door.record.of({ caseId }))
  const version = entries.find((entry) => entry.id === id)?.version ?? 0
  await valueOf(door.record.remove({ caseId, id, version, loweringReason: 'Noted for the wrong family.' }))
  expect(await riskInTable(opened)).toMatchObject({ score: 3 })
})

test('an assessment without a number leaves the last number in the tables', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1, { risk: { tool: 'dash', score: 12 } })
  await valueOf(
    opened.door.record.save({
      caseId,
      content: {
        kind: 'assessment',
        tool: 'bSafer',
        toolVersion: '2',
        completedOn: isoDate('2026-10-20'),
        result: { kind: 'band', band: 'high' },
      },
      provenance: {},
    }),
  )
  expect(await riskInTable(opened)).toMatchObject({ tool: 'dash', score: 12 })
})
