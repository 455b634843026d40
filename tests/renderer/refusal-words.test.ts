import type { FieldProblemKind, FileProblem, PassphraseAdvice, Refusal, RefusedNoun } from '#domain/refusal.ts'
import { ActionId, AgencyId } from '#domain/ids.ts'
import { needDomains } from '#domain/record/need.ts'
import { orderFindings } from '#domain/safety/plan-check.ts'
import { locales } from '#domain/settings.ts'
import { describe, expect, test } from 'vitest'
import { formatFor } from '../../renderer/i18n/format.ts'
import { refusalWords } from '../../renderer/i18n/refusal-words.ts'
import { translator } from './translator.ts'

/** At least one refusal of every code: a code without one does not compile. */
const samples: { readonly [Code in Refusal['code']]: readonly Extract<Refusal, { readonly code: Code }>[] } = {
  locked: [{ code: 'locked' }],
  cancelled: [{ code: 'cancelled' }],
  unexpected: [
    { code: 'unexpected', incident: 'K7-3' },
    { code: 'unexpected', incident: '' },
  ],
  invalidInput: (
    [
      'required',
      'tooLong',
      'date',
      'time',
      'number',
      'futureDate',
      'notAllowed',
      'noSuchCase',
      'lowersRisk',
      'contradicts',
    ] satisfies FieldProblemKind[]
  ).map((problem) => ({
    code: 'invalidInput',
    fields: [
      { path: 'name', problem },
      { path: 'heldOn', problem },
    ],
  })),
  notFound: (
    [
      'agency',
      'person',
      'case',
      'entry',
      'referral',
      'meeting',
      'listing',
      'action',
      'import',
      'filter',
      'actionList',
      'hold',
      'destruction',
      'backup',
      'merge',
      'link',
      'wording',
      'mapping',
    ] satisfies RefusedNoun[]
  ).map((what) => ({ code: 'notFound', what })),
  changedMeanwhile: [{ code: 'changedMeanwhile', what: 'case' }],
  alreadyThere: [{ code: 'alreadyThere', what: 'agency', name: 'City Housing' }],
  inUse: [{ code: 'inUse', what: 'agency', by: 'action', count: 3 }],
  reasonRequired: [{ code: 'reasonRequired' }],
  wrongPassphrase: [
    { code: 'wrongPassphrase', waitSeconds: 0 },
    { code: 'wrongPassphrase', waitSeconds: 1 },
  ],
  waitBeforeRetry: [{ code: 'waitBeforeRetry', waitSeconds: 30 }],
  weakPassphrase: (['tooShort', 'common', 'repeats', 'sequence', 'teamName'] satisfies PassphraseAdvice[]).map((advice) => ({
    code: 'weakPassphrase',
    advice,
  })),
  recoveryGroupsDiffer: [
    { code: 'recoveryGroupsDiffer', groups: [4] },
    { code: 'recoveryGroupsDiffer', groups: [1, 4] },
  ],
  keyFileMissing: [{ code: 'keyFileMissing' }],
  keyFileDamaged: [{ code: 'keyFileDamaged' }],
  keyFileNewer: [{ code: 'keyFileNewer' }],
  storeMissing: [{ code: 'storeMissing' }],
  storeDamaged: [{ code: 'storeDamaged' }],
  storeNewer: [{ code: 'storeNewer', found: 9, known: 3 }],
  storeInUse: [{ code: 'storeInUse' }],
  vaultAlreadyThere: [{ code: 'vaultAlreadyThere' }],
  folderReadOnly: [{ code: 'folderReadOnly' }],
  diskFull: [{ code: 'diskFull' }],
  diskFails: [{ code: 'diskFails' }],
  notUpdated: [
    ...(['full', 'readOnly', 'disk', 'records'] as const).map((why) => ({ code: 'notUpdated', why, neededMegabytes: 40 }) as const),
    { code: 'notUpdated', why: 'full', neededMegabytes: 0 },
  ],
  placeNotWritable: [{ code: 'placeNotWritable' }],
  placeGone: [{ code: 'placeGone' }],
  roleNotAllowed: (['readOnly', 'deputy'] as const).map((role) => ({ code: 'roleNotAllowed', role })),
  nobodyLeftToSee: [{ code: 'nobodyLeftToSee' }],
  lastCoordinator: [{ code: 'lastCoordinator' }],
  ownWayIn: [{ code: 'ownWayIn' }],
  passphraseTaken: [{ code: 'passphraseTaken' }],
  tooManyHolders: [{ code: 'tooManyHolders', limit: 15 }],
  openedWithRecoveryKey: [{ code: 'openedWithRecoveryKey' }],
  nothingPrepared: [{ code: 'nothingPrepared' }],
  backupPlaceFull: [{ code: 'backupPlaceFull', neededMegabytes: 40 }],
  backupPlaceReadOnly: [{ code: 'backupPlaceReadOnly' }],
  backupPlaceGone: [{ code: 'backupPlaceGone' }],
  backupPlaceUnknown: [{ code: 'backupPlaceUnknown' }],
  backupUnsound: [{ code: 'backupUnsound' }],
  backupRunning: [{ code: 'backupRunning' }],
  notABackup: [{ code: 'notABackup' }],
  backupDamaged: [{ code: 'backupDamaged' }],
  backupNewer: [{ code: 'backupNewer' }],
  restoreNotReady: [{ code: 'restoreNotReady' }],
  keptOfOthers: [{ code: 'keptOfOthers' }],
  restoreOutdated: [{ code: 'restoreOutdated' }],
  restoreUnfinished: [{ code: 'restoreUnfinished' }],
  nothingToSave: [{ code: 'nothingToSave' }],
  olderStore: [{ code: 'olderStore' }],
  clockDoubtful: [{ code: 'clockDoubtful' }],
  fileNotWritten: [{ code: 'fileNotWritten', name: 'list.pdf' }],
  fileTooLarge: [{ code: 'fileTooLarge', limitMegabytes: 50 }],
  fileNotReadable: (
    [
      'empty',
      'notASpreadsheet',
      'oldExcel',
      'password',
      'damaged',
      'tooManyRows',
      'tooManyColumns',
      'expandsTooMuch',
      'tookTooLong',
      'noRows',
      'binary',
    ] satisfies FileProblem[]
  ).map((problem) => ({ code: 'fileNotReadable', problem })),
  columnsMissing: [{ code: 'columnsMissing', columns: ['victimName', 'receivedOn'] }],
  importExpired: [{ code: 'importExpired' }],
  importAlreadyUndone: [{ code: 'importAlreadyUndone' }],
  importBuiltUpon: [{ code: 'importBuiltUpon', references: ['HR-2026-0001'] }],
  declarationMissing: [{ code: 'declarationMissing' }],
  meetingNotOpen: [{ code: 'meetingNotOpen' }],
  meetingClosed: [{ code: 'meetingClosed' }],
  casesNotHandled: [{ code: 'casesNotHandled', references: ['HR-2026-0001', 'HR-2026-0002'] }],
  statusNotAllowed: [{ code: 'statusNotAllowed', from: 'agreed', to: 'proposed' }],
  actionMustWait: [
    { code: 'actionMustWait', reference: 'A-0007', waitsFor: { kind: 'signOff' } },
    {
      code: 'actionMustWait',
      reference: 'A-0007',
      waitsFor: { kind: 'action', id: ActionId.parse(3), reference: 'A-0003', isDropped: false },
    },
  ],
  planNotSafe: [
    {
      code: 'planNotSafe',
      findings: [
        { kind: 'action' },
        { kind: 'safetyAction' },
        { kind: 'neverAsked' },
        { kind: 'notAskedAnew' },
        { kind: 'notToldAnew' },
        { kind: 'neverTold' },
        ...orderFindings.map((kind) => ({ kind, references: ['A-0007', 'A-0008'] })),
        { kind: 'needWithoutAction', domains: [...needDomains] },
      ],
    },
  ],
  caseSealed: [
    { code: 'caseSealed', reference: 'HR-2026-0001', isRestricted: true, mustLeave: [] },
    {
      code: 'caseSealed',
      reference: 'HR-2026-0001',
      isRestricted: false,
      mustLeave: [{ agencyId: AgencyId.parse(2), agencyName: 'City Housing', personName: 'Ada Invented' }],
    },
  ],
  stillInRoom: [{ code: 'stillInRoom', agencies: ['City Housing'] }],
  agencyConcerned: [{ code: 'agencyConcerned', agency: 'City Housing' }],
  samePersonTwice: [{ code: 'samePersonTwice' }],
  nothingToUndo: [{ code: 'nothingToUndo' }],
  alreadyInCase: [{ code: 'alreadyInCase' }],
  oppositeInACase: [{ code: 'oppositeInACase' }],
  bothInCase: [{ code: 'bothInCase', reference: 'HR-2026-0001' }],
  mergeTooLong: [{ code: 'mergeTooLong' }],
  mergeBuiltUpon: [{ code: 'mergeBuiltUpon' }],
  nothingToRedo: [{ code: 'nothingToRedo' }],
  voteNotCarried: [{ code: 'voteNotCarried' }],
  caseStillAwaited: [{ code: 'caseStillAwaited' }],
  underLegalHold: [{ code: 'underLegalHold', references: ['HR-2026-0001', 'HR-2026-0002'] }],
  caseNotClosed: [
    { code: 'caseNotClosed', references: ['HR-2026-0001'] },
    { code: 'caseNotClosed', references: ['HR-2026-0001', 'HR-2026-0002'] },
  ],
  notDueYet: [{ code: 'notDueYet', references: ['HR-2026-0001'] }],
  sweepNotDone: [{ code: 'sweepNotDone' }],
  tooManyToExport: [{ code: 'tooManyToExport', limit: 100_000 }],
  nothingToShare: [{ code: 'nothingToShare' }],
  returnNotOurs: [{ code: 'returnNotOurs' }],
  returnPasswordUnknown: [{ code: 'returnPasswordUnknown' }],
}

const all: readonly Refusal[] = Object.values(samples).flat()

describe('refusals in words', () => {
  test.each(locales)('every refusal is a whole sentence in %s', (locale) => {
    for (const refusal of all) {
      const said = refusalWords(refusal, translator(locale), formatFor(locale))
      expect(said, JSON.stringify(refusal)).toMatch(/^\p{Lu}|^“|^«/u)
      expect(said, JSON.stringify(refusal)).toMatch(/[.:)]$/)
      expect(said, JSON.stringify(refusal)).not.toMatch(/[{}]|undefined/)
    }
  })

  test('no two refusals say the same', () => {
    const said = all.map((refusal) => refusalWords(refusal, translator('en-US'), formatFor('en-US')))
    expect(new Set(said).size).toBe(said.length)
  })

  test('an invalid field is named as the form names it', () => {
    const refusal: Refusal = { code: 'invalidInput', fields: [{ path: 'teamName', problem: 'required' }] }
    const said = refusalWords(refusal, translator('en-US'), formatFor('en-US'), (path) => (path === 'teamName' ? 'Name of the team' : null))
    expect(said).toContain('Name of the team: is needed')
  })

  test('groups of the recovery key are counted from one, as they are printed', () => {
    const said = refusalWords({ code: 'recoveryGroupsDiffer', groups: [0, 4] }, translator('en-US'), formatFor('en-US'))
    expect(said).toContain('1 and 5')
  })

  test('statuses are named, not coded', () => {
    const said = refusalWords({ code: 'statusNotAllowed', from: 'inProgress', to: 'proposed' }, translator('en-US'), formatFor('en-US'))
    expect(said).toContain('In progress')
    expect(said).not.toContain('inProgress')
  })
})
