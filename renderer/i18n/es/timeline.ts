import type { timeline as enUs } from '../en-us/timeline.ts'

export const timeline = {
  'timeline.search': 'Palabras de la cronología',
  'timeline.on': 'Día',
  'timeline.what': 'Qué',
  'timeline.words': 'Palabras',
  'timeline.referral': 'Derivación de {agency}',
  'timeline.meeting': 'Reunión: {outcome}',
  'timeline.action': '{reference} {agency}',
  'timeline.sent': 'Enviado a {agency} (versión {version})',
  'timeline.group.referrals': 'Derivaciones',
  'timeline.group.meetings': 'Reuniones',
  'timeline.group.actions': 'Acciones',
  'timeline.group.risk': 'Riesgo',
  'timeline.group.voice': 'Voz y contacto',
  'timeline.group.chain': 'Cadena',
  'timeline.group.needs': 'Necesidades',
  'timeline.group.notes': 'Notas',
  'timeline.group.sent': 'Enviado',
  'case.sharing.empty': 'No ha salido nada de este caso',
  'case.sharing.empty.text':
    'En cuanto se guarde una lista de acciones para una entidad, lo que diga de este caso constará aquí palabra por palabra.',
  'case.sharing.intro': 'Lo que se ha dado a las entidades de este caso, palabra por palabra, lo más reciente primero.',
  'case.sharing.made': '{at}, versión {version}',
  'case.sharing.back': 'devuelta {at}',
  'case.sharing.notBack': 'aún sin devolver',
  'case.sharing.meeting': 'Reunión del {date}',
} satisfies Record<keyof typeof enUs, string>
