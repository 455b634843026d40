import type { Sector } from '#domain/agency.ts'

export const sectors = {
  'sector.police': 'Police',
  'sector.prosecution': 'Prosecution',
  'sector.courts': 'Courts',
  'sector.probation': 'Probation',
  'sector.advocate': 'Advocacy',
  'sector.shelter': 'Shelter',
  'sector.health': 'Health',
  'sector.childProtection': 'Child protection',
  'sector.schools': 'Schools',
  'sector.housing': 'Housing',
  'sector.employment': 'Employment',
  'sector.faith': 'Faith communities',
  'sector.media': 'Media',
  'sector.culturallySpecific': 'Culturally specific services',
  'sector.other': 'Other',
} satisfies Record<`sector.${Sector}`, string>
