import { actionStatuses } from '#domain/action.ts'
import { assertNever } from '#domain/assert-never.ts'
import type { FieldProblem, Refusal } from '#domain/refusal.ts'
import type { Format } from './format.ts'
import { planWords } from './plan-words.ts'
import type { Translate } from './translate.ts'

/** What a field is called on the screen; null where the screen has no such field. */
export type FieldLabel = (path: string) => string | null

/**
 * A refusal in words: what is wrong, where, and what to do. `fieldLabel` names the fields of the form that was refused; without it a field
 * is left out and its problem alone is said.
 */
export function refusalWords(refusal: Refusal, t: Translate, format: Format, fieldLabel: FieldLabel = () => null): string {
  switch (refusal.code) {
    case 'unexpected':
      return refusal.incident === '' ? t('refusal.unexpected.noNumber') : t('refusal.unexpected', { incident: refusal.incident })
    case 'invalidInput':
      return t('refusal.invalidInput', { fields: format.list(refusal.fields.map((field) => fieldWords(field, t, fieldLabel))) })
    case 'notFound':
      return t('refusal.notFound', { what: t(`noun.${refusal.what}`) })
    case 'changedMeanwhile':
      return t('refusal.changedMeanwhile', { what: t(`noun.${refusal.what}`) })
    case 'alreadyThere':
      return t('refusal.alreadyThere', { what: t(`noun.${refusal.what}`), name: refusal.name })
    case 'inUse':
      return t('refusal.inUse', { what: t(`noun.${refusal.what}`), by: t(`noun.${refusal.by}`), count: refusal.count })
    case 'wrongPassphrase':
      return refusal.waitSeconds > 0
        ? t('refusal.wrongPassphrase.wait', { waitSeconds: refusal.waitSeconds })
        : t('refusal.wrongPassphrase')
    case 'waitBeforeRetry':
      return t('refusal.waitBeforeRetry', { waitSeconds: refusal.waitSeconds })
    case 'weakPassphrase':
      return t(`refusal.weakPassphrase.${refusal.advice}`)
    case 'recoveryGroupsDiffer':
      return t('refusal.recoveryGroupsDiffer', {
        count: refusal.groups.length,
        groups: format.list(refusal.groups.map((group) => format.number(group + 1))),
      })
    case 'caseSealed':
      return refusal.mustLeave.length === 0
        ? t('refusal.caseSealed.restricted', { reference: refusal.reference })
        : t('refusal.caseSealed.leave', {
            reference: refusal.reference,
            who: format.list(
              refusal.mustLeave.map(({ agencyName, personName }) =>
                personName === '' ? agencyName : t('meetings.conflict.seat', { name: personName, agency: agencyName }),
              ),
            ),
          })
    case 'stillInRoom':
      return t('refusal.stillInRoom', { agencies: format.list(refusal.agencies) })
    case 'bothInCase':
      return t('refusal.bothInCase', { reference: refusal.reference })
    case 'agencyConcerned':
      return t('refusal.agencyConcerned', { agency: refusal.agency })
    case 'roleNotAllowed':
      return t(refusal.role === 'readOnly' ? 'refusal.roleNotAllowed.readOnly' : 'refusal.roleNotAllowed.deputy')
    case 'tooManyHolders':
      return t('refusal.tooManyHolders', { limit: refusal.limit })
    case 'storeNewer':
      return t('refusal.storeNewer', { found: refusal.found, known: refusal.known })
    case 'backupPlaceFull':
      return t('refusal.backupPlaceFull', { megabytes: refusal.neededMegabytes })
    case 'notUpdated':
      return refusal.why === 'full' && refusal.neededMegabytes === 0
        ? t('refusal.notUpdated.fullMeanwhile')
        : t(`refusal.notUpdated.${refusal.why}`, { megabytes: refusal.neededMegabytes })
    case 'fileNotWritten':
      return t('refusal.fileNotWritten', { name: refusal.name })
    case 'fileTooLarge':
      return t('refusal.fileTooLarge', { limitMegabytes: refusal.limitMegabytes })
    case 'fileNotReadable':
      return t(`refusal.fileNotReadable.${refusal.problem}`)
    case 'columnsMissing':
      return t('refusal.columnsMissing', {
        count: refusal.columns.length,
        columns: format.list(refusal.columns.map((column) => fieldLabel(column) ?? column)),
      })
    case 'importBuiltUpon':
      return t('refusal.importBuiltUpon', { references: format.list(refusal.references) })
    case 'underLegalHold':
    case 'notDueYet':
      return t(`refusal.${refusal.code}`, { references: format.list(refusal.references) })
    case 'caseNotClosed':
      return t('refusal.caseNotClosed', { count: refusal.references.length, references: format.list(refusal.references) })
    case 'tooManyToExport':
      return t('refusal.tooManyToExport', { limit: format.number(refusal.limit) })
    case 'casesNotHandled':
      return t('refusal.casesNotHandled', { count: refusal.references.length, references: format.list(refusal.references) })
    case 'statusNotAllowed':
      return t('refusal.statusNotAllowed', { from: statusWord(refusal.from, t), to: statusWord(refusal.to, t) })
    case 'actionMustWait':
      return refusal.waitsFor.kind === 'signOff'
        ? t('refusal.actionMustWait.signOff', { reference: refusal.reference })
        : t('refusal.actionMustWait.action', { reference: refusal.reference, before: refusal.waitsFor.reference })
    case 'planNotSafe':
      return t('refusal.planNotSafe', { findings: refusal.findings.map((finding) => planWords(finding, t, format)).join(' ') })
    case 'locked':
    case 'cancelled':
    case 'reasonRequired':
    case 'keyFileMissing':
    case 'keyFileDamaged':
    case 'keyFileNewer':
    case 'storeMissing':
    case 'storeDamaged':
    case 'storeInUse':
    case 'vaultAlreadyThere':
    case 'folderReadOnly':
    case 'diskFull':
    case 'diskFails':
    case 'placeNotWritable':
    case 'placeGone':
    case 'lastCoordinator':
    case 'ownWayIn':
    case 'passphraseTaken':
    case 'openedWithRecoveryKey':
    case 'nothingPrepared':
    case 'backupPlaceReadOnly':
    case 'backupPlaceGone':
    case 'backupPlaceUnknown':
    case 'backupUnsound':
    case 'backupRunning':
    case 'notABackup':
    case 'backupDamaged':
    case 'backupNewer':
    case 'restoreNotReady':
    case 'restoreOutdated':
    case 'restoreUnfinished':
    case 'nothingToSave':
    case 'keptOfOthers':
    case 'olderStore':
    case 'clockDoubtful':
    case 'importExpired':
    case 'importAlreadyUndone':
    case 'declarationMissing':
    case 'meetingNotOpen':
    case 'meetingClosed':
    case 'samePersonTwice':
    case 'alreadyInCase':
    case 'oppositeInACase':
    case 'mergeTooLong':
    case 'mergeBuiltUpon':
    case 'nobodyLeftToSee':
    case 'nothingToUndo':
    case 'nothingToRedo':
    case 'voteNotCarried':
    case 'caseStillAwaited':
    case 'sweepNotDone':
    case 'nothingToShare':
    case 'returnNotOurs':
    case 'returnPasswordUnknown':
      return t(`refusal.${refusal.code}`)
    default:
      return assertNever(refusal)
  }
}

/** One field's problem in words, for the message under the field or the list at the top. */
export function fieldWords(problem: FieldProblem, t: Translate, fieldLabel: FieldLabel = () => null): string {
  const label = fieldLabel(problem.path)
  const said = t(`fieldProblem.${problem.problem}`)
  return label === null ? said : t('refusal.invalidInput.one', { field: label, problem: said })
}

function statusWord(status: string, t: Translate): string {
  const known = actionStatuses.find((each) => each === status)
  return known === undefined ? status : t(`actionStatus.${known}`)
}
