import type { voice as enUs } from '../en-us/voice.ts'

export const voice = {
  'voice.on': 'Dicho el',
  'voice.wasAsked': '¿Se le preguntó?',
  'voice.asked.yes': 'Sí',
  'voice.asked.no': 'No',
  'voice.asked.notSafe': 'No era seguro',
  'voice.asked.unknown': 'No se sabe',
  'voice.wants': 'Qué quiere',
  'voice.fears': 'Qué teme',
  'voice.knowsOfMeeting': '¿Sabe de la reunión?',
  'voice.agreed': '¿Estuvo de acuerdo?',
  'voice.toldBy': 'Quién se lo dijo',
  'voice.toldHow': 'Cómo se le dijo',
  'voice.codeWord': 'Palabra clave',
  'voice.codeWord.hint': 'Con la que da a entender que es ella, o que no puede hablar.',
  'voice.feedback': 'Qué dijo después',
} satisfies Record<keyof typeof enUs, string>
