import { actionOperations } from './operations/actions.ts'
import { agencyOperations } from './operations/agencies.ts'
import { appOperations } from './operations/app.ts'
import { auditOperations } from './operations/audit.ts'
import { backupOperations } from './operations/backups.ts'
import { caseOperations } from './operations/cases.ts'
import { draftOperations } from './operations/drafts.ts'
import { homeOperations } from './operations/home.ts'
import { importOperations } from './operations/imports.ts'
import { keyOperations } from './operations/keys.ts'
import { integrityOperations } from './operations/integrity.ts'
import { conflictOperations } from './operations/conflicts.ts'
import { linkOperations } from './operations/links.ts'
import { listingOperations, meetingOperations } from './operations/meetings.ts'
import { recordOperations } from './operations/record.ts'
import { peopleOperations } from './operations/people.ts'
import { referralOperations } from './operations/referrals.ts'
import { riskOperations } from './operations/risk.ts'
import { restoreOperations } from './operations/restore.ts'
import { restrictionOperations } from './operations/restrictions.ts'
import { retentionOperations } from './operations/retention.ts'
import { searchOperations } from './operations/search.ts'
import { settingsOperations } from './operations/settings.ts'
import { sharingOperations } from './operations/sharing.ts'
import { vaultOperations } from './operations/vault.ts'
import type { AnyOperation, ApiOf, OperationKind } from './operation.ts'

/** Every operation of Caseboard, stated once: `operations.<noun>.<verb>`. Preload, main, the vault and the renderer all derive from it. */
export const operations = {
  app: appOperations,
  vault: vaultOperations,
  keys: keyOperations,
  settings: settingsOperations,
  drafts: draftOperations,
  home: homeOperations,
  agencies: agencyOperations,
  referrals: referralOperations,
  imports: importOperations,
  cases: caseOperations,
  restrictions: restrictionOperations,
  links: linkOperations,
  people: peopleOperations,
  record: recordOperations,
  risk: riskOperations,
  meetings: meetingOperations,
  conflicts: conflictOperations,
  listings: listingOperations,
  actions: actionOperations,
  sharing: sharingOperations,
  backups: backupOperations,
  integrity: integrityOperations,
  restore: restoreOperations,
  audit: auditOperations,
  retention: retentionOperations,
  search: searchOperations,
} satisfies Record<string, Record<string, AnyOperation>>

export type Operations = typeof operations
export type Api = ApiOf<Operations>

/** One operation as a flat list entry; `name` is `<noun>.<verb>`. */
export type NamedOperation = { readonly name: string; readonly kind: OperationKind; readonly operation: AnyOperation }

export const operationList: readonly NamedOperation[] = Object.entries(operations).flatMap(([noun, verbs]) =>
  Object.entries<AnyOperation>(verbs).map(([verb, operation]) => ({ name: `${noun}.${verb}`, kind: operation.kind, operation })),
)

export type { AppState, BrokenStore, FolderState } from './operations/app.ts'
export type { AnyOperation, InputOf, OperationKind, OutputOf, ParsedOf } from './operation.ts'
export type { ExportedLog } from './operations/audit.ts'
export type { BackupOverview, BackupStanding, KeptBackup, MadeBackup } from './operations/backups.ts'
export type { Integrity, PagesCheck, RecordsHistory } from './operations/integrity.ts'
export type { ChosenBackup, FoundBackup, FoundBackups, HeldRecords, PresentRecords, Rehearsal, Salvage } from './operations/restore.ts'
export type { CaseRestriction, RestrictionHolder } from './operations/restrictions.ts'
export type { CaseKeeping, KindStanding, OldBackup, RetentionOverview, ShownDestruction } from './operations/retention.ts'
export type { SavedFilter } from './operations/actions.ts'
export type { KeyChangeDone, KeyHolder, Me, RecoveryGroups } from './operations/keys.ts'
export type { ThisMonth } from './operations/home.ts'
export { ColumnMapping, ImportKind, RowDecision } from './operations/imports.ts'
export type { ImportReview, PastImport, ReviewedRow, RowDuplicate, RowVerdict, SavedMapping, SourceColumn } from './operations/imports.ts'
export type { AgencyShare, ReturnReview, ReviewedReturnRow, SharedList, SharingPreview } from './operations/sharing.ts'
