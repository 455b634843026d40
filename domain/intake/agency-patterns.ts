import type { FieldPatterns } from './column-patterns.ts'

/** What a row of a spreadsheet of member agencies can tell. */
export const agencyFields = [
  'name',
  'sector',
  'core',
  'representative',
  'representativeEmail',
  'deputy',
  'deputyEmail',
  'email',
  'phone',
] as const
export type AgencyField = (typeof agencyFields)[number]

/** How its columns are headed. */
export const agencyPatterns: readonly FieldPatterns<AgencyField>[] = [
  {
    field: 'name',
    looks: 'any',
    patterns: { 'agency name': 1, agency: 0.95, name: 0.8, 'member agency': 0.95, 'member name': 0.7, member: 0.6 },
    harmless: ['full'],
  },
  { field: 'sector', looks: 'any', patterns: { sector: 0.95, 'agency sector': 1, 'member sector': 0.6 }, harmless: ['agency', 'member'] },
  {
    field: 'core',
    looks: 'flag',
    patterns: { core: 1, 'core member': 1, 'core agency': 1, member: 0.58, 'member status': 0.7, 'member sector': 0.6 },
    harmless: ['member', 'agency'],
  },
  {
    field: 'representative',
    looks: 'name',
    patterns: {
      representative: 1,
      'representative name': 1,
      'agency representative': 1,
      'contact name': 0.85,
      'contact worker': 0.85,
      'member representative': 1,
      contact: 0.75,
      'worker name': 0.7,
      worker: 0.6,
      'core representative': 0.9,
    },
    harmless: ['agency', 'meeting', 'first', 'name', 'worker'],
  },
  {
    field: 'representativeEmail',
    looks: 'email',
    patterns: { 'representative email': 1, 'contact email': 0.85, 'worker email': 0.7 },
    harmless: ['address', 'name', 'agency', 'meeting'],
  },
  {
    field: 'deputy',
    looks: 'name',
    patterns: { deputy: 1, 'deputy name': 1, 'deputy representative': 1 },
    harmless: ['agency', 'meeting', 'contact', 'name'],
  },
  { field: 'deputyEmail', looks: 'email', patterns: { 'deputy email': 1 }, harmless: ['address', 'representative', 'name', 'contact'] },
  {
    field: 'email',
    looks: 'email',
    patterns: { email: 0.85, 'agency email': 1, 'email address': 0.9, 'email safe': 0.9 },
    harmless: ['address', 'meeting', 'shared', 'inbox', 'general', 'secure', 'work'],
  },
  {
    field: 'phone',
    looks: 'phone',
    patterns: { phone: 0.95, 'agency phone': 1, 'contact phone': 0.9, 'representative phone': 0.7 },
    harmless: ['number', 'contact'],
  },
]
