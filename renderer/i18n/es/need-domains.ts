import type { needDomains as enUs } from '../en-us/need-domains.ts'

export const needDomains: Record<keyof typeof enUs, string> = {
  'needDomain.safety': 'seguridad',
  'needDomain.legal': 'ayuda jurídica',
  'needDomain.housing': 'vivienda',
  'needDomain.income': 'ingresos',
  'needDomain.employment': 'trabajo',
  'needDomain.childcare': 'cuidado de los hijos',
  'needDomain.health': 'salud',
  'needDomain.transport': 'transporte y teléfono',
  'needDomain.immigration': 'inmigración',
  'needDomain.substanceUse': 'consumo de sustancias',
  'needDomain.faithAndCommunity': 'fe y comunidad',
}
