import { actionsToMove, agenciesWithActions, isRecalled, lastList, lastReturnOf, type ReadDb, rowsOfList } from '#db'
import type { AgencyShare } from '#contract'
import type { MeetingId } from '#domain/ids.ts'
import { prepareList, type PreparedList, type MeetingSharing } from './prepare-list.ts'

/** True where what was sent last is no longer what would be sent now. */
function isOutdated(list: PreparedList, sent: ReturnType<typeof rowsOfList>): boolean {
  const versions = new Map(sent.map((row) => [row.actionId, row]))
  return list.rows.some((row) => {
    const before = versions.get(row.actionId)
    return before === undefined || before.version !== row.actionVersion || before.outgoing !== row.outgoing
  })
}

/** Each agency's share of a meeting: what it would get, what it got, whether it answered. */
export function agencyShares(db: ReadDb, meetingId: MeetingId, sharing: MeetingSharing): readonly AgencyShare[] {
  return agenciesWithActions(db, meetingId).flatMap((agency) => {
    const list = prepareList(db, sharing, agency)
    const last = lastList(db, meetingId, agency.id)
    const toMove = actionsToMove(db, agency.id)
    if (list.rows.length === 0 && list.held.length === 0 && toMove.length === 0 && !last) return []
    const mustRecall = last !== undefined && isRecalled(db, last.id)
    return [
      {
        agencyId: agency.id,
        agencyName: agency.name,
        actionCount: list.rows.length,
        heldCount: list.held.length,
        withheldCount: list.rows.reduce((sum, row) => sum + row.withheld.length, 0),
        lastList: last
          ? {
              version: last.version,
              madeAt: last.madeAt,
              isOutdated: mustRecall || isOutdated(list, rowsOfList(db, last.id)),
              isRecalled: mustRecall,
            }
          : null,
        toMove: toMove.map(({ reference, caseReference }) => ({ actionReference: reference, caseReference })),
        lastReturnAt: lastReturnOf(db, meetingId, agency.id),
      },
    ]
  })
}
