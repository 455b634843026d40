import {
  actionsForList,
  actionsOfCase,
  actionsSentBefore,
  agendaOf,
  casesHiddenFromAgency,
  findMeeting,
  identifiersOfCase,
  lastList,
  listAgencies,
  referencesOfCase,
  type ReadDb,
} from '#db'
import type { CaseId, MeetingId } from '#domain/ids.ts'
import { type HeldAction, heldBack, type SharedAction, shareActions, type SharingRules } from '#domain/sharing/action-list.ts'
import { actionListFileName, agencySlug } from '#domain/sharing/file-name.ts'
import { identifierLinter, knownTogether, type Linter } from '#domain/sharing/identifiers.ts'
import { waitsFor } from '#domain/safety/waiting.ts'
import type { MeetingRow } from '#domain/meeting.ts'
import { type Region, type TeamSettings } from '#domain/settings.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { AgencyId } from '#domain/ids.ts'
import { readSettings } from '../handlers/settings.ts'
import { listWords } from './list-words.ts'

export type Agency = { readonly id: AgencyId; readonly name: string }

/** One agency's list as it would go out now. */
export type PreparedList = {
  readonly agency: Agency
  readonly version: number
  readonly fileNames: { readonly pdf: string; readonly xlsx: string }
  readonly rows: readonly SharedAction[]
  /** What waits here for an advocate's word. */
  readonly held: readonly HeldAction[]
}

/**
 * What making lists of one meeting needs: its date, the team's settings, and a linter that knows everybody in the meeting's cases and in the
 * cases that an agency still has actions in. Names of one case must not leave in the text of another's action either.
 */
export function meetingSharing(db: ReadDb, meetingId: MeetingId, today: IsoDate) {
  const meeting = findMeeting(db, meetingId)
  if (!meeting) return null
  const settings = readSettings(db)
  const heard = agendaOf(db, meetingId, today).map((item) => item.caseId)
  const linters = new Map<string, Linter>()
  const linterOver = (caseIds: readonly CaseId[], hidden: readonly CaseId[]): Linter => {
    const ids = [...new Set([...heard, ...caseIds, ...hidden])].sort((a, b) => a - b)
    const key = `${ids.join(' ')} / ${hidden.join(' ')}`
    const known = linters.get(key)
    if (known) return known
    const people = ids.map((caseId) => identifiersOfCase(db, caseId))
    const together = knownTogether(people)
    const references = hidden.flatMap((caseId) => referencesOfCase(db, caseId))
    const linter = identifierLinter({ ...together, codes: [...(together.codes ?? []), ...references] }, meeting.heldOn)
    linters.set(key, linter)
    return linter
  }
  return { meeting, settings, linterOver }
}

export type MeetingSharing = {
  readonly meeting: MeetingRow
  readonly settings: TeamSettings | null
  /** `hidden`: cases of which not even the reference may be said. */
  readonly linterOver: (caseIds: readonly CaseId[], hidden: readonly CaseId[]) => Linter
}

/** The rows of an agency's list, redacted, with its next version and file names. */
export function prepareList(db: ReadDb, { meeting, settings, linterOver }: MeetingSharing, agency: Agency): PreparedList {
  const actions = actionsForList(db, meeting.id, agency.id)
  // Of a case that is hidden from the agency neither a name nor the reference may stand in the words of another.
  const linter = linterOver(
    actions.map((action) => action.caseId),
    casesHiddenFromAgency(db, agency.id),
  )
  const words = listWords(settings?.locale ?? 'en-GB')
  const rules: SharingRules = {
    agencyId: agency.id,
    sentBefore: actionsSentBefore(db, agency.id),
    linterOf: () => linter,
    words: words.neutral,
    waitWords: (action) => {
      // What comes before it is looked up where there is something: most actions wait for nothing.
      const waits = waitsFor(action, action.safety.after === null ? [] : actionsOfCase(db, action.caseId))
      if (waits === null) return ''
      return ` (${waits.kind === 'signOff' ? words.onHold : words.onlyAfter.replace('{reference}', waits.reference)})`
    },
  }
  const version = (lastList(db, meeting.id, agency.id)?.version ?? 0) + 1
  const slug = uniqueSlug(agency, listAgencies(db, true), linter)
  const fileName = (extension: 'pdf' | 'xlsx') => actionListFileName({ meetingOn: meeting.heldOn, slug, version, extension })
  return {
    agency,
    version,
    fileNames: { pdf: fileName('pdf'), xlsx: fileName('xlsx') },
    rows: shareActions(actions, rules),
    held: heldBack(actions, rules),
  }
}

/** The agency's part of the file names; its number is added where another agency's name comes out the same, so that no file hides another. */
function uniqueSlug(agency: Agency, all: readonly Agency[], linter: Linter): string {
  const slug = agencySlug(agency.name, agency.id, linter)
  const isShared = all.some((other) => other.id !== agency.id && agencySlug(other.name, other.id, linter) === slug)
  return isShared ? `${slug}-${String(agency.id)}` : slug
}

/** Paper as the region's printers hold it. */
export function pageSizeOf(region: Region): 'A4' | 'LETTER' {
  return region === 'us' ? 'LETTER' : 'A4'
}
