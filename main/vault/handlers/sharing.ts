import { agencyExists, deleteList, listAgencies, type ReadDb } from '#db'
import type { AgencyId } from '#domain/ids.ts'
import { accept, refuse } from '#domain/refusal.ts'
import { type Handlers, staged } from '../handler.ts'
import { agencyShares } from '../sharing/agency-shares.ts'
import { listPassword, renewListPassword } from '../sharing/list-password.ts'
import { type Agency, meetingSharing, prepareList } from '../sharing/prepare-list.ts'
import { applyReturn, openReturnedFile, reviewReturned } from '../sharing/returned-list.ts'
import { recordLists, writeLists } from '../sharing/write-lists.ts'

/** The agencies of these ids, or null where one is unknown. */
function agenciesOf(db: ReadDb, ids: readonly AgencyId[]): readonly Agency[] | null {
  const known = new Map(listAgencies(db, true).map((agency) => [agency.id, agency]))
  const found = [...new Set(ids)].flatMap((id) => known.get(id) ?? [])
  return found.length === new Set(ids).size ? found : null
}

export const sharingHandlers: Handlers<'sharing'> = {
  overview: (db, { meetingId }, { today }) => {
    const sharing = meetingSharing(db, meetingId, today)
    return sharing ? accept(agencyShares(db, meetingId, sharing)) : refuse({ code: 'notFound', what: 'meeting' })
  },
  preview: (db, { meetingId, agencyId }, { today }) => {
    const sharing = meetingSharing(db, meetingId, today)
    if (!sharing) return refuse({ code: 'notFound', what: 'meeting' })
    const [agency] = agenciesOf(db, [agencyId]) ?? []
    if (!agency) return refuse({ code: 'notFound', what: 'agency' })
    const { version, fileNames, rows, held } = prepareList(db, sharing, agency)
    return accept({
      meetingId,
      meetingOn: sharing.meeting.heldOn,
      agencyId,
      agencyName: agency.name,
      nextVersion: version,
      fileNames: [fileNames.pdf, fileNames.xlsx],
      rows,
      held,
    })
  },
  save: staged(
    async (db, { meetingId, agencyIds }, context) => {
      const agencies = agenciesOf(db, agencyIds)
      return agencies ? writeLists(db, meetingId, agencies, context) : refuse({ code: 'notFound', what: 'agency' })
    },
    (db, written, context) => recordLists(db, written, context),
  ),
  discard: (db, { listIds }) => {
    for (const listId of listIds) deleteList(db, listId)
    return accept(null)
  },
  password: (db, { agencyId }) => {
    const password = listPassword(db, agencyId)
    return password === null ? refuse({ code: 'notFound', what: 'actionList' }) : accept({ password })
  },
  renewPassword: (db, { agencyId }) =>
    agencyExists(db, agencyId) ? accept({ password: renewListPassword(db, agencyId) }) : refuse({ code: 'notFound', what: 'agency' }),
  readReturn: staged(
    async (db, file) => openReturnedFile(db, file),
    (db, workbook, context) => reviewReturned(db, workbook, context),
  ),
  acceptReturn: (db, { token, actionIds }, context) => applyReturn(db, token, new Set(actionIds), context),
}
