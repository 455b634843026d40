import type { terms as enUs } from '../en-us/terms.ts'

/** Género: {victim} y {advocate} van con «la», {perpetrator} y {team} con «el». */
export const terms = {
  'term.uk.victim.one': 'víctima',
  'term.uk.victim.many': 'víctimas',
  'term.uk.perpetrator.one': 'agresor',
  'term.uk.perpetrator.many': 'agresores',
  'term.uk.advocate.one': 'IDVA',
  'term.uk.advocate.many': 'IDVA',
  'term.uk.team.one': 'Marac',
  'term.uk.team.many': 'Marac',
  'term.us.victim.one': 'sobreviviente',
  'term.us.victim.many': 'sobrevivientes',
  'term.us.perpetrator.one': 'agresor',
  'term.us.perpetrator.many': 'agresores',
  'term.us.advocate.one': 'defensora',
  'term.us.advocate.many': 'defensoras',
  'term.us.team.one': 'equipo de alto riesgo',
  'term.us.team.many': 'equipos de alto riesgo',
  'term.other.victim.one': 'víctima',
  'term.other.victim.many': 'víctimas',
  'term.other.perpetrator.one': 'agresor',
  'term.other.perpetrator.many': 'agresores',
  'term.other.advocate.one': 'defensora',
  'term.other.advocate.many': 'defensoras',
  'term.other.team.one': 'equipo',
  'term.other.team.many': 'equipos',
} satisfies Record<keyof typeof enUs, string>
