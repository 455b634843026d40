/** What is wrong, and what to do next, for every refusal. */
export const refusals = {
  'refusal.locked': 'The records are locked. Unlock them to go on; what you typed has been kept.',
  'refusal.cancelled': 'Nothing was changed: it was cancelled.',
  'refusal.unexpected':
    'Something went wrong inside Caseboard and nothing was changed. Try again; if it happens again, note this number for whoever helps you: {incident}.',
  'refusal.unexpected.noNumber': 'Something went wrong inside Caseboard and nothing was changed. Try again, or close and reopen the app.',
  'refusal.invalidInput': 'Not saved yet: {fields}. Correct the marked fields and save again.',
  'refusal.invalidInput.one': '{field}: {problem}',
  'refusal.notFound': 'This {what} is no longer there. Go back to the list; it shows what there is now.',
  'refusal.changedMeanwhile': 'This {what} was changed after you opened it. Look at it again, then make your change once more.',
  'refusal.alreadyThere': 'There is already a {what} called “{name}”. Open that one, or choose another name.',
  'refusal.inUse': 'This {what} is still in use ({by}: {count}). Deal with that first, then try again.',
  'refusal.reasonRequired': 'Say why: this change needs its reason. Write one sentence and save again.',
  'refusal.wrongPassphrase': 'That is not the passphrase. Check the keyboard language and Caps Lock, then try again.',
  'refusal.wrongPassphrase.wait':
    'That is not the passphrase. You can try again in {waitSeconds, plural, one {# second} other {# seconds}}.',
  'refusal.waitBeforeRetry':
    'Too many attempts one after another. Wait {waitSeconds, plural, one {# second} other {# seconds}}, then try again.',
  'refusal.weakPassphrase.tooShort': 'Too short. Use at least 15 characters: four or five words that you will remember.',
  'refusal.weakPassphrase.common':
    'This is one of the passphrases that are tried first. Use four or five words that do not belong together.',
  'refusal.weakPassphrase.repeats': 'It repeats the same piece. Use different words.',
  'refusal.weakPassphrase.sequence': 'It follows the keyboard or the alphabet. Use words instead.',
  'refusal.weakPassphrase.teamName': 'The name of the team is the first thing that somebody would try. Leave it out.',
  'refusal.recoveryGroupsDiffer':
    '{count, plural, one {Group} other {Groups}} {groups} of the recovery key {count, plural, one {does} other {do}} not match. Compare with your printout and type {count, plural, one {it} other {them}} again.',
  'refusal.keyFileMissing':
    'The key file is missing from the data folder. Without it the records cannot be opened. Put it back from your backup, beside the file of the records.',
  'refusal.keyFileDamaged': 'The key file is damaged. Put it back from your backup, beside the file of the records.',
  'refusal.keyFileNewer': 'The key file was made by a newer version of Caseboard. Install that version to open the records.',
  'refusal.storeMissing': 'The file of the records is missing from the data folder. Put it back from your backup, beside the key file.',
  'refusal.storeDamaged': 'The file of the records is damaged. Keep it, and put back the last good copy from your backup.',
  'refusal.storeNewer':
    'The records were last saved by a newer version of Caseboard (format {found}; this version knows up to {known}). Install that version to open them.',
  'refusal.storeInUse': 'The records are open in another window. Close that window first.',
  'refusal.vaultAlreadyThere': 'There are already records in this data folder. Unlock them instead of starting anew.',
  'refusal.folderReadOnly':
    'The data folder cannot be written to. Move it to a drive that can be written to, or ask who looks after this computer for the right to write there.',
  'refusal.placeNotWritable': 'Nothing can be written to the folder you chose, and nothing was saved. Choose another folder.',
  'refusal.placeGone':
    'The folder you chose is not there any more, and nothing was saved: was a stick taken out? Put it back, or choose another folder.',
  'refusal.diskFull': 'The disk is full and nothing was saved. Free some space, then save again.',
  'refusal.diskFails':
    'The disk failed on the way. Look whether what you did is there, and do it again if it is not. If this happens again the disk may be failing: make a backup on another drive, and have this one looked at.',
  'refusal.notUpdated.full':
    'This version of Caseboard changes the file of the records, and backs it up first. There is no room for that: about {megabytes} MB must be free where the data folder lies. Free some space, then unlock again. Nothing was changed.',
  'refusal.notUpdated.fullMeanwhile':
    'This version of Caseboard changes the file of the records, and the disk became full meanwhile. Free some space, then unlock again. Nothing is lost: the records are as they were.',
  'refusal.notUpdated.readOnly':
    'This version of Caseboard changes the file of the records, and backs it up first. The data folder cannot be written to. Move it to a drive that can be written to, or ask who looks after this computer for the right to write there, then unlock again. Nothing was changed.',
  'refusal.notUpdated.disk':
    'This version of Caseboard changes the file of the records, and backs it up first. The disk did not take the backup, or did not give it back as it was written. Unlock again. If it happens again the disk may be failing: copy the whole data folder to another one. Nothing was changed.',
  'refusal.notUpdated.records':
    'The records could not be brought into the form of this version. They are as they were, and a backup of them lies in the folder “backups” of the data folder. Install the version that you had, go on with it, and tell who supplies Caseboard.',
  'refusal.backupPlaceFull':
    'There is not enough room: about {megabytes} MB must be free there. Free some space or choose another place. No backup was made; the earlier ones are as they were.',
  'refusal.backupPlaceReadOnly':
    "That place cannot be written to. Open the stick's write protection, or choose another folder. No backup was made.",
  'refusal.backupPlaceGone':
    'The place of the backup is not there any more: was the stick taken out? No backup was made; the earlier ones are as they were. Put it back, or choose another place.',
  'refusal.backupPlaceUnknown': 'No place for backups has been chosen yet. Choose a folder or a USB stick.',
  'refusal.backupUnsound':
    'The backup did not read back as it was written, and was removed. Use another stick or folder: this one may be failing.',
  'refusal.backupRunning': 'A backup is being made just now. Wait until it is finished.',
  'refusal.notABackup': 'This is not a Caseboard backup, or its end is missing. Choose another file, or copy it again from where it came.',
  'refusal.backupDamaged':
    'This backup is damaged: it was changed or only partly copied. Choose an older one, or copy it again from where it came.',
  'refusal.backupNewer': 'This backup was made by a newer version of Caseboard. Install that version to open it.',
  'refusal.restoreNotReady': 'Nothing has been prepared for restoring. Choose the backup again.',
  'refusal.keptOfOthers': 'These are other records, which yours have replaced. They are kept: only who can open them may remove them.',
  'refusal.restoreOutdated':
    'The records have changed since this was prepared, and that would be missing. Nothing was replaced. Leave everything as it is, then begin again.',
  'refusal.restoreUnfinished':
    'The disk did not let all files be put in their places. Nothing is lost: lock or quit, and the next start goes on where this stopped. Do not move or delete files of the data folder.',
  'refusal.nothingToSave': 'Nothing could be read from the damaged file. Restore a backup.',
  'refusal.olderStore': 'An older file of the records was put back. Decide first whether to go on with it.',
  'refusal.clockDoubtful':
    'The date of this computer does not follow the log of the records. Set it right and unlock again, or let the coordinator confirm it; nothing was destroyed.',
  'refusal.fileNotWritten': '“{name}” could not be written. Close it if it is open elsewhere, or choose another folder.',
  'refusal.roleNotAllowed.readOnly':
    'Nothing was changed: you opened the records to look at them. Ask the coordinator or the deputy to do this.',
  'refusal.roleNotAllowed.deputy':
    'Nothing was changed: who has access, the keys and whether the date is right are for the coordinator alone.',
  'refusal.nobodyLeftToSee':
    'Nobody who may change records would be left to see this case. Leave it open to a coordinator or a deputy, or add one first on the Security page.',
  'refusal.lastCoordinator': 'This is the only coordinator. Add another one or hand over first.',
  'refusal.ownWayIn': 'You cannot take away your own access. Hand over instead, or let another coordinator do it.',
  'refusal.passphraseTaken':
    'This passphrase already opens the records for somebody. Choose another one, so that it stays clear who did what.',
  'refusal.tooManyHolders':
    'There are already {limit, plural, one {# person} other {# people}} with access, which is the most there can be.',
  'refusal.openedWithRecoveryKey': 'You opened the records with the recovery key. Set a new passphrase, lock, and unlock with it first.',
  'refusal.nothingPrepared': 'This was not finished in time and nothing was changed. Begin it again.',
  'refusal.fileTooLarge': 'The file is larger than {limitMegabytes} MB. Split it, or leave out the columns that are not needed.',
  'refusal.fileNotReadable.empty': 'The file is empty. Choose another file.',
  'refusal.fileNotReadable.notASpreadsheet': 'This is not a spreadsheet. Choose an Excel file (.xlsx) or a CSV file.',
  'refusal.fileNotReadable.oldExcel': 'This is an old Excel file (.xls). Open it and save it as .xlsx, then choose that file.',
  'refusal.fileNotReadable.password': 'The file is protected with a password. Save it without one, then choose it again.',
  'refusal.fileNotReadable.damaged': 'The file is damaged and could not be read. Open it in Excel, save it anew and choose that file.',
  'refusal.fileNotReadable.tooManyRows': 'The file has too many rows. Split it into smaller files.',
  'refusal.fileNotReadable.tooManyColumns': 'The file has too many columns. Delete those that are not needed.',
  'refusal.fileNotReadable.expandsTooMuch':
    'The file unpacks to far more than it should and was not read. Save it anew in Excel, or ask where it came from.',
  'refusal.fileNotReadable.tookTooLong': 'Reading the file took too long and was stopped. Split it into smaller files.',
  'refusal.fileNotReadable.noRows': 'The file has headings but no rows. Choose another file or sheet.',
  'refusal.fileNotReadable.binary': 'The file is not text. Save it as CSV or .xlsx, then choose that file.',
  'refusal.columnsMissing': 'Still needed: {columns}. Say which column of your file holds {count, plural, one {it} other {them}}.',
  'refusal.importExpired': 'This import is no longer open, and nothing of it was stored. Choose the file again.',
  'refusal.importAlreadyUndone': 'This import has already been undone.',
  'refusal.importBuiltUpon':
    'Not all of this import can be undone: {references} changed or were worked on since, or a legal hold keeps them. Nothing was undone. You can undo the rest and keep these as they are.',
  'refusal.declarationMissing':
    'No case opens until everybody present has made the confidentiality declaration. Record it in the attendance, then go on.',
  'refusal.meetingNotOpen': 'The meeting is not open. Open it first.',
  'refusal.meetingClosed': 'The meeting is closed and its record stands. Make the change at the next meeting.',
  'refusal.casesNotHandled':
    'Still to be heard or deferred: {references}. Turn to {count, plural, one {it} other {them}} before ending the meeting.',
  'refusal.statusNotAllowed': 'An action that is “{from}” cannot become “{to}”. Choose another status.',
  'refusal.samePersonTwice': 'The {victim} and the {perpetrator} are the same person here. Correct one of the names.',
  'refusal.nothingToUndo': 'There is no change of this case left that could be undone.',
  'refusal.alreadyInCase': 'This person is in the case already. Change their entry there.',
  'refusal.oppositeInACase':
    'These two are the {victim} and the {perpetrator} of one case, so they cannot be one person. Correct the names in that case, or say that they are not the same.',
  'refusal.bothInCase':
    'Both records are in case {reference}, so merged they would stand there twice. If they are one person, copy what is missing and remove one of them from that case. Merge them if both records are still there then.',
  'refusal.mergeTooLong':
    'The two records together hold more than one record can. Shorten or remove something in one of them, then merge again. Nothing was changed.',
  'refusal.mergeBuiltUpon': 'The record was merged into another one since. Take that merge back first, then this one.',
  'refusal.nothingToRedo': 'There is nothing to do again: nothing was undone, or something else was changed since.',
  'refusal.voteNotCarried':
    'Your team closes cases by vote, and no vote to close this one has been carried since it was last referred. Record the vote in the case, then close it.',
  'refusal.caseStillAwaited':
    'This case is on the agenda of a meeting, or a referral of it waits for one. Take it off the agenda or turn the referral down, then close it.',
  'refusal.underLegalHold': 'A legal hold stands on {references}. Nothing of it is destroyed until the hold is lifted.',
  'refusal.caseNotClosed':
    'Still open: {references}. Close {count, plural, one {it} other {them}} first; a case is destroyed only after its work has ended.',
  'refusal.notDueYet': 'Not due by the schedule: {references}. Choose another reason if there is one, or wait.',
  'refusal.sweepNotDone': 'The file has not been written anew since. Finish that first; the certificate says that it was done.',
  'refusal.tooManyToExport': 'More than {limit} entries fit. Narrow it down, by days for example, and write the rest as a second file.',
  'refusal.nothingToShare': 'This agency has no actions from this meeting, so there is no list to make.',
  'refusal.returnNotOurs': 'This file was not made by Caseboard for your team. Choose the list that the agency was sent.',
  'refusal.returnPasswordUnknown': 'The file has another password than the one it was sent with. Ask the agency for it and type it in.',
  'refusal.caseSealed.restricted': '{reference} is restricted: it opens by a second confirmation.',
  'refusal.caseSealed.leave': 'Before {reference} is opened, these must leave the room: {who}.',
  'refusal.stillInRoom': 'Say first that they have left the room: {agencies}.',
  'refusal.agencyConcerned':
    'This case is restricted from {agency}: nothing of it may be given to them. Choose another agency, or look at the restriction on the page of the case.',
  'noun.agency': 'agency',
  'noun.holder': 'access',
  'noun.person': 'person',
  'noun.case': 'case',
  'noun.entry': 'entry',
  'noun.referral': 'referral',
  'noun.meeting': 'meeting',
  'noun.listing': 'case on the agenda',
  'noun.action': 'action',
  'noun.import': 'import',
  'noun.filter': 'saved view',
  'noun.backup': 'backup',
  'noun.actionList': 'action list',
  'noun.hold': 'legal hold',
  'noun.merge': 'merge',
  'noun.link': 'link to a case',
  'noun.wording': 'wording of a tool',
  'noun.mapping': 'saved mapping',
  'noun.destruction': 'record to be destroyed',
  'fieldProblem.required': 'is needed',
  'fieldProblem.tooLong': 'is too long',
  'fieldProblem.date': 'is not a date of the calendar',
  'fieldProblem.time': 'is not a time of day, such as 09:30',
  'fieldProblem.number': 'is not a number in the allowed range',
  'fieldProblem.futureDate': 'lies in the future',
  'fieldProblem.notAllowed': 'is not one of the choices',
  'fieldProblem.contradicts': 'contradicts another answer: a yes can be given to one of the two only',
  'fieldProblem.noSuchCase': 'is not the reference of another case',
  'fieldProblem.lowersRisk': 'is below what the tool says: judgment may raise the risk, never lower it',
}
