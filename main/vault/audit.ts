export { firstBrokenEntry } from './audit/chain.ts'
export { appendAudit, type AuditEntry } from './audit/entry.ts'
