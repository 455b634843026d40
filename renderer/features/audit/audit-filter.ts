import type { AuditFilter } from '#domain/audit/entry.ts'

/** The whole log. */
export const everything: AuditFilter = { group: null, actor: '', outcome: 'all', caseReference: '', from: null, to: null }

export function isNarrowed(filter: AuditFilter): boolean {
  return JSON.stringify({ ...everything, ...filter }) !== JSON.stringify(everything)
}
