import { z } from 'zod'

/** What the log can be narrowed to. `overrides` cuts across the others: whatever was done against what the record advises. */
export const operationGroups = [
  'access',
  'views',
  'referrals',
  'cases',
  'meetings',
  'actions',
  'exports',
  'imports',
  'agencies',
  'destruction',
  'backups',
  'settings',
  'overrides',
  'other',
] as const
export const OperationGroup = z.enum(operationGroups)
export type OperationGroup = z.infer<typeof OperationGroup>

/** Operations that belong elsewhere than their noun. */
const exceptions: Readonly<Record<string, OperationGroup>> = {
  'cases.get': 'views',
  'cases.history': 'views',
  'cases.print': 'exports',
  'links.of': 'views',
  'people.ofCase': 'views',
  'people.get': 'views',
  'record.of': 'views',
  'listings.get': 'views',
  'actions.history': 'views',
  'sharing.preview': 'views',
  'sharing.password': 'views',
  'imports.pending': 'views',
  'audit.export': 'exports',
  'retention.certificate': 'exports',
}

const nouns: Readonly<Record<string, OperationGroup>> = {
  vault: 'access',
  keys: 'access',
  app: 'access',
  audit: 'views',
  home: 'views',
  search: 'views',
  drafts: 'views',
  cases: 'cases',
  links: 'cases',
  people: 'cases',
  restrictions: 'cases',
  record: 'cases',
  referrals: 'referrals',
  meetings: 'meetings',
  conflicts: 'meetings',
  listings: 'meetings',
  actions: 'actions',
  sharing: 'exports',
  imports: 'imports',
  agencies: 'agencies',
  retention: 'destruction',
  backups: 'backups',
  restore: 'backups',
  integrity: 'backups',
  settings: 'settings',
  risk: 'settings',
}

/** The group of an operation `<noun>.<verb>`; `overrides` is never one's own group. */
export function groupOf(operation: string): OperationGroup {
  const noun = operation.split('.')[0] ?? ''
  return exceptions[operation] ?? nouns[noun] ?? 'other'
}
