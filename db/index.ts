export { actionPage } from './action-page.ts'
export * from './action-lists.ts'
export * from './actions.ts'
export * from './agencies.ts'
export { actorsInLog, auditPage, auditTimeAt, type LogEntry, type LogQuery } from './audit-log.ts'
export { nameLookup } from './audit-names.ts'
export * from './backups.ts'
export { historyOfCase } from './case-history.ts'
export * from './case-links.ts'
export { casePage } from './case-page.ts'
export * from './cases.ts'
export * from './closing.ts'
export {
  createStore,
  type FoundOutcome,
  openReadOnly,
  openStore,
  openStoreAsFound,
  type OpenFailure,
  type OpenOutcome,
  type ReadOnlyStore,
} from './connection.ts'
export type { OpenStore, ReadDb, WriteDb } from './handles.ts'
export { keepFormerKeys, listFormerKeys } from './former-keys.ts'
export * from './import-mappings.ts'
export { noteAfter, noteBefore } from './import-traces.ts'
export { undoImport } from './import-undo.ts'
export * from './imports.ts'
export * from './key-holders.ts'
export * from './listings.ts'
export * from './meetings.ts'
export { newestSchema, UnsoundMigration } from './migrate.ts'
export * from './month.ts'
export { checkPages, type PageCheck, PAGE_SIZE } from './page-check.ts'
export { keepPlanOverride, overriddenFindings } from './plan-overrides.ts'
export * from './people/index.ts'
export { brokenLinkCount, raisedCases } from './early-review.ts'
export { type CasePair, casePairs, insertPerson, referralTraces } from './people.ts'
export * from './record/index.ts'
export * from './referrals.ts'
export * from './retention/index.ts'
export { dropWording, findWording, keepWording, listWordings } from './risk-wordings.ts'
export { rekeyStore } from './rekey.ts'
export { search } from './search/index.ts'
export * from './store-facts.ts'
export * from './store-summary.ts'
export { columnsOf, readTable, type Row } from './salvage/read-damaged.ts'
export { salvage, type SalvagedTable } from './salvage/salvage.ts'
export * from './restrictions.ts'
