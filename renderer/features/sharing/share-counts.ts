import type { AgencyShare } from '#contract'
import type { AgencyId } from '#domain/ids.ts'

/** How the lists of a meeting stand. */
export type ShareCounts = {
  readonly agencies: number
  readonly made: number
  readonly outdated: number
  readonly returned: number
}

/** Counts the agencies that have something to be told or were told something. */
export function shareCounts(shares: readonly AgencyShare[]): ShareCounts {
  return {
    agencies: shares.length,
    made: shares.filter((share) => share.lastList !== null).length,
    outdated: shares.filter((share) => share.lastList?.isOutdated === true).length,
    returned: shares.filter((share) => share.lastReturnAt !== null).length,
  }
}

/** Whether a list can be made for an agency now: it has something to be told, or what it was told must be taken back. */
export function mayMakeList({ actionCount, lastList }: AgencyShare): boolean {
  return actionCount > 0 || lastList?.isRecalled === true
}

/** The agencies that a list can be made for now. */
export function withActions(shares: readonly AgencyShare[]): readonly AgencyId[] {
  return shares.filter(mayMakeList).map((share) => share.agencyId)
}

/** Of those, the ones whose list was never made or no longer says what is so. */
export function needingList(shares: readonly AgencyShare[]): readonly AgencyId[] {
  return withActions(shares.filter((share) => share.lastList === null || share.lastList.isOutdated))
}

/** How long it takes to make lists, in whole seconds: two protected files each. */
export function secondsToMake(lists: number): number {
  return Math.max(1, Math.round(lists * 0.35))
}
