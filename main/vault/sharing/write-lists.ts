import { insertList, isRecalled, lastList, type ReadDb, setExportPassword, type WriteDb } from '#db'
import type { SharedList } from '#contract'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { buildActionList } from '#domain/sharing/action-list.ts'
import { exportPassword, exportPasswordBytes } from '#domain/sharing/export-password.ts'
import type { AgencyId, MeetingId } from '#domain/ids.ts'
import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { writeActionListPdf } from '../documents/pdf.ts'
import { writeActionListXlsx } from '../documents/xlsx.ts'
import type { ExportAnswer } from '../handler.ts'
import type { OutputFile } from '../protocol.ts'
import { listPassword } from './list-password.ts'
import { wordsForList } from './list-words.ts'
import { type Agency, meetingSharing, pageSizeOf, prepareList, type PreparedList } from './prepare-list.ts'

export type WrittenList = {
  readonly meetingId: MeetingId
  readonly token: string
  readonly list: PreparedList
  readonly password: string
  readonly files: readonly OutputFile[]
}

/** Writes both files of each agency's list, in memory; nothing is recorded yet. Refused where one of the agencies has nothing to be told. */
export async function writeLists(
  db: ReadDb,
  meetingId: MeetingId,
  agencies: readonly Agency[],
  { today, sealKey }: Context,
): Promise<Result<readonly WrittenList[]>> {
  const sharing = meetingSharing(db, meetingId, today)
  if (!sharing) return refuse({ code: 'notFound', what: 'meeting' })
  const written: WrittenList[] = []
  for (const agency of agencies) {
    const list = prepareList(db, sharing, agency)
    if (list.rows.length === 0 && !recalls(db, meetingId, agency)) return refuse({ code: 'nothingToShare' })
    const token = randomBytes(16).toString('hex')
    const password = listPassword(db, agency.id) ?? exportPassword(randomBytes(exportPasswordBytes))
    const content = buildActionList(
      {
        teamName: sharing.settings?.teamName ?? '',
        agencyName: agency.name,
        meetingOn: sharing.meeting.heldOn,
        listReference: `${sharing.meeting.heldOn.slice(0, 7)}/${String(agency.id)}`,
        listToken: token,
        version: list.version,
        madeOn: today,
      },
      list.rows,
    )
    const words = wordsForList(sharing.settings?.locale ?? 'en-GB', list.rows.length)
    const pdf = await writeActionListPdf(content, words, password, { pageSize: pageSizeOf(sharing.settings?.region ?? 'other') })
    const xlsx = await writeActionListXlsx(content, words, password, sealKey)
    written.push({
      meetingId,
      token,
      list,
      password,
      files: [
        { name: list.fileNames.pdf, bytes: pdf },
        { name: list.fileNames.xlsx, bytes: xlsx },
      ],
    })
  }
  return accept(written)
}

/** A list that must not be worked from any more is replaced by one without what was on it, be it empty. */
function recalls(db: ReadDb, meetingId: MeetingId, agency: Agency): boolean {
  const last = lastList(db, meetingId, agency.id)
  return last !== undefined && isRecalled(db, last.id)
}

/** Records what was written: the list, its rows as they went out, and the password that opens it. */
export function recordLists(db: WriteDb, written: readonly WrittenList[], { now }: Context): Result<ExportAnswer<readonly SharedList[]>> {
  const value = written.map(({ meetingId, token, list, password, files }): SharedList => {
    const agencyId: AgencyId = list.agency.id
    if (listPassword(db, agencyId) === null) setExportPassword(db, agencyId, password)
    const rows = list.rows.map((row) => ({ actionId: row.actionId, version: row.actionVersion, outgoing: row.outgoing }))
    const listId = insertList(db, { token, meetingId, agencyId, version: list.version }, rows, now)
    return { listId, agencyId, agencyName: list.agency.name, version: list.version, fileNames: files.map((file) => file.name), password }
  })
  return accept({ value, files: written.flatMap((list) => list.files) })
}
