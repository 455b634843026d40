import { join } from 'node:path'
import { isoDate } from '#domain/dates.ts'
import type { MeetingId } from '#domain/ids.ts'
import { agenciesWithActions } from '#db'
import { buildActionList } from '#domain/sharing/action-list.ts'
import { writeActionListPdf } from '../../main/vault/documents/pdf.ts'
import { writeActionListXlsx } from '../../main/vault/documents/xlsx.ts'
import { wordsForList } from '../../main/vault/sharing/list-words.ts'
import { meetingSharing, pageSizeOf, prepareList } from '../../main/vault/sharing/prepare-list.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeSettings, makeProfile, openMadeStore, quickCost } from '../fixtures/made-profile.ts'
import { vaultInProcess } from './big-profile.ts'
import { type Figure, figure } from './figure.ts'
import { interleaved } from './measure.ts'

const meetingId = 1 as MeetingId

/** The lists of all agencies after a meeting of 20 cases and 160 actions, against writing the same documents without a vault. */
export async function exportFigures(folder: string, today: string): Promise<readonly Figure[]> {
  const profile = join(folder, 'export')
  await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 160, cases: 40, meetings: 2, seed: 9 }) })
  const store = await openMadeStore(profile)
  const sharing = meetingSharing(store, meetingId, isoDate(today))
  if (!sharing) throw new Error('no meeting to share')
  const lists = agenciesWithActions(store, meetingId)
    .map((agency) => prepareList(store, sharing, agency))
    .filter((list) => list.rows.length > 0)
  const cases = new Set(lists.flatMap((list) => list.rows.map((row) => row.caseReference)))
  store.close()
  const documents = lists.map((list) =>
    buildActionList(
      {
        teamName: madeSettings.teamName,
        agencyName: list.agency.name,
        meetingOn: sharing.meeting.heldOn,
        listReference: 'bench',
        listToken: '0'.repeat(32),
        version: 1,
        madeOn: isoDate(today),
      },
      list.rows,
    ),
  )
  const input = { meetingId, agencyIds: lists.map((list) => list.agency.id) }
  const process = vaultInProcess(profile)
  try {
    await process.unlock()
    const times = await interleaved(7, 1, {
      vault: { run: () => process.run('sharing.save', input) },
      writers: {
        run: async () => {
          for (const content of documents) {
            const words = wordsForList(madeSettings.locale, content.rows.length)
            await writeActionListPdf(content, words, 'invented-password', { pageSize: pageSizeOf(madeSettings.region) })
            await writeActionListXlsx(content, words, 'invented-password', Buffer.alloc(32))
          }
        },
      },
    })
    const name = `export of a ${cases.size}-case meeting, ${documents.length} agencies, PDF + XLSX`
    return [
      figure({
        group: 'export',
        name,
        ms: times.vault,
        reference: 'writing the same documents without a vault',
        referenceMs: times.writers,
        ratioBound: 2,
      }),
    ]
  } finally {
    await process.end()
  }
}
