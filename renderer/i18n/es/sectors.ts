import type { sectors as enUs } from '../en-us/sectors.ts'

export const sectors = {
  'sector.police': 'Policía',
  'sector.prosecution': 'Fiscalía',
  'sector.courts': 'Juzgados',
  'sector.probation': 'Libertad vigilada',
  'sector.advocate': 'Acompañamiento y defensa',
  'sector.shelter': 'Casa de acogida',
  'sector.health': 'Salud',
  'sector.childProtection': 'Protección de menores',
  'sector.schools': 'Escuelas',
  'sector.housing': 'Vivienda',
  'sector.employment': 'Empleo',
  'sector.faith': 'Comunidades religiosas',
  'sector.media': 'Medios de comunicación',
  'sector.culturallySpecific': 'Servicios para comunidades específicas',
  'sector.other': 'Otro',
} satisfies Record<keyof typeof enUs, string>
