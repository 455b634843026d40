import type { AgencyId } from './ids.ts'
import type { Role } from './role.ts'
import type { PlanFinding } from './safety/plan-check.ts'
import type { WaitsFor } from './safety/waiting.ts'

/**
 * Every reason for which a request can be refused. A refusal is data: the screen words it for a person from the message catalogue
 * (`refusal.<code>`). An exception is a bug and crosses as `unexpected`, by id, without content.
 */
export type Refusal =
  | { readonly code: 'locked' }
  | { readonly code: 'cancelled' }
  | { readonly code: 'unexpected'; readonly incident: string }
  | { readonly code: 'invalidInput'; readonly fields: readonly FieldProblem[] }
  | { readonly code: 'notFound'; readonly what: RefusedNoun }
  | { readonly code: 'changedMeanwhile'; readonly what: RefusedNoun }
  | { readonly code: 'alreadyThere'; readonly what: RefusedNoun; readonly name: string }
  | { readonly code: 'inUse'; readonly what: RefusedNoun; readonly by: RefusedNoun; readonly count: number }
  | { readonly code: 'reasonRequired' }
  // unlocking and the files of the store
  | { readonly code: 'wrongPassphrase'; readonly waitSeconds: number }
  | { readonly code: 'waitBeforeRetry'; readonly waitSeconds: number }
  | { readonly code: 'weakPassphrase'; readonly advice: PassphraseAdvice }
  | { readonly code: 'recoveryGroupsDiffer'; readonly groups: readonly number[] }
  | { readonly code: 'keyFileMissing' }
  | { readonly code: 'keyFileDamaged' }
  | { readonly code: 'keyFileNewer' }
  | { readonly code: 'storeMissing' }
  | { readonly code: 'storeDamaged' }
  | { readonly code: 'storeNewer'; readonly found: number; readonly known: number }
  | { readonly code: 'storeInUse' }
  | { readonly code: 'vaultAlreadyThere' }
  | { readonly code: 'folderReadOnly' }
  | { readonly code: 'diskFull' }
  /** The disk refuses what is asked of it, for no reason that it names. */
  | { readonly code: 'diskFails' }
  /** An older store that this version would change: the backup that comes first, or the change, could not be made. The store is as it was. */
  | { readonly code: 'notUpdated'; readonly why: UpdateHindrance; readonly neededMegabytes: number }
  | { readonly code: 'fileNotWritten'; readonly name: string }
  /** The folder that somebody chose to save to, not the data folder. */
  | { readonly code: 'placeNotWritable' }
  | { readonly code: 'placeGone' }
  // who has a way in
  | { readonly code: 'roleNotAllowed'; readonly role: Role }
  | { readonly code: 'lastCoordinator' }
  | { readonly code: 'ownWayIn' }
  | { readonly code: 'passphraseTaken' }
  | { readonly code: 'tooManyHolders'; readonly limit: number }
  | { readonly code: 'openedWithRecoveryKey' }
  | { readonly code: 'nothingPrepared' }
  // backups, restoring, and what is left of a damaged store
  | { readonly code: 'backupPlaceFull'; readonly neededMegabytes: number }
  | { readonly code: 'backupPlaceReadOnly' }
  | { readonly code: 'backupPlaceGone' }
  | { readonly code: 'backupPlaceUnknown' }
  | { readonly code: 'backupUnsound' }
  | { readonly code: 'backupRunning' }
  | { readonly code: 'notABackup' }
  | { readonly code: 'backupDamaged' }
  | { readonly code: 'backupNewer' }
  | { readonly code: 'restoreNotReady' }
  /** The records have changed since this was prepared: what they hold since would be gone unseen. */
  | { readonly code: 'restoreOutdated' }
  /** The new files count already, and the disk would not let all of them be put in their places yet. */
  | { readonly code: 'restoreUnfinished' }
  | { readonly code: 'nothingToSave' }
  /** What a restore has replaced and kept belongs to other records than the open ones. */
  | { readonly code: 'keptOfOthers' }
  | { readonly code: 'olderStore' }
  /** The date of this computer cannot be right, or has yet to be confirmed: nothing is destroyed by a schedule that goes by it. */
  | { readonly code: 'clockDoubtful' }
  // files read in
  | { readonly code: 'fileTooLarge'; readonly limitMegabytes: number }
  | { readonly code: 'fileNotReadable'; readonly problem: FileProblem }
  | { readonly code: 'columnsMissing'; readonly columns: readonly string[] }
  | { readonly code: 'importExpired' }
  | { readonly code: 'importAlreadyUndone' }
  | { readonly code: 'importBuiltUpon'; readonly references: readonly string[] }
  // meetings and actions
  | { readonly code: 'declarationMissing' }
  | { readonly code: 'meetingNotOpen' }
  /** The case is restricted, or somebody in the room must not hear it: opened by a second confirmation once those named have left. */
  | {
      readonly code: 'caseSealed'
      readonly reference: string
      readonly isRestricted: boolean
      readonly mustLeave: readonly { readonly agencyId: AgencyId; readonly agencyName: string; readonly personName: string }[]
    }
  /** Somebody who must not hear the case was not said to have left. */
  | { readonly code: 'stillInRoom'; readonly agencies: readonly string[] }
  | { readonly code: 'meetingClosed' }
  | { readonly code: 'casesNotHandled'; readonly references: readonly string[] }
  | { readonly code: 'statusNotAllowed'; readonly from: string; readonly to: string }
  | { readonly code: 'samePersonTwice' }
  /** The case is hidden from this agency (domain.md R6): nothing of it may be given to it. */
  | { readonly code: 'agencyConcerned'; readonly agency: string }
  | { readonly code: 'actionMustWait'; readonly reference: string; readonly waitsFor: WaitsFor }
  | { readonly code: 'planNotSafe'; readonly findings: readonly PlanFinding[] }
  // the record of a case
  | { readonly code: 'nothingToUndo' }
  | { readonly code: 'nothingToRedo' }
  | { readonly code: 'voteNotCarried' }
  // restricted cases
  | { readonly code: 'nobodyLeftToSee' }
  // people
  | { readonly code: 'alreadyInCase' }
  | { readonly code: 'oppositeInACase' }
  /** Two records of one case are to become one: it would stand in the case twice, with what was said of each. */
  | { readonly code: 'bothInCase'; readonly reference: string }
  | { readonly code: 'mergeTooLong' }
  | { readonly code: 'mergeBuiltUpon' }
  // closing, keeping and destroying
  | { readonly code: 'caseStillAwaited' }
  | { readonly code: 'underLegalHold'; readonly references: readonly string[] }
  | { readonly code: 'caseNotClosed'; readonly references: readonly string[] }
  | { readonly code: 'notDueYet'; readonly references: readonly string[] }
  | { readonly code: 'sweepNotDone' }
  | { readonly code: 'tooManyToExport'; readonly limit: number }
  // sharing
  | { readonly code: 'nothingToShare' }
  | { readonly code: 'returnNotOurs' }
  | { readonly code: 'returnPasswordUnknown' }

export type RefusedNoun =
  | 'agency'
  | 'holder'
  | 'person'
  | 'case'
  | 'entry'
  | 'referral'
  | 'meeting'
  | 'listing'
  | 'action'
  | 'import'
  | 'filter'
  | 'actionList'
  | 'hold'
  | 'destruction'
  | 'backup'
  | 'merge'
  | 'link'
  | 'wording'
  | 'mapping'

/** What stood in the way of an update: room, the right to write, a disk that fails, or records that do not fit into the new form. */
export type UpdateHindrance = 'full' | 'readOnly' | 'disk' | 'records'

export type FileProblem =
  | 'empty'
  | 'notASpreadsheet'
  | 'oldExcel'
  | 'password'
  | 'damaged'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'expandsTooMuch'
  | 'tookTooLong'
  | 'noRows'
  | 'binary'

/** What is wrong with one field; `path` is the input's field name, dotted for nested ones. */
export type FieldProblem = { readonly path: string; readonly problem: FieldProblemKind }

export type FieldProblemKind =
  | 'required'
  | 'tooLong'
  | 'date'
  | 'time'
  | 'number'
  | 'futureDate'
  | 'notAllowed'
  | 'lowersRisk'
  | 'contradicts'
  | 'noSuchCase'

export type PassphraseAdvice = 'tooShort' | 'common' | 'repeats' | 'sequence' | 'teamName'

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function accept<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}
