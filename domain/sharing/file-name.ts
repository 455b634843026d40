import type { IsoDate } from '../dates.ts'
import type { AgencyId } from '../ids.ts'
import { fold } from './folded-text.ts'
import type { Linter } from './identifiers.ts'

const LONGEST = 40

/** An agency's name as part of a file name: ASCII letters and digits with hyphens, `agency-<id>` where nothing is left or it would name somebody. */
export function agencySlug(name: string, id: AgencyId, lint: Linter): string {
  const neutral = `agency-${String(id)}`
  if (lint(name).length > 0) return neutral
  const slug = fold(name)
    .replace(/&/g, ' and ')
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? neutral : slug
}

/**
 * `2026-03_housing_actions_v1.pdf`: month of the meeting, agency, version; no person and no case. Starts with the year, so that it is never a
 * name that Windows keeps for itself.
 */
export function actionListFileName(list: {
  readonly meetingOn: IsoDate
  readonly slug: string
  readonly version: number
  readonly extension: 'pdf' | 'xlsx'
}): string {
  return `${list.meetingOn.slice(0, 7)}_${list.slug}_actions_v${String(list.version)}.${list.extension}`
}
